import type { LogEntry } from '#src/domain/log-entry.ts'
import { canonicalJson } from '../record/canonical-json.ts'
import { verifyCheckpoints, type Checkpoint } from '../record/checkpoint.ts'
import { verifyChain } from '../record/verify-chain.ts'
import { openEnvelope } from '../signing/dsse.ts'
import { manifestType } from '../signing/seal.ts'
import { statementType } from '../signing/statement.ts'
import type { Store } from '../store/ports.ts'
import { rebuiltHead } from './rebuild-head.ts'

export type RecordReport = { cases: number; entries: number; parts: number; signatures: number; erased: number; checkpoints: number; problems: readonly string[] }

export type RecordToCheck = {
  store: Pick<Store, 'heads' | 'entries' | 'part'>
  publicKey: Uint8Array
  fingerprint: string
  /** As the database has them. */
  checkpoints: readonly Checkpoint[]
  /** As the file outside the database has them; empty when there is none. Each must be in the database too. */
  outside: readonly Checkpoint[]
}

/**
 * Everything the record promises, looked at from outside: every chain, every head against its log, every part an entry names, every
 * signature and seal, every checkpoint. Changes nothing; names the first bad place of each case.
 */
export async function checkRecord({ store, publicKey, fingerprint, checkpoints, outside }: RecordToCheck): Promise<RecordReport> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', true, ['verify'])
  const report = { cases: 0, entries: 0, parts: 0, signatures: 0, erased: 0, checkpoints: checkpoints.length }
  const problems: string[] = []
  const logs = new Map<string, readonly LogEntry[]>()
  for (const head of await store.heads()) {
    const entries = await store.entries(head.caseId)
    logs.set(head.caseId, entries)
    report.cases += 1
    report.entries += entries.length
    const say = (what: string) => problems.push(`case ${head.caseId}: ${what}`)
    const chain = await verifyChain(entries)
    if (!chain.ok) say(`version ${chain.version}: ${chain.why}`)
    else if (headOfLog(entries) !== canonicalJson(head)) say('the head row is not what the log says')
    else if (entries.some(({ type }) => type === 'case_erased')) report.erased += 1
    else {
      const found = await checkParts(store, entries, { key, fingerprint }, say)
      report.parts += found.parts
      report.signatures += found.signatures
    }
  }
  for (const { caseId, version, why, ordinal } of await verifyCheckpoints(checkpoints, publicKey, logs)) {
    problems.push(`checkpoint ${ordinal}${caseId === null ? '' : `, case ${caseId}, version ${version}`}: ${why}`)
  }
  const inside = new Set(checkpoints.map(({ statement }) => statement))
  for (const { ordinal, statement } of outside) if (!inside.has(statement)) problems.push(`checkpoint ${ordinal}: is outside, but not in the database`)
  return { ...report, problems }
}

/** null: not even a head can be made of the log. */
function headOfLog(entries: readonly LogEntry[]): string | null {
  try {
    return canonicalJson(rebuiltHead(entries))
  } catch {
    return null
  }
}

async function checkParts(store: RecordToCheck['store'], entries: readonly LogEntry[], { key, fingerprint }: { key: CryptoKey; fingerprint: string }, say: (what: string) => void) {
  const counts = { parts: 0, signatures: 0 }
  for (const entry of entries) {
    for (const { name, hash } of partsNamedBy(entry)) {
      const part = await store.part(entry.caseId, hash).catch(() => null)
      if (!part) {
        say(`version ${entry.version}: the part ${name} is missing or does not open`)
        continue
      }
      counts.parts += 1
      const envelope = name === 'signature' ? statementType : name === 'seal' ? manifestType : null
      if (envelope === null) continue
      counts.signatures += 1
      const opened = await openEnvelope(part.bytes, envelope, key, fingerprint)
      if (!opened.ok) say(`version ${entry.version}: the ${name} ${opened.why}`)
    }
  }
  return counts
}

/** Hashes in an entry that are not parts: the content a signature is about is stored under `content`, a release is named by its rows. */
const notParts = new Set(['contentHash', 'hash'])

function partsNamedBy(entry: LogEntry): { name: string; hash: string }[] {
  const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
  return Object.entries(entry.data).filter(([name]) => !notParts.has(name)).flatMap(([name, value]) => (
    (Array.isArray(value) ? value : [value]).filter(isHash).map((hash) => ({ name, hash }))
  ))
}
