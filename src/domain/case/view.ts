import type { Person, Role, Slot } from '../person.ts'
import { standingSignatures } from './decide.ts'
import { stageOf, type CaseState, type Stage } from './state.ts'

/** What one person may know of one case now. Everything that leaves the server is cut to this; `null`: the case does not exist for them. */
export type Sight = {
  slot: Slot | null
  role: Role
  committed: boolean
  /** The stage as this person may know it: never further than their own commitment tells. */
  stage: Stage
  opens: { ranking: boolean; comparison: boolean; report: boolean }
}

/**
 * The one rule of who sees what (design of trust, "What is a fact, and what opens when"). A coordinator sees facts and states, and the
 * report once it is released; an expert sees the ranking after their own commitment (or at once in the assisted protocol), the other's
 * opinion after both. Before that nothing in the answer depends on what the other expert has done.
 */
export function sightOf(state: CaseState, person: Pick<Person, 'id' | 'roles'>): Sight | null {
  const slot = state.assigned.genomic_expert === person.id ? 'genomic_expert' : state.assigned.oncologist === person.id ? 'oncologist' : null
  if (slot && person.roles.includes(slot)) return expertSight(state, slot)
  if (!person.roles.includes('coordinator')) return null
  return { slot: null, role: 'coordinator', committed: false, stage: stageOf(state), opens: { ranking: false, comparison: false, report: state.seal !== null } }
}

function expertSight(state: CaseState, slot: Slot): Sight {
  const committed = state.opinions[slot] !== null
  const revealed = state.revealedAt !== null
  return {
    slot, role: slot, committed, stage: revealed ? stageOf(state) : 'review',
    opens: { ranking: committed || state.protocol === 'assisted', comparison: revealed, report: state.consensus !== null },
  }
}

export type Task = 'take_in' | 'commit_opinion' | 'wait_for_other' | 'decide_rows' | 'agree_consensus' | 'adopt_sections' | 'sign' | 'wait_for_signature' | 'none'

/** What is asked of this person next. `openRows` and `openSections` are counted by the caller, and only where they are open to them. */
export function taskOf(state: CaseState, sight: Sight, open: { rows: number; sections: number }): Task {
  if (!sight.slot || state.seal) return 'none'
  if (!sight.committed) return 'commit_opinion'
  if (!sight.opens.comparison) return 'wait_for_other'
  if (!state.consensus) return open.rows > 0 ? 'decide_rows' : state.agreed[sight.slot] ? 'wait_for_other' : 'agree_consensus'
  if (open.sections > 0) return 'adopt_sections'
  return standingSignatures(state).some((s) => s.slot === sight.slot) ? 'wait_for_signature' : 'sign'
}
