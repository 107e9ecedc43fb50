import { sightOf, type Sight } from '#src/domain/case/view.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import type { Person } from '#src/domain/person.ts'
import { refused, type Refused } from '#src/domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { stateOf } from './act.ts'

export type Opened = { state: CaseState; sight: Sight; person: Person }

/** The case as this person may know it. Without a place in it the answer is the same as for a case that does not exist. */
export async function openCase(deps: Deps, caseId: string, person: Person): Promise<Opened | Refused> {
  const head = await deps.store.head(caseId)
  const state = head && stateOf(head)
  const sight = state && sightOf(state, person)
  if (!state || !sight) return refused('case_not_found')
  if (state.erasedAt) return refused('erased', state.erasedAt)
  return { state, sight, person }
}
