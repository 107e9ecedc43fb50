import { ReportContent } from '#src/domain/report/content.ts'
import { canonicalJson } from '#src/server/record/canonical-json.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { contentMarkdown } from '../report/content-markdown.ts'
import { besideNames, ExportStatement, exportType, frameNames, PublicKeyFile } from './bundle.ts'
import { checkLog } from './check-log.ts'
import { checkSignatures } from './check-signatures.ts'
import { fromBase64, openEnvelope, sameBytes } from './dsse.ts'
import { parseExact } from './parse-exact.ts'
import { Manifest, manifestType, type FileFact } from './seal.ts'
import { knowledgeBytes, partNames, sealedPartNames } from './sealed-parts.ts'
import { readStoredZip, storedZip } from './stored-zip.ts'
import type { Check, Files, Found, Note, PublicKey } from './verification.ts'

const nothing: Omit<Found, 'checks'> = { caseCode: null, revision: null, demonstration: null, fingerprint: null, sealedAt: null, signatures: [] }
const fixedNames: readonly string[] = [...Object.values(frameNames), ...Object.values(besideNames), ...sealedPartNames]

/** Every check that needs no trust, in order; a check that cannot be made because something is absent says so and the others go on. */
export async function checkBundle(bytes: Uint8Array): Promise<Found> {
  const checks: Check[] = []
  const note: Note = (name, state, detail) => { checks.push({ name, state, detail }) }
  const files = unpack(bytes, note)
  if (!files) return { ...nothing, checks }
  checkNames(files, note)
  const key = await publicKey(files, note)
  if (!key) return { ...nothing, checks }
  const manifest = await sealedManifest(files, key, note)
  if (!manifest) return { ...nothing, fingerprint: key.fingerprint, checks }
  await checkFacts('Sealed parts', manifest.parts, files, note)
  const lacking = sealedPartNames.filter((name) => !manifest.parts.some((p) => p.name === name))
  if (lacking.length > 0) note('Seal covers every part', 'missing', lacking.join(', '))
  const exported = await exportStatement(files, key, manifest, note)
  if (exported) await checkFacts('Files beside the seal', exported.files, files, note)
  const content = await checkContent(files, manifest, note)
  const signatures = await checkSignatures(files, manifest, content, key, note)
  if (exported) await checkLog(files, manifest, exported, signatures, note)
  return {
    checks, caseCode: manifest.caseCode, revision: manifest.revision, demonstration: manifest.demonstration, fingerprint: key.fingerprint, sealedAt: manifest.sealedAt,
    signatures: signatures.map(({ statement: s }) => ({ name: s.signer.name, credential: s.signer.credential, role: s.signer.role, meaning: s.meaning, reservation: s.reservation, at: s.at, authenticatedBy: s.authenticatedBy })),
  }
}

function unpack(bytes: Uint8Array, note: Note): Files | null {
  try {
    const files = readStoredZip(bytes)
    if (sameBytes(storedZip(files), bytes)) note('Archive', 'passed', `${files.size} files`)
    else note('Archive', 'failed', 'is not byte for byte as it was exported')
    return files
  } catch (error) {
    note('Archive', 'failed', error instanceof Error ? error.message : 'cannot be read') // the reason goes to the person; nothing else can be checked
    return null
  }
}

function checkNames(files: Files, note: Note): void {
  const strange = [...files.keys()].filter((name) => !fixedNames.includes(name))
  if (strange.length > 0) note('No foreign files', 'failed', strange.join(', '))
  const absent = fixedNames.filter((name) => !files.has(name))
  if (absent.length > 0) note('Complete', 'missing', absent.join(', '))
  else note('Complete', 'passed', `${fixedNames.length} files`)
}

async function publicKey(files: Files, note: Note): Promise<PublicKey | null> {
  const bytes = files.get(frameNames.publicKey)
  if (!bytes) return null
  const read = parseExact(bytes, PublicKeyFile)
  const raw = read ? fromBase64(read.publicKey) : null
  if (!read || !raw || raw.length !== 32 || (await sha256Hex(raw)) !== read.fingerprint) {
    note('Public key', 'failed', 'is not a key with its fingerprint')
    return null
  }
  note('Public key', 'passed', read.fingerprint)
  return { key: await crypto.subtle.importKey('raw', new Uint8Array(raw), 'Ed25519', true, ['verify']), fingerprint: read.fingerprint }
}

