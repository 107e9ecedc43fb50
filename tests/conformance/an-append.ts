import { noPrevious, type LogEntry } from '#src/domain/log-entry.ts'
import { sealEntry } from '#src/server/record/seal-entry.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import type { Append, Head, Part } from '#src/server/store/ports.ts'

export const noon = '2026-03-02T12:00:00.000Z'

/** What the act is decided on: the last version and its hash. */
export type Tip = { version: number; hash: string }
export const start: Tip = { version: 0, hash: noPrevious }

type Wish = { caseId?: string; commandId?: string; personId?: string; entries?: number; parts?: readonly Part[]; deleteDrafts?: Append['deleteDrafts'] }

/** A well-formed append of one act; its head says how many entries there are. */
export async function anAppend(tip: Tip, wish: Wish = {}): Promise<Append> {
  const { caseId = 'case-1', commandId = `command-${tip.version + 1}`, personId = 'person-1', entries: count = 1, parts = [], deleteDrafts = [] } = wish
  const entries: LogEntry[] = []
  let previous = tip.hash
  for (let index = 0; index < count; index += 1) {
    const entry = await sealEntry({
      caseId, version: tip.version + index + 1, v: 1, type: 'noted', at: noon, actor: { personId, role: 'oncologist' }, commandId,
      data: { part: parts[0]?.hash ?? null, ordinal: index }, previous,
    })
    previous = entry.hash
    entries.push(entry)
  }
  const version = tip.version + count
  return {
    caseId, expectedVersion: tip.version, entries, head: aHead(caseId, version, previous), parts, deleteDrafts,
    receipt: { commandId, fingerprint: `fingerprint of ${commandId}`, result: { version } },
  }
}

export const aHead = (caseId: string, version: number, hash: string): Head => ({
  caseId, version, hash, state: { entries: version, text: 'naïve – tumour ≥ 20 %' },
  columns: { stage: 'intake', due: '2026-04-01', assignees: ['person-1', 'person-2'], demonstration: version % 2 === 1 },
})

export const tipOf = (append: Append): Tip => ({ version: append.head.version, hash: append.head.hash })

export async function aPart(text: string, caseId = 'case-1'): Promise<Part> {
  const bytes = new TextEncoder().encode(text)
  return { hash: await sha256Hex(bytes), caseId, kind: 'text', bytes }
}
