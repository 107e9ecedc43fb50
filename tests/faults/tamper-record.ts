import type { LogEntry } from '#src/domain/log-entry.ts'
import { checkRecord, type RecordToCheck } from '#src/server/backup/check-record.ts'
import { rebuiltHead } from '#src/server/backup/rebuild-head.ts'
import type { Keys } from '#src/server/keys/key-port.ts'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { makeCheckpoint, type Checkpoint } from '#src/server/record/checkpoint.ts'
import type { Head, Part } from '#src/server/store/ports.ts'
import { aCaseLog } from '#tests/support/a-case-log.ts'

/** A record as whoever holds the database could change it: everything but the keys and the file outside. */
export type OpenRecord = { logs: Map<string, LogEntry[]>; heads: Map<string, Head>; checkpoints: Checkpoint[] }
export type TestRecord = { record: OpenRecord; outside: readonly Checkpoint[]; parts: ReadonlyMap<string, Part>; keys: Keys }

/** Five cases that grow in turn, with a checkpoint after each act. */
export async function aRecord(): Promise<TestRecord> {
  const keys = await memoryKeys()
  const whole = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((caseId, index) => aCaseLog(caseId, 3 + index)))
  const parts = new Map(whole.flatMap((append) => append.parts).map((part) => [`${part.caseId} ${part.hash}`, part]))
  const checkpoints: Checkpoint[] = []
  const longest = Math.max(...whole.map((append) => append.entries.length))
  for (let version = 1; version <= longest; version += 1) {
    for (const { caseId, entries } of whole) {
      const entry = entries[version - 1]
      if (entry) checkpoints.push(await makeCheckpoint(keys, checkpoints.at(-1) ?? null, '2026-03-02T12:00:00.000Z', [{ caseId, version, hash: entry.hash }]))
    }
  }
  const logs = new Map(whole.map(({ caseId, entries }) => [caseId, [...entries]]))
  return { record: { logs, heads: new Map(whole.map(({ caseId, head }) => [caseId, head])), checkpoints }, outside: checkpoints, parts, keys }
}

export const copyOf = (record: OpenRecord): OpenRecord => structuredClone(record)

/** What the check says of a record. `blind`: without any checkpoint, as a control. */
export async function problemsOf({ outside, parts, keys }: Omit<TestRecord, 'record'>, record: OpenRecord, blind = false): Promise<readonly string[]> {
  const store: RecordToCheck['store'] = {
    heads: () => Promise.resolve([...record.heads.values()]),
    entries: (caseId) => Promise.resolve(record.logs.get(caseId) ?? []),
    part: (caseId, hash) => Promise.resolve(parts.get(`${caseId} ${hash}`) ?? null),
  }
  const { problems } = await checkRecord({ store, publicKey: keys.publicKey, fingerprint: keys.fingerprint, checkpoints: blind ? [] : record.checkpoints, outside: blind ? [] : outside })
  return problems
}

/** The head row as the intruder makes it fit again. */
export function refit(record: OpenRecord, caseId: string): void {
  const entries = record.logs.get(caseId) ?? []
  record.heads.set(caseId, rebuiltHead(entries))
}
