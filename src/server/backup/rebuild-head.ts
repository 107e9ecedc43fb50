import { eventOf } from '#src/domain/case/events.ts'
import { evolve } from '#src/domain/case/evolve.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import type { LogEntry } from '#src/domain/log-entry.ts'
import { headOf } from '../case/act.ts'
import type { Head, Store } from '../store/ports.ts'

/** The head row as the log alone says it. `entries`: the whole log of one case. */
export function rebuiltHead(entries: readonly LogEntry[]): Head {
  const last = entries.at(-1)
  const state = entries.reduce<CaseState | null>((before, entry) => (
    evolve(before, entry.caseId, eventOf(entry), { version: entry.version, at: entry.at, personId: entry.actor.personId })
  ), null)
  if (!last || !state) throw new Error('a case without entries has no head')
  return headOf(state, last)
}

/** Recomputes every head from its log and writes it. Returns how many. */
export async function rebuildHeads(store: Store): Promise<number> {
  const heads = await store.heads()
  for (const { caseId } of heads) await store.putHead(rebuiltHead(await store.entries(caseId)))
  return heads.length
}
