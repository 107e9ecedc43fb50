import { eventOf, type CaseEvent } from '#src/domain/case/events.ts'
import { decide, type Command } from '#src/domain/case/decide.ts'
import { evolve } from '#src/domain/case/evolve.ts'
import { stageOf, type CaseState } from '#src/domain/case/state.ts'
import { noPrevious, type LogEntry } from '#src/domain/log-entry.ts'
import type { Person } from '#src/domain/person.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { canonicalJson } from '../record/canonical-json.ts'
import { sealEntry } from '../record/seal-entry.ts'
import { sha256Hex } from '../record/sha-256.ts'
import type { Head, Json, Part } from '../store/ports.ts'

export type Prepared = { command: Command; parts: readonly Part[]; deleteDrafts: readonly { personId: string; part: string }[] }
export type Act = {
  caseId: string
  person: Person
  role: string
  commandId: string
  /** The body as asked: the same command id with another body is refused. */
  body: unknown
  /** Turns the newest state into a command. Runs again when somebody else appended in between. */
  prepare: (state: CaseState | null) => Promise<Prepared | Refused>
}

/** How often a decision is taken anew on a newer state before the caller is told; each round somebody else got through. */
const rounds = 60

/**
 * The one way an act becomes an entry: decide on the newest state, seal, append with the head in one transaction, or try again on what
 * the winner left. Answers only after the append is durable. A repeated command id answers with what it did the first time.
 */
export async function act(deps: Deps, { caseId, person, role, commandId, body, prepare }: Act): Promise<CaseState | Refused> {
  const fingerprint = await sha256Hex(new TextEncoder().encode(canonicalJson({ body: JSON.parse(JSON.stringify(body)), personId: person.id })))
  for (let round = 0; round < rounds; round++) {
    const done = await deps.store.receipt(caseId, commandId)
    const head = await deps.store.head(caseId)
    const state = head ? stateOf(head) : null
    if (done) return done.fingerprint === fingerprint && state ? state : refused('command_reused')
    const prepared = await prepare(state)
    if (isRefused(prepared)) return prepared
    const events = decide(state, prepared.command)
    if (isRefused(events)) return events
    const entries = await sealed(deps, events, { caseId, head, person, role, commandId })
    const next = entries.reduce<CaseState | null>((s, e) => evolve(s, caseId, eventOf(e), { version: e.version, at: e.at, personId: e.actor.personId }), state)
    const last = entries.at(-1)
    if (!next || !last) throw new Error('A decision without events')
    const outcome = await deps.store.append({
      caseId, expectedVersion: head?.version ?? 0, entries, head: headOf(next, last), parts: prepared.parts, deleteDrafts: prepared.deleteDrafts,
      receipt: { commandId, fingerprint, result: { version: last.version } },
    })
    if (outcome === 'appended') {
      return next
    }
  }
  return refused('stale_part')
}

type Sealing = { caseId: string; head: Head | null; person: Person; role: string; commandId: string }

async function sealed(deps: Deps, events: readonly CaseEvent[], { caseId, head, person, role, commandId }: Sealing): Promise<LogEntry[]> {
  const entries: LogEntry[] = []
  const at = deps.clock().toISOString()
  for (const event of events) {
    const before = entries.at(-1)
    entries.push(await sealEntry({
      caseId, version: (before?.version ?? head?.version ?? 0) + 1, v: 1, type: event.type, at, actor: { personId: person.id, role }, commandId,
      data: event.data as LogEntry['data'], // every event shape is plain JSON
      previous: before?.hash ?? head?.hash ?? noPrevious,
    }))
  }
  return entries
}

/** The head row holds the state as this file wrote it; `rebuild` makes the same from the log. */
/** A case that was never corrected keeps neither list in its head: the same row as before records could be corrected. */
export const stateOf = (head: Head): CaseState => ({ corrections: [], earlier: [], ...(head.state as object) }) as unknown as CaseState // written by headOf only

export function headOf(state: CaseState, last: Pick<LogEntry, 'version' | 'hash'>): Head {
  const { corrections, earlier, ...uncorrected } = state
  const kept = corrections.length > 0 ? { ...uncorrected, corrections, earlier } : uncorrected
  return {
    caseId: state.id, version: last.version, hash: last.hash,
    state: kept as unknown as Json, // CaseState is plain JSON by construction
    columns: { stage: stageOf(state), due: state.due, assignees: [state.assigned.genomic_expert, state.assigned.oncologist, state.coordinator], demonstration: state.demonstration },
  }
}
