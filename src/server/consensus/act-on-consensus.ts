import { noOverrides } from '#src/domain/analysis.ts'
import { needsDecision } from '#src/domain/comparison/compare.ts'
import { overridesOfPlan, planOf } from '#src/domain/comparison/plan.ts'
import type { Plan, RowDecision } from '#src/domain/comparison/row.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { act } from '../case/act.ts'
import { analyseRound } from '../case/analyse-case.ts'
import { atItsRelease } from '../case/at-its-release.ts'
import { baseRunOf, roundInputOf } from '../case/case-parts.ts'
import { bothOpinions, comparisonRowsOf } from '../case/comparison-rows.ts'
import type { Opened } from '../case/open-case.ts'
import { jsonPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'
import { decisionOf } from './comparison-view.ts'

type Done = { done: true } | Refused

/** Decides a row. A new decision takes back both agreements to the plan as a whole. */
export async function decideRow(deps: Deps, { state: seen, person, sight }: Opened, row: string, body: { commandId: string; version: number; decision: RowDecision }): Promise<Done> {
  const decision = await jsonPart(seen.id, 'decision', { ...body.decision, row })
  const done = await act(deps, {
    caseId: seen.id, person, role: sight.role, commandId: body.commandId, body: { ...body, commandId: '', row },
    prepare: async (state) => {
      if (!state?.revealedAt) return refused(state ? 'not_yet_revealed' : 'case_not_found')
      const known = (await comparisonRowsOf(deps, state)).some((r) => r.id === row)
      const { outcome, reason, dissent, text } = body.decision
      const hasReason = outcome === 'needs_test' ? text.trim().length > 2 : reason !== 'none' && (outcome === 'left_open' || dissent.trim().length > 2)
      return { command: { type: 'decide_row', personId: person.id, row, outcome, decision: decision.hash, version: body.version, known, hasReason }, parts: [decision], deleteDrafts: [] }
    },
  })
  return isRefused(done) ? done : { done: true }
}

/** Agrees to everything as decided. The second agreement closes consensus and computes the reviewed run: the one that is reported and signed. */
export async function agreeConsensus(deps: Deps, { state: seen, person, sight }: Opened, body: { commandId: string }): Promise<Done> {
  const done = await act(deps, {
    caseId: seen.id, person, role: sight.role, commandId: body.commandId, body: { agree: true },
    prepare: async (state) => {
      if (!state?.revealedAt) return refused(state ? 'not_yet_revealed' : 'case_not_found')
      const rows = await comparisonRowsOf(deps, state)
      const plan = await planNow(deps, state)
      const planPart = await jsonPart(seen.id, 'plan', plan)
      const base = await baseRunOf(deps, state)
      const known = new Set(base.interactions.map((i) => i.id))
      const { rejectedDrivers, disputedInteractions } = overridesOfPlan(plan)
      const drivers = new Set(base.drivers.flatMap((d) => d.alterationIds))
      const reviewed = await analyseRound(await atItsRelease(deps, state), seen.id, await roundInputOf(deps, state), {
        ...noOverrides, rejectedDrivers: rejectedDrivers.filter((id) => drivers.has(id)).sort(), disputedInteractions: disputedInteractions.filter((id) => known.has(id)).sort(),
      })
      const openRows = rows.filter((r) => needsDecision(r) && !state.decisions[r.id]).length
      return { command: { type: 'agree_consensus', personId: person.id, openRows, plan: planPart.hash, run: reviewed.part.hash }, parts: [planPart, reviewed.part], deleteDrafts: [] }
    },
  })
  return isRefused(done) ? done : { done: true }
}

/** The plan as the decisions stand. */
export async function planNow(deps: Deps, state: CaseState): Promise<Plan> {
  const rows = await comparisonRowsOf(deps, state)
  const decisions = new Map<string, RowDecision>()
  for (const row of rows) {
    const decision = await decisionOf(deps, state, row.id)
    if (decision) decisions.set(row.id, decision)
  }
  return planOf(rows, decisions, await bothOpinions(deps, state))
}
