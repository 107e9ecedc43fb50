import type { CaseView } from '#src/contract/views/case-view.ts'
import type { TherapyCard } from '#src/contract/views/therapies-view.ts'
import { joinedLabel } from '#src/lib/words/joined-label.ts'
import type { BecauseLane, BecauseLimit } from '#src/ui/parts/because-path.tsx'

type DriverFact = CaseView['drivers'][number]
type Part = TherapyCard['contributions'][number]

const consequence: Record<string, string> = { gain: 'signal on', loss: 'function lost', switch: 'new function', neutral: 'neutral', unknown: 'unclear' }
// A switch of function is a gain of a new one, and its word says so.
const glyph = (effect: string): BecauseLane['effect'] => (effect === 'gain' || effect === 'switch' ? 'gain' : effect === 'loss' ? 'loss' : effect === 'neutral' ? 'neutral' : 'unknown')

const isOf = (driver: DriverFact, name: string) => driver.gene === name || driver.label === name || driver.alterationIds.includes(name)
const param = (part: Part | undefined, name: string) => (typeof part?.params[name] === 'string' ? String(part.params[name]) : null)

const limitRules = ['resistance.evidence', 'resistance.bypass', 'resistance.convergence', 'limit.resistant_target', 'resistance.no_benefit']

/** The road whose points are largest comes first; what takes most points is the expected limit, else the first driver left uncovered. */
export function becauseOf(card: TherapyCard, drivers: readonly DriverFact[]): { lanes: BecauseLane[]; limit: BecauseLimit | null } {
  const hits = card.contributions.filter((part) => part.rule === 'mechanism.hit' || part.rule === 'mechanism.lethality')
  const lanes = drivers.filter((driver) => card.covers.some((name) => isOf(driver, name)) || hits.some((part) => param(part, 'driver') === driver.gene)).map((driver): BecauseLane => {
    const hit = hits.find((part) => param(part, 'driver') === driver.gene)
    return { id: driver.label, alteration: joinedLabel(driver.label), effect: glyph(driver.effect), consequence: consequence[driver.effect] ?? 'unclear', target: param(hit, 'target') ?? 'by evidence', isByEvidence: hit === undefined }
  })
  return { lanes, limit: limitOf(card, drivers) }
}

function limitOf(card: TherapyCard, drivers: readonly DriverFact[]): BecauseLimit | null {
  const against = card.contributions.filter((part) => part.points < 0 && limitRules.includes(part.rule)).toSorted((a, b) => a.points - b.points)[0]
  if (against) {
    const name = param(against, 'driver') ?? param(against, 'biomarker') ?? 'resistance'
    const driver = drivers.find((one) => isOf(one, name))
    const note = against.rule === 'resistance.bypass' || against.rule === 'resistance.convergence' ? 'dashed: inferred' : `evidence${param(against, 'level') ? `, level ${param(against, 'level')}` : ''}`
    return { label: driver ? joinedLabel(driver.label) : name, ...(driver ? { effect: glyph(driver.effect) } : {}), note }
  }
  const missed = drivers.find((driver) => card.uncovered.some((name) => isOf(driver, name)))
  return missed ? { label: joinedLabel(missed.label), effect: glyph(missed.effect), note: 'not covered by this option' } : null
}
