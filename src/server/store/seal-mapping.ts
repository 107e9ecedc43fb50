import { RememberedMapping } from '#src/domain/column-mapping.ts'
import { seal, unseal } from '#src/server/keys/sealed-box.ts'

/** Headers of a laboratory may name a sample, so they are sealed too: with a key of their own, which no erasure of a case touches. */
export const mappingsKey = 'column-mappings'

type Place = Pick<RememberedMapping, 'laboratory' | 'fingerprint'>
const label = ({ laboratory, fingerprint }: Place) => JSON.stringify(['mapping', laboratory, fingerprint])

export const sealMapping = (key: CryptoKey, mapping: RememberedMapping) => seal(key, label(mapping), new TextEncoder().encode(JSON.stringify(mapping)))

export async function openMapping(key: CryptoKey, row: Place & { body: Uint8Array }): Promise<RememberedMapping> {
  return RememberedMapping.parse(JSON.parse(new TextDecoder().decode(await unseal(key, label(row), row.body))))
}
