import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { agreeConsensus, decideRow } from '../consensus/act-on-consensus.ts'
import { comparisonViewOf } from '../consensus/comparison-view.ts'
import type { Deps } from '../deps.ts'
import { annotateInteraction } from '../review/annotate-interaction.ts'
import { commitOpinion } from '../review/commit-opinion.ts'
import { raiseFlag, resolveFlag } from '../review/flags.ts'
import { judgeSuggestion } from '../review/judge-suggestion.ts'
import { myOpinion, saveMyOpinion } from '../review/my-opinion.ts'
import { onCase } from './on-case.ts'

/** An act whose answer is only that it was done. */
const done = async (act: Promise<unknown>): Promise<{ done: true } | Refused> => {
  const result = await act
  return isRefused(result) ? result : { done: true }
}

export function reviewRoutes(app: Hono, deps: Deps) {
  const { opened, inSlot } = onCase(app, deps)

  inSlot(api.myOpinion, (o, slot) => myOpinion(deps, o, slot))
  inSlot(api.saveOpinion, async (o, slot, { body }) => (body.opinion.slot === slot ? saveMyOpinion(deps, o, slot, body) : refused('not_your_part')))
  inSlot(api.commitOpinion, (o, slot, { body }) => commitOpinion(deps, o, slot, body))
  inSlot(api.annotateInteraction, (o, slot, { body, params }) => annotateInteraction(deps, o, slot, { ...body, interactionId: params.interactionId }))
  inSlot(api.judgeSuggestion, (o, slot, { body, params }) => done(judgeSuggestion(deps, o, slot, { ...body, therapy: params.therapy })))

  opened(api.raiseFlag, (o, { body }) => done(raiseFlag(deps, o, body)))
  opened(api.resolveFlag, (o, { body, params }) => done(resolveFlag(deps, o, params.flagId, body)))

  opened(api.comparison, async (o) => (o.sight.opens.comparison ? comparisonViewOf(deps, o) : refused('not_yet_revealed')))
  opened(api.decideRow, (o, { body, params }) => done(decideRow(deps, o, params.row, body)))
  opened(api.agreeConsensus, (o, { body }) => done(agreeConsensus(deps, o, body)))
}
