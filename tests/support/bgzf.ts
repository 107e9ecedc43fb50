import { deflateRawSync, crc32 } from 'node:zlib'

/** The empty block that ends every BGZF file (SAM specification, 4.1.2). */
export const bgzfEnd = Uint8Array.from([31, 139, 8, 4, 0, 0, 0, 0, 0, 255, 6, 0, 66, 67, 2, 0, 27, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0])

function block(content: Uint8Array): Uint8Array {
  const packed = deflateRawSync(content)
  const whole = new Uint8Array(18 + packed.length + 8)
  whole.set([31, 139, 8, 4, 0, 0, 0, 0, 0, 255, 6, 0, 66, 67, 2, 0, (whole.length - 1) & 255, (whole.length - 1) >> 8])
  whole.set(packed, 18)
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, crc32(content), true)
  view.setUint32(whole.length - 4, content.length, true)
  return whole
}

/** Bytes as BGZF blocks, without the end marker. */
export function* bgzfBlocks(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield block(bytes.subarray(at, at + size))
}

/** Text as BGZF blocks of 20,000 bytes, without the end marker. */
export function bgzf(text: string): Uint8Array {
  return Uint8Array.from([...bgzfBlocks(new TextEncoder().encode(text), 20_000)].flatMap((one) => [...one]))
}
