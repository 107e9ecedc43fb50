import { eventShapes, type EventType } from '#src/domain/case/events.ts'
import { noPrevious, type LogEntry } from '#src/domain/log-entry.ts'
import { rebuiltHead } from '#src/server/backup/rebuild-head.ts'
import { jsonPart } from '#src/server/case/parts.ts'
import { sealEntry } from '#src/server/record/seal-entry.ts'
import type { Append, Part } from '#src/server/store/ports.ts'

/** A case as the product writes it: taken in, its first round opened, and some flags raised, with every part it names. */
export async function aCaseLog(caseId: string, flags = 0): Promise<Append> {
  const parts: Part[] = []
  const part = async (kind: string) => {
    const made = await jsonPart(caseId, kind, { kind, of: caseId })
    parts.push(made)
    return made.hash
  }
  const acts: { type: EventType; data: unknown }[] = [
    { type: 'case_taken_in', data: {
      code: `C-${caseId}`, tumourType: 'LUAD', protocol: 'independent', demonstration: false, due: '2026-04-01', assigned: { genomic_expert: 'genomics', oncologist: 'oncology' },
      coordinator: 'coordinator', intake: await part('intake'), profile: await part('profile'), identity: await part('identity'), files: [await part('file')], gaps: [],
    } },
    { type: 'round_opened', data: {
      round: 1, reason: 'first', snapshot: await part('snapshot'), baseRun: await part('run'), knowledge: { release: '2026.11', hash: 'f'.repeat(64) }, date: '2026-03-02',
      asked: { alterationIds: [], interactionIds: [] },
    } },
  ]
  for (let flag = 0; flag < flags; flag += 1) acts.push({ type: 'flag_raised', data: { flag: `flag-${flag}`, text: await part(`flag ${flag}`), blocking: false } })
  const entries: LogEntry[] = []
  for (const { type, data } of acts) {
    const before = entries.at(-1)
    // Guaranteed by the shape of the event, which is plain JSON.
    const plain = eventShapes[type].parse(data) as LogEntry['data']
    entries.push(await sealEntry({
      caseId, version: entries.length + 1, v: 1, type, at: '2026-03-02T12:00:00.000Z', actor: { personId: 'coordinator', role: 'coordinator' }, commandId: `take-in-${caseId}`,
      data: plain, previous: before?.hash ?? noPrevious,
    }))
  }
  return { caseId, expectedVersion: 0, entries, head: rebuiltHead(entries), parts, deleteDrafts: [], receipt: { commandId: `take-in-${caseId}`, fingerprint: 'f', result: { version: entries.length } } }
}
