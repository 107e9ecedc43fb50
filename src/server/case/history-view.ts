import type { HistoryView } from '#src/contract/views/report-view.ts'
import type { LogEntry } from '#src/domain/log-entry.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import type { Sight } from '#src/domain/case/view.ts'
import type { Deps } from '../deps.ts'
import { verifyChain } from '../record/verify-chain.ts'
import type { Opened } from './open-case.ts'

/** Acts that tell what the other expert did: left out until both have committed, and with them every later version. */
export async function historyViewOf(deps: Deps, { state, sight, person }: Opened): Promise<HistoryView> {
  const entries = await deps.store.entries(state.id)
  const chain = await verifyChain(entries)
  const names = new Map((await deps.identity.people()).map((p) => [p.id, p.name]))
  const seen = entries.filter((e) => mayKnow(e, state, sight, person.id))
  return {
    entries: seen.map((e) => ({
      // Before the reveal versions would count the other's acts; a person then sees their own place in what they may see.
      version: sight.opens.comparison ? e.version : seen.indexOf(e) + 1,
      at: e.at, by: names.get(e.actor.personId) ?? 'unknown', role: e.actor.role, act: e.type, detail: detailOf(e), hash: sight.opens.comparison ? e.hash : '',
    })),
    complete: sight.opens.comparison, chain: chain.ok ? 'intact' : 'broken',
  }
}

const ofEverybody = new Set(['case_taken_in', 'round_opened', 'records_corrected', 'flag_raised', 'flag_resolved'])

function mayKnow(entry: LogEntry, state: CaseState, sight: Sight, personId: string): boolean {
  if (sight.opens.comparison || ofEverybody.has(entry.type)) return true
  // A coordinator follows states; acts of a review stay unseen until the report is released.
  return sight.slot ? entry.actor.personId === personId : state.seal !== null
}

/** A reason in words is a part of its own, named here by its hash: that says nothing to a person. */
const hash = /^[0-9a-f]{64}$/

function detailOf({ data }: LogEntry): string {
  const said = ['slot', 'row', 'outcome', 'section', 'verdict', 'therapy', 'interactionId', 'revision', 'meaning', 'reason', 'code'].flatMap((key) => {
    const value = data[key]
    return (typeof value === 'string' && !hash.test(value)) || typeof value === 'number' ? [`${key} ${value}`] : []
  })
  return said.join(', ')
}