async function sealedManifest(files: Files, { key, fingerprint }: PublicKey, note: Note): Promise<Manifest | null> {
  const [manifestBytes, seal] = [files.get(frameNames.manifest), files.get(frameNames.seal)]
  if (!seal) return null
  const opened = await openEnvelope(seal, manifestType, key, fingerprint)
  if (!opened.ok) {
    note('Seal', 'failed', `seal.dsse.json ${opened.why}`)
    return null
  }
  const manifest = parseExact(opened.body, Manifest)
  if (!manifest || manifest.sealedBy !== fingerprint) note('Seal', 'failed', 'what is sealed is not a manifest of this key')
  else if (manifestBytes && !sameBytes(manifestBytes, opened.body)) note('Seal', 'failed', 'manifest.json is not what was sealed')
  else note('Seal', 'passed', `sealed ${manifest.sealedAt}`)
  return manifest
}

async function exportStatement(files: Files, { key, fingerprint }: PublicKey, manifest: Manifest, note: Note): Promise<ExportStatement | null> {
  const bytes = files.get(frameNames.export)
  if (!bytes) return null
  const opened = await openEnvelope(bytes, exportType, key, fingerprint)
  const exported = opened.ok ? parseExact(opened.body, ExportStatement) : null
  const manifestHash = await sha256Hex(new TextEncoder().encode(canonicalJson(manifest)))
  const fits = exported && exported.manifest === manifestHash && exported.caseCode === manifest.caseCode && exported.revision === manifest.revision
  if (!fits) note('Export', 'failed', opened.ok ? 'export.dsse.json belongs to another report' : `export.dsse.json ${opened.why}`)
  else note('Export', 'passed', `log up to entry ${exported.log.version}`)
  return fits ? exported : null
}

async function checkFacts(name: string, facts: readonly FileFact[], files: Files, note: Note): Promise<void> {
  const wrong: string[] = []
  for (const fact of facts) {
    const bytes = files.get(fact.name)
    if (bytes && (bytes.length !== fact.bytes || (await sha256Hex(bytes)) !== fact.sha256)) wrong.push(fact.name)
  }
  if (wrong.length > 0) note(name, 'failed', `altered: ${wrong.join(', ')}`)
  else note(name, 'passed', `${facts.length} by SHA-256`)
}

/** The report rests on what it names: content, snapshot, run and knowledge by hash, and the readable copy says the same. */
async function checkContent(files: Files, manifest: Manifest, note: Note): Promise<ReportContent | null> {
  const bytes = files.get(partNames.content)
  if (!bytes) return null
  const content = parseExact(bytes, ReportContent)
  if (!content) {
    note('Report', 'failed', 'content.json is not a report in the form that is signed')
    return null
  }
  const wrong: string[] = []
  const must = (name: string, holds: boolean) => { if (!holds) wrong.push(name) }
  must('content hash', (await sha256Hex(bytes)) === manifest.contentHash)
  must('case, revision and demonstration', content.caseCode === manifest.caseCode && content.revision === manifest.revision && content.demonstration === manifest.demonstration)
  const hashIs = async (name: string, hash: string) => { const file = files.get(name); return !file || (await sha256Hex(file)) === hash }
  must('case snapshot', await hashIs(partNames.snapshot, content.snapshot))
  must('reviewed run', await hashIs(partNames.reviewedRun, content.reviewedRun))
  must('knowledge', await hashIs(partNames.knowledge, await sha256Hex(knowledgeBytes(content))))
  must('readable copy', await hashIs(besideNames.markdown, await sha256Hex(new TextEncoder().encode(contentMarkdown(content)))))
  if (wrong.length > 0) note('Report', 'failed', `does not fit: ${wrong.join(', ')}`)
  else note('Report', 'passed', `revision ${content.revision} of ${content.caseCode}, content ${manifest.contentHash.slice(0, 8)}`)
  return content
}
