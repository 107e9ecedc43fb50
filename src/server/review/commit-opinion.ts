import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import { missingFrom, Opinion } from '#src/domain/opinion.ts'
import type { Slot } from '#src/domain/person.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { act } from '../case/act.ts'
import { analyseRound } from '../case/analyse-case.ts'
import { atItsRelease } from '../case/at-its-release.ts'
import { baseRunOf, overridesOf, roundInputOf } from '../case/case-parts.ts'
import type { Opened } from '../case/open-case.ts'
import { jsonPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'
import { carriedOpinion } from './carried-opinion.ts'
import { myOpinion, opinionPart } from './my-opinion.ts'

/** Freezes the draft for ever and computes my run: the base run with my annotations. When the other's is committed too, both are revealed. */
export async function commitOpinion(deps: Deps, opened: Opened, slot: Slot, body: { commandId: string; version: number }): Promise<OpinionDraftView | Refused> {
  const { person } = opened
  const caseId = opened.state.id
  const done = await act(deps, {
    caseId, person, role: slot, commandId: body.commandId, body: { commit: body.version },
    prepare: async (state) => {
      if (!state) return refused('case_not_found')
      if (state.opinions[slot]) return refused('already_committed')
      const draft = await deps.store.draft(caseId, person.id, opinionPart)
      if ((draft?.version ?? 0) !== body.version) return refused('stale_part')
      // Without a draft of this round it is the earlier opinion, carried over, that is said to stand.
      const { opinion, earlier } = await carriedOpinion(deps, state, slot, draft ? Opinion.parse(draft.body) : null)
      if (!draft && !earlier) return refused('stale_part')
      const base = await baseRunOf(deps, state)
      const mine = await analyseRound(await atItsRelease(deps, state), caseId, await roundInputOf(deps, state), overridesOf(opinion, opinion.interactions, base))
      const part = await jsonPart(caseId, 'opinion', opinion)
      return {
        command: { type: 'commit_opinion', personId: person.id, opinion: part.hash, run: mine.part.hash, missing: missingFrom(opinion, state.round.asked) },
        parts: [part, mine.part], deleteDrafts: [{ personId: person.id, part: opinionPart }],
      }
    },
  })
  if (isRefused(done)) return done
  return myOpinion(deps, { ...opened, state: done }, slot)
}
