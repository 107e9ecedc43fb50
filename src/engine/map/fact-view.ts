import type { AnalysisRun, ClassifiedAlteration, Driver, EvidenceMatch, Interaction } from '#src/domain/analysis.ts'

/** What is fact in a run and may be shown before a reviewer has committed. The judgement fields do not exist in these types. */
export type InteractionFact = Omit<Interaction, 'therapies' | 'effect' | 'params'> & { params: Interaction['params'] }
export type FactView = {
  engine: string
  knowledge: AnalysisRun['knowledge']
  alterations: ClassifiedAlteration[]
  drivers: Driver[]
  interactions: InteractionFact[]
  evidence: EvidenceMatch[]
  notAssessable: { biomarker: string; rule: string }[]
  listedOnly: string[]
  remarks: AnalysisRun['remarks']
}

const tumourOrder: Readonly<Record<EvidenceMatch['tumourMatch'], number>> = { same: 0, agnostic: 1, family: 2, other: 3 }
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Relations of alterations, and of an alteration to a target that curated evidence speaks of, are fact. An inferred way around a target that no second
 * alteration shares would be found by way of a therapy and tell which are weighed: that is judgement.
 */
export function isFactInteraction(one: Interaction): boolean {
  return one.members.length > 1 || one.certainty > 1 || one.kind === 'second_hit' || one.kind === 'synthetic_lethality'
}

/** Takes out of a run everything about ranking: fixed order everywhere, by tumour match, level and name, never by score. */
export function factsOf(run: AnalysisRun): FactView {
  return {
    engine: run.engine, knowledge: run.knowledge,
    alterations: run.alterations.toSorted((a, b) => compare(a.label, b.label) || compare(a.alterationId, b.alterationId)),
    drivers: run.drivers,
    interactions: run.interactions.filter(isFactInteraction).map(({ therapies: _therapies, effect: _effect, ...fact }) => fact),
    evidence: run.evidence.toSorted((a, b) => tumourOrder[a.tumourMatch] - tumourOrder[b.tumourMatch] || compare(a.level, b.level) || compare(a.therapy, b.therapy) || compare(a.id, b.id)),
    notAssessable: run.notAssessable.map(({ biomarker, rule }) => ({ biomarker, rule })), listedOnly: run.listedOnly, remarks: run.remarks,
  }
}
