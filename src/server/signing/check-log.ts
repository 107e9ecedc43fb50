import { LogEntry } from '#src/domain/log-entry.ts'
import { verifyChain } from '#src/server/record/verify-chain.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { besideNames, frameNames, logLines, type ExportStatement } from './bundle.ts'
import type { FoundSignature } from './check-signatures.ts'
import type { Manifest } from './seal.ts'
import type { Files, Note } from './verification.ts'

/** The log is one unbroken chain up to the signed end, and tells of these very signatures and this seal. */
export async function checkLog(files: Files, manifest: Manifest, exported: ExportStatement, signatures: readonly FoundSignature[], note: Note): Promise<void> {
  const bytes = files.get(besideNames.log)
  if (!bytes) return
  const log = readLog(bytes)
  if (!log) return note('Log', 'failed', 'cannot be read as entries')
  const chain = await verifyChain(log)
  const last = log.at(-1)
  if (!chain.ok) return note('Log', 'failed', `entry ${chain.version}: ${chain.why}`)
  if (!last || last.version !== exported.log.version || last.hash !== exported.log.hash) return note('Log', 'failed', 'does not end where the export says')
  for (const signature of signatures) {
    const told = log.some((e) => e.type === 'report_signed' && e.data['statement'] === signature.statementHash && e.data['signature'] === signature.signatureHash && e.data['contentHash'] === manifest.contentHash && e.actor.personId === signature.statement.signer.id)
    if (!told) return note('Log', 'failed', `does not tell of the signature of ${signature.statement.signer.name}`)
  }
  const [manifestBytes, seal] = [files.get(frameNames.manifest), files.get(frameNames.seal)]
  const [manifestHash, sealHash] = [manifestBytes && (await sha256Hex(manifestBytes)), seal && (await sha256Hex(seal))]
  if (!log.some((e) => e.type === 'report_sealed' && e.data['manifest'] === manifestHash && e.data['seal'] === sealHash) && manifestHash && sealHash) return note('Log', 'failed', 'does not tell of this seal')
  note('Log', 'passed', `${log.length} entries, unbroken`)
}

function readLog(bytes: Uint8Array): LogEntry[] | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const entries = text.split('\n').filter((line) => line !== '').map((line) => LogEntry.parse(JSON.parse(line)))
    return logLines(entries) === text ? entries : null
  } catch { return null } // null: not entries; the caller says so
}
