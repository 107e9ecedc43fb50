import { z } from 'zod'
import { ReportContent } from '#src/domain/report/content.ts'
import type { Keys } from '#src/server/keys/key-port.ts'
import { canonicalJson } from '#src/server/record/canonical-json.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { signEnvelope } from './dsse.ts'
import { sealedFiles, type SealedParts } from './sealed-parts.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
export const FileFact = z.strictObject({ name: z.string(), sha256: Hash, bytes: z.int().min(0) })
export type FileFact = z.infer<typeof FileFact>

/** Everything a final report consists of, by name and hash. */
export const Manifest = z.strictObject({
  type: z.literal('consilium.manifest.v1'),
  caseCode: z.string(), revision: z.int().min(1), contentHash: Hash,
  /** Inside what is signed: a demonstration cannot be passed off as real. */
  demonstration: z.boolean(),
  sealedAt: z.iso.datetime({ offset: true }),
  /** Fingerprint of the server's key. */
  sealedBy: Hash,
  parts: z.array(FileFact),
})
export type Manifest = z.infer<typeof Manifest>

export const manifestType = 'application/vnd.consilium.manifest+json'
export const fileFacts = async (files: ReadonlyMap<string, Uint8Array>): Promise<FileFact[]> =>
  Promise.all([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(async ([name, bytes]) => ({ name, sha256: await sha256Hex(bytes), bytes: bytes.length })))

export type Seal = { manifest: { bytes: Uint8Array; hash: string }; seal: { bytes: Uint8Array; hash: string }; pdfHash: string }

/** After the second signature: a manifest over every part, the PDF included, signed by the server. `at`: instant with offset. */
export async function makeSeal(keys: Pick<Keys, 'sign' | 'fingerprint'>, { at, parts }: { at: string; parts: SealedParts }): Promise<Seal> {
  const content = ReportContent.parse(JSON.parse(new TextDecoder().decode(parts.content)))
  const manifest = Manifest.parse({
    type: 'consilium.manifest.v1', caseCode: content.caseCode, revision: content.revision, contentHash: await sha256Hex(parts.content), demonstration: content.demonstration,
    sealedAt: at, sealedBy: keys.fingerprint, parts: await fileFacts(sealedFiles(parts, content)),
  })
  const bytes = new TextEncoder().encode(canonicalJson(manifest))
  const seal = await signEnvelope(keys, manifestType, bytes)
  return { manifest: { bytes, hash: await sha256Hex(bytes) }, seal: { bytes: seal, hash: await sha256Hex(seal) }, pdfHash: await sha256Hex(parts.pdf) }
}
