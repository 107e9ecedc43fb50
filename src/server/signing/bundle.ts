import { z } from 'zod'
import { ReportContent } from '#src/domain/report/content.ts'
import type { LogEntry } from '#src/domain/log-entry.ts'
import type { Keys } from '#src/server/keys/key-port.ts'
import { canonicalJson } from '#src/server/record/canonical-json.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { contentMarkdown } from '../report/content-markdown.ts'
import { signEnvelope, toBase64 } from './dsse.ts'
import { bundleReadme } from './readme.ts'
import { FileFact, fileFacts } from './seal.ts'
import { sealedFiles, type SealedParts } from './sealed-parts.ts'
import { storedZip } from './stored-zip.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** The end of the log as exported, and the files beside the manifest: signed anew at each export, since the log of a final case still grows. */
export const ExportStatement = z.strictObject({
  type: z.literal('consilium.export.v1'), caseCode: z.string(), revision: z.int(), manifest: Hash,
  log: z.strictObject({ version: z.int(), hash: Hash }), files: z.array(FileFact),
})
export type ExportStatement = z.infer<typeof ExportStatement>
export const exportType = 'application/vnd.consilium.export+json'

export const PublicKeyFile = z.strictObject({ type: z.literal('consilium.public-key.v1'), algorithm: z.literal('Ed25519'), publicKey: z.string(), fingerprint: Hash })

export const frameNames = { manifest: 'manifest.json', seal: 'seal.dsse.json', publicKey: 'public-key.json', export: 'export.dsse.json' } as const
export const besideNames = { log: 'log.ndjson', markdown: 'report/report.md', readme: 'README.txt' } as const

export type BundleInput = {
  parts: SealedParts
  /** As stored at sealing. */
  manifest: Uint8Array
  seal: Uint8Array
  /** The whole log of the case, from version 1; entries hold codes and hashes, no free text. */
  log: readonly LogEntry[]
}

/** The files of a bundle, before they are packed. */
export async function bundleFiles(keys: Pick<Keys, 'sign' | 'fingerprint' | 'publicKey'>, { parts, manifest, seal, log }: BundleInput): Promise<Map<string, Uint8Array>> {
  const content = ReportContent.parse(JSON.parse(new TextDecoder().decode(parts.content)))
  const last = log.at(-1)
  if (!last) throw new Error('A sealed case has a log')
  const beside = new Map([[besideNames.log, text(logLines(log))], [besideNames.markdown, text(contentMarkdown(content))], [besideNames.readme, text(bundleReadme)]])
  const exported: ExportStatement = {
    type: 'consilium.export.v1', caseCode: content.caseCode, revision: content.revision, manifest: await sha256Hex(manifest),
    log: { version: last.version, hash: last.hash }, files: await fileFacts(beside),
  }
  return new Map([
    ...sealedFiles(parts, content), ...beside,
    [frameNames.manifest, manifest], [frameNames.seal, seal], [frameNames.publicKey, publicKeyFile(keys)],
    [frameNames.export, await signEnvelope(keys, exportType, text(canonicalJson(exported)))],
  ])
}

/** A signed report with all that is needed to verify it offline, as one ZIP. The same case gives the same bytes. */
export const makeBundle = async (keys: Pick<Keys, 'sign' | 'fingerprint' | 'publicKey'>, input: BundleInput): Promise<Uint8Array> => storedZip(await bundleFiles(keys, input))

export const logLines = (log: readonly LogEntry[]): string => log.map((entry) => `${canonicalJson(entry)}\n`).join('')

const publicKeyFile = (keys: Pick<Keys, 'fingerprint' | 'publicKey'>) =>
  text(canonicalJson({ type: 'consilium.public-key.v1', algorithm: 'Ed25519', publicKey: toBase64(keys.publicKey), fingerprint: keys.fingerprint } satisfies z.infer<typeof PublicKeyFile>))

const text = (value: string) => new TextEncoder().encode(value)
