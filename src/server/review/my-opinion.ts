import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import { emptyOpinion, missingFrom, Opinion } from '#src/domain/opinion.ts'
import type { Slot } from '#src/domain/person.ts'
import { refused, type Refused } from '#src/domain/refusal.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import type { Deps } from '../deps.ts'
import { opinionOf } from '../case/case-parts.ts'
import type { Opened } from '../case/open-case.ts'
import type { Draft, Json } from '../store/ports.ts'

/** The draft store keys by person, so that nobody else's route can reach it. */
export const opinionPart = 'opinion'

/** My opinion: the committed one, or the draft as I left it. */
export async function myOpinion(deps: Deps, { state, person }: Opened, slot: Slot): Promise<OpinionDraftView> {
  const committed = state.opinions[slot]
  if (committed) {
    const opinion = (await opinionOf(deps, state, slot)) ?? emptyOpinion(slot)
    return { version: 0, opinion, savedAt: committed.at, committedAt: committed.at, missing: [], asked: askedOf(state) }
  }
  return draftView(state, slot, await deps.store.draft(state.id, person.id, opinionPart))
}

export async function saveMyOpinion(deps: Deps, { state, person }: Opened, slot: Slot, body: { version: number; opinion: Opinion }): Promise<OpinionDraftView | Refused> {
  if (state.opinions[slot]) return refused('already_committed')
  const saved = await deps.store.saveDraft(
    { caseId: state.id, personId: person.id, part: opinionPart, body: body.opinion as unknown as Json, savedAt: deps.clock().toISOString() }, // an Opinion is plain JSON
    body.version,
  )
  return saved.outcome === 'saved' ? draftView(state, slot, saved.draft) : refused('stale_part')
}

function draftView(state: CaseState, slot: Slot, draft: Draft | null): OpinionDraftView {
  const opinion = draft ? Opinion.parse(draft.body) : emptyOpinion(slot)
  return { version: draft?.version ?? 0, opinion, savedAt: draft?.savedAt ?? null, committedAt: null, missing: missingFrom(opinion, state.round.asked), asked: askedOf(state) }
}

const askedOf = (state: CaseState) => ({ alterationIds: [...state.round.asked.alterationIds], interactionIds: [...state.round.asked.interactionIds] })
