import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import { isRefused } from '#src/domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { implement, refuse, refusalWithin } from '../implement.ts'
import { openCase } from '../case/open-case.ts'
import { agreeConsensus, decideRow } from '../consensus/act-on-consensus.ts'
import { comparisonViewOf } from '../consensus/comparison-view.ts'
import { annotateInteraction } from '../review/annotate-interaction.ts'
import { commitOpinion } from '../review/commit-opinion.ts'
import { raiseFlag, resolveFlag } from '../review/flags.ts'
import { judgeSuggestion } from '../review/judge-suggestion.ts'
import { myOpinion, saveMyOpinion } from '../review/my-opinion.ts'

const done = { done: true as const }

export function reviewRoutes(app: Hono, deps: Deps) {
  opinionRoutes(app, deps)
  consensusRoutes(app, deps)
  implement(app, deps, api.raiseFlag, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.raiseFlag, opened)
    const result = await raiseFlag(deps, opened, body)
    return isRefused(result) ? refusalWithin(api.raiseFlag, result) : done
  })
  implement(app, deps, api.resolveFlag, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.resolveFlag, opened)
    const result = await resolveFlag(deps, opened, params.flagId, body)
    return isRefused(result) ? refusalWithin(api.resolveFlag, result) : done
  })
}

function opinionRoutes(app: Hono, deps: Deps) {
  implement(app, deps, api.myOpinion, async ({ params, person }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.myOpinion, opened)
    return opened.sight.slot ? myOpinion(deps, opened, opened.sight.slot) : refuse('not_your_part')
  })
  implement(app, deps, api.saveOpinion, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.saveOpinion, opened)
    if (!opened.sight.slot || body.opinion.slot !== opened.sight.slot) return refuse('not_your_part')
    const saved = await saveMyOpinion(deps, opened, opened.sight.slot, body)
    return isRefused(saved) ? refusalWithin(api.saveOpinion, saved) : saved
  })
  implement(app, deps, api.commitOpinion, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.commitOpinion, opened)
    if (!opened.sight.slot) return refuse('not_your_part')
    const committed = await commitOpinion(deps, opened, opened.sight.slot, body)
    return isRefused(committed) ? refusalWithin(api.commitOpinion, committed) : committed
  })
  implement(app, deps, api.annotateInteraction, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.annotateInteraction, opened)
    if (!opened.sight.slot) return refuse('not_your_part')
    const result = await annotateInteraction(deps, opened, opened.sight.slot, { ...body, interactionId: params.interactionId })
    return isRefused(result) ? refusalWithin(api.annotateInteraction, result) : result
  })
  implement(app, deps, api.judgeSuggestion, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.judgeSuggestion, opened)
    if (!opened.sight.slot) return refuse('not_your_part')
    const result = await judgeSuggestion(deps, opened, opened.sight.slot, { ...body, therapy: params.therapy })
    return isRefused(result) ? refusalWithin(api.judgeSuggestion, result) : done
  })
}

function consensusRoutes(app: Hono, deps: Deps) {
  implement(app, deps, api.comparison, async ({ params, person }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.comparison, opened)
    return opened.sight.opens.comparison ? comparisonViewOf(deps, opened) : refuse('not_yet_revealed')
  })
  implement(app, deps, api.decideRow, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.decideRow, opened)
    const result = await decideRow(deps, opened, params.row, body)
    return isRefused(result) ? refusalWithin(api.decideRow, result) : done
  })
  implement(app, deps, api.agreeConsensus, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.agreeConsensus, opened)
    const result = await agreeConsensus(deps, opened, body)
    return isRefused(result) ? refusalWithin(api.agreeConsensus, result) : done
  })
}
