import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import { emptyOpinion, missingFrom, Opinion } from '#src/domain/opinion.ts'
import type { Slot } from '#src/domain/person.ts'
import { refused, type Refused } from '#src/domain/refusal.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import type { Deps } from '../deps.ts'
import { opinionOf } from '../case/case-parts.ts'
import type { Opened } from '../case/open-case.ts'
import type { Draft, Json } from '../store/ports.ts'
import { carriedOpinion } from './carried-opinion.ts'

/** The draft store keys by person, so that nobody else's route can reach it. */
export const opinionPart = 'opinion'

/** My opinion: the committed one, or the draft as I left it. */
export async function myOpinion(deps: Deps, { state, person }: Opened, slot: Slot): Promise<OpinionDraftView> {
  const committed = state.opinions[slot]
  if (committed) {
    const opinion = (await opinionOf(deps, state, slot)) ?? emptyOpinion(slot)
    const { earlier } = await carriedOpinion(deps, state, slot, opinion)
    return { version: 0, opinion, savedAt: committed.at, committedAt: committed.at, missing: [], asked: askedOf(state), earlier }
  }
  return draftView(deps, state, slot, await deps.store.draft(state.id, person.id, opinionPart))
}

export async function saveMyOpinion(deps: Deps, { state, person }: Opened, slot: Slot, body: { version: number; opinion: Opinion }): Promise<OpinionDraftView | Refused> {
  if (state.opinions[slot]) return refused('already_committed')
  const before = await deps.store.draft(state.id, person.id, opinionPart)
  const { opinion: carried } = await carriedOpinion(deps, state, slot, before ? Opinion.parse(before.body) : null)
  // What was kept of an earlier file stays, whatever a page sends that does not know of it.
  const kept = [...body.opinion.ofEarlierFile, ...carried.ofEarlierFile.filter((one) => !body.opinion.ofEarlierFile.some((other) => other.kind === one.kind && other.id === one.id))]
  const saved = await deps.store.saveDraft(
    { caseId: state.id, personId: person.id, part: opinionPart, body: { ...body.opinion, ofEarlierFile: kept } as unknown as Json, savedAt: deps.clock().toISOString() }, // an Opinion is plain JSON
    body.version,
  )
  return saved.outcome === 'saved' ? draftView(deps, state, slot, saved.draft) : refused('stale_part')
}

async function draftView(deps: Deps, state: CaseState, slot: Slot, draft: Draft | null): Promise<OpinionDraftView> {
  const { opinion, earlier } = await carriedOpinion(deps, state, slot, draft ? Opinion.parse(draft.body) : null)
  return { version: draft?.version ?? 0, opinion, savedAt: draft?.savedAt ?? null, committedAt: null, missing: missingFrom(opinion, state.round.asked), asked: askedOf(state), earlier }
}

const askedOf = (state: CaseState) => ({ alterationIds: [...state.round.asked.alterationIds], interactionIds: [...state.round.asked.interactionIds] })
