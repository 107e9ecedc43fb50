import type { Opinion } from '../opinion.ts'
import type { Slot } from '../person.ts'
import type { ComparisonRow, Plan, RowDecision } from './row.ts'

/**
 * The plan that the decisions come to. Rows that both experts said alike and nobody decided apart enter as said; what was left open is
 * printed with both wordings.
 */
export function planOf(rows: readonly ComparisonRow[], decisions: ReadonlyMap<string, RowDecision>, opinions: Record<Slot, Opinion>): Plan {
  const decided = (row: ComparisonRow) => decisions.get(row.id) ?? null
  const plan: Plan = {
    options: [], notToDo: [], tests: [], germline: [], drivers: [], interactions: [], openDissent: [],
    noTherapeuticConsequence: opinions.genomic_expert.noTherapeuticConsequence && opinions.oncologist.noTherapeuticConsequence,
  }
  for (const row of rows) {
    const decision = decided(row)
    const stance = decision?.stance ?? agreedStance(row)
    const text = decision?.text || row.oncologist?.text || row.genomic_expert?.text || ''
    if (decision && (decision.outcome === 'agreed_dissent' || decision.outcome === 'left_open')) plan.openDissent.push({ subject: row.subject, text: decision.text, dissent: decision.dissent, reason: decision.reason })
    if (decision?.outcome === 'needs_test') plan.tests.push({ test: decision.text, reason: `decides on ${row.subject}` })
    if (!stance) continue
    if (row.kind === 'therapy') addTherapy(plan, row, decision, stance, text)
    if (row.kind === 'test' && stance === 'for' && decision?.outcome !== 'needs_test') plan.tests.push({ test: row.subject, reason: text })
    if (row.kind === 'germline' && stance === 'for') plan.germline.push(text)
    if (row.kind === 'driver') plan.drivers.push({ alterationId: row.id.slice('driver:'.length), subject: row.subject, stance, text })
    if (row.kind === 'interaction') plan.interactions.push({ interactionId: row.id.slice('interaction:'.length), stance, text })
  }
  plan.options.sort((a, b) => (a.priority ?? 99) - (b.priority ?? 99) || (a.drugs.join() < b.drugs.join() ? -1 : 1))
  return plan
}

function agreedStance(row: ComparisonRow) {
  const a = row.genomic_expert?.stance
  const b = row.oncologist?.stance
  if (row.kind === 'therapy') return null // an option enters the plan only by a decision of consensus
  if (a && b) return a === b ? a : null
  return a ?? b ?? null
}

function addTherapy(plan: Plan, row: ComparisonRow, decision: RowDecision | null, stance: 'for' | 'against' | 'open', text: string) {
  if (stance === 'against') plan.notToDo.push({ drugs: row.subject.split(' + '), reason: text, dissent: decision?.dissent ?? '' })
  else if (stance === 'for' && decision?.option) plan.options.push({ ...decision.option, rationale: decision.text, dissent: decision.dissent })
}

/** The overrides that the decided rows put on the reviewed run: drivers and interactions that consensus did not keep. */
export const overridesOfPlan = (plan: Plan) => ({
  rejectedDrivers: plan.drivers.filter((d) => d.stance === 'against').map((d) => d.alterationId),
  disputedInteractions: plan.interactions.filter((i) => i.stance === 'against').map((i) => i.interactionId),
})
