import { carryOpinion, type Correction } from '#src/domain/correction/carry-opinion.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import { emptyOpinion, type Opinion } from '#src/domain/opinion.ts'
import type { Slot } from '#src/domain/person.ts'
import { annotationsOf, baseRunOf, opinionOf, profilePartOf } from '../case/case-parts.ts'
import { differenceOf } from '../case/correction-parts.ts'
import type { Deps } from '../deps.ts'

/** What this person said of an earlier reading of the records: when it was committed, if it was, and how much of it stands on the present one. */
export type EarlierOpinion = { round: number; committedAt: string | null; carried: number; vanished: Opinion['ofEarlierFile'] }

async function correctionsOf(deps: Deps, state: CaseState): Promise<Correction[]> {
  return Promise.all(state.corrections.map(async ({ round, difference }) => ({ round, difference: await differenceOf(deps, state.id, difference) })))
}

/** The last opinion this expert committed before a correction, with the annotations that stood when the round ended. */
async function lastCommitted(deps: Deps, state: CaseState, slot: Slot): Promise<{ opinion: Opinion; round: number; at: string } | null> {
  const earlier = state.earlier.findLast((one) => one.opinions[slot] !== null)
  const committed = earlier?.opinions[slot]
  if (!earlier || !committed) return null
  const then: CaseState = { ...state, ...earlier }
  const opinion = await opinionOf(deps, then, slot)
  return opinion && { opinion: { ...opinion, interactions: await annotationsOf(deps, then, slot) }, round: earlier.round.number, at: committed.at }
}

/**
 * The draft of this round: what the person has written, else what they committed before the correction, carried over to the present reading. Only their own words are looked
 * at, so that nothing here depends on the other expert.
 */
export async function carriedOpinion(deps: Deps, state: CaseState, slot: Slot, draft: Opinion | null): Promise<{ opinion: Opinion; earlier: EarlierOpinion | null }> {
  if (state.corrections.length === 0) return { opinion: draft ?? emptyOpinion(slot), earlier: null }
  const committed = await lastCommitted(deps, state, slot)
  const before = draft ?? committed?.opinion ?? emptyOpinion(slot)
  const [{ profile }, run] = [await profilePartOf(deps, state), await baseRunOf(deps, state)]
  const present = { alterationIds: new Set(profile.alterations.map((one) => one.id)), interactionIds: new Set(run.interactions.map((one) => one.id)) }
  const opinion = carryOpinion(before, await correctionsOf(deps, state), present)
  const carried = opinion.drivers.length + opinion.interactions.length
  const hasEarlier = committed !== null || opinion.ofEarlierFile.length > 0 || (draft !== null && carried > 0)
  return { opinion, earlier: hasEarlier ? { round: committed?.round ?? state.round.number - 1, committedAt: committed?.at ?? null, carried, vanished: opinion.ofEarlierFile } : null }
}
