import { verifyBundle } from '#src/server/signing/verify-bundle.ts'

/** Flips one bit at a time, spread evenly over the bundle with a fixed step; returns the bit positions at which it was still called valid. */
export async function flipBits(bundle: Uint8Array, places: number, trust: readonly string[]): Promise<number[]> {
  const survived: number[] = []
  const bits = bundle.length * 8
  for (let i = 0; i < places; i++) {
    const bit = Math.floor((i * bits) / places + (i * 5) % 8) % bits
    const altered = Uint8Array.from(bundle)
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    if ((await verifyBundle(altered, { trust })).verdict === 'valid') survived.push(bit)
  }
  return survived
}
