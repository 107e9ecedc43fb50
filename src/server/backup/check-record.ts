import type { LogEntry } from '#src/domain/log-entry.ts'
import { canonicalJson } from '../record/canonical-json.ts'
import { verifyChain } from '../record/verify-chain.ts'
import { openEnvelope } from '../signing/dsse.ts'
import { manifestType } from '../signing/seal.ts'
import { statementType } from '../signing/statement.ts'
import type { Keys } from '../keys/key-port.ts'
import type { Store } from '../store/ports.ts'
import { rebuiltHead } from './rebuild-head.ts'

export type RecordReport = { cases: number; entries: number; parts: number; signatures: number; erased: number; problems: readonly string[] }

/**
 * Everything the record promises, looked at from outside: every chain, every head against its log, every part an entry names, every
 * signature and seal. Changes nothing.
 */
export async function checkRecord(store: Store, keys: Keys): Promise<RecordReport> {
  const publicKey = await crypto.subtle.importKey('raw', new Uint8Array(keys.publicKey), 'Ed25519', true, ['verify'])
  const counts = { cases: 0, entries: 0, parts: 0, signatures: 0, erased: 0 }
  const problems: string[] = []
  for (const head of await store.heads()) {
    const entries = await store.entries(head.caseId)
    counts.cases += 1
    counts.entries += entries.length
    const say = (what: string) => problems.push(`case ${head.caseId}: ${what}`)
    const chain = await verifyChain(entries)
    if (!chain.ok) {
      say(`version ${chain.version}: ${chain.why}`)
      continue
    }
    if (canonicalJson(rebuiltHead(entries)) !== canonicalJson(head)) say('the head row is not what the log says')
    if (entries.some(({ type }) => type === 'case_erased')) {
      counts.erased += 1
      continue
    }
    for (const entry of entries) {
      for (const { name, hash } of partsNamedBy(entry)) {
        const part = await store.part(head.caseId, hash).catch(() => null)
        if (!part) {
          say(`version ${entry.version}: the part ${name} is missing or does not open`)
          continue
        }
        counts.parts += 1
        const envelope = name === 'signature' ? statementType : name === 'seal' ? manifestType : null
        if (envelope === null) continue
        counts.signatures += 1
        const opened = await openEnvelope(part.bytes, envelope, publicKey, keys.fingerprint)
        if (!opened.ok) say(`version ${entry.version}: the ${name} ${opened.why}`)
      }
    }
  }
  return { ...counts, problems }
}

/** Hashes in an entry that are not parts: the content a signature is about is stored under `content`, a release is named by its rows. */
const notParts = new Set(['contentHash', 'hash'])

function partsNamedBy(entry: LogEntry): { name: string; hash: string }[] {
  const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
  return Object.entries(entry.data).filter(([name]) => !notParts.has(name)).flatMap(([name, value]) => (
    (Array.isArray(value) ? value : [value]).filter(isHash).map((hash) => ({ name, hash }))
  ))
}
