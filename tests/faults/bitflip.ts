import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { makeBundle } from '#src/server/signing/bundle.ts'
import { verifyBundle } from '#src/server/signing/verify-bundle.ts'
import { flipBits } from '#tests/server/signing/flip-bits.ts'
import { sealedCase } from '#tests/server/signing/sealed-case.ts'

const places = 5000

/** One bit flipped at 5,000 places of a bundle, one at a time, and the bundle rebuilt whole under another key: never valid. */
export async function bitflipCampaign(): Promise<boolean> {
  const { keys, input } = await sealedCase()
  const bundle = await makeBundle(keys, input)
  const trust = [keys.fingerprint]
  const whole = (await verifyBundle(bundle, { trust })).verdict
  const survived = await flipBits(bundle, places, trust)
  const other = await memoryKeys()
  const rebuilt = (await verifyBundle(await makeBundle(other, (await sealedCase({ keys: other })).input), { trust })).verdict
  console.log(`bundle of ${bundle.length} bytes, untouched: ${whole} (must be valid)`)
  console.log(`one bit flipped at ${places} places: ${survived.length} still valid (must be 0)`)
  console.log(`rebuilt whole under another key: ${rebuilt} (must not be valid)`)
  return whole === 'valid' && survived.length === 0 && rebuilt !== 'valid'
}
