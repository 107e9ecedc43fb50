import type { CaseView } from '#src/contract/views/case-view.ts'
import type { TherapyCard } from '#src/contract/views/therapies-view.ts'
import type { BecauseLane, BecauseLimit } from '#src/ui/parts/because-path.tsx'

type DriverFact = CaseView['drivers'][number]

const consequence: Record<string, string> = { gain: 'signal on', loss: 'function lost', switch: 'new function', neutral: 'neutral', unknown: 'unclear' }
const glyph = (effect: string): BecauseLane['effect'] => (effect === 'gain' || effect === 'switch' ? 'gain' : effect === 'loss' ? 'loss' : effect === 'neutral' ? 'neutral' : 'unknown')

const lane = (driver: DriverFact): BecauseLane => ({
  id: driver.label, alteration: driver.label, effect: glyph(driver.effect), consequence: consequence[driver.effect] ?? 'unclear', target: driver.gene,
})

const isOf = (driver: DriverFact, name: string) => driver.gene === name || driver.label === name || driver.alterationIds.includes(name)

/** The roads from this tumour's drivers to what the option reaches, and the first driver it leaves uncovered. Drawn from the card; nothing is concluded here. */
export function becauseOf(card: TherapyCard, drivers: readonly DriverFact[]): { lanes: BecauseLane[]; limit: BecauseLimit | null } {
  const reached = drivers.filter((driver) => card.covers.some((name) => isOf(driver, name)))
  const missed = drivers.find((driver) => card.uncovered.some((name) => isOf(driver, name)))
  const resisted = card.contributions.find((part) => part.kind === 'resistance')
  const limit = missed
    ? { label: missed.label, effect: glyph(missed.effect), note: resisted ? 'with evidence of resistance' : 'not covered by this option' }
    : resisted ? { label: 'resistance', note: resisted.source } : null
  return { lanes: reached.map(lane), limit }
}
