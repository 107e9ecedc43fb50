import type { TherapyResult } from '../analysis.ts'
import type { ComparisonRow, Plan, RowDecision, Stance } from '../comparison/row.ts'
import { regimenKey } from '../opinion.ts'
import { regimenName } from './wording.ts'
import { cite, citedIn } from './source-ids.ts'
import type { ReportInput, Sourced } from './report-input.ts'

export type PlanOption = Plan['options'][number]

/** The run's result for a regimen, curated or computed; null when the run does not know it. */
export function resultOf({ run }: Pick<ReportInput, 'run'>, drugs: readonly string[]): TherapyResult | null {
  const key = regimenKey(drugs)
  return run.therapies.find((t) => t.therapy === key) ?? run.combinations.find((t) => t.therapy === key) ?? null
}

const silent: { for: readonly Sourced[]; against: readonly Sourced[] } = { for: [], against: [] }
export function sentencesFor({ sentences }: Pick<ReportInput, 'sentences'>, drugs: readonly string[]): { for: readonly Sourced[]; against: readonly Sourced[] } {
  const said = sentences.contribution[regimenKey(drugs)] ?? silent
  const spaced = (s: Sourced): Sourced => ({ ...s, text: s.text.replace(/(?<=[a-z])\+(?=[a-z])/g, ' + ') })
  return { for: said.for.map(spaced), against: said.against.map(spaced) }
}

/** The strongest sentences that rest on different sources: the same study said twice is one argument. */
export function distinct(sentences: readonly Sourced[], most: number): Sourced[] {
  const seen = new Set<string>()
  return sentences.filter((s) => {
    const key = cite(s.sources) || s.text
    return seen.has(key) ? false : seen.add(key)
  }).slice(0, most)
}

/** ` Evidence: [ids]` of what the run holds for a regimen, set apart from the expert's own words, which may rest on other sources; nothing when they name theirs. */
export function evidenceBehind(input: Pick<ReportInput, 'sentences'>, drugs: readonly string[], words: string): string {
  const ids = citedIn(words).length > 0 ? '' : cite(sentencesFor(input, drugs).for.flatMap((s) => s.sources), 3)
  return ids && ` Evidence:${ids}`
}

/** What the experts stand for on a row: the decision, or what they said alike; null where nobody said anything. */
export function stanceOn(row: ComparisonRow, decisions: readonly RowDecision[]): Stance | null {
  const decision = decisions.find((d) => d.row === row.id)
  if (decision) return decision.stance
  const [a, b] = [row.genomic_expert?.stance, row.oncologist?.stance]
  return a && b ? (a === b ? a : 'open') : (a ?? b ?? null)
}

/** Options that the plan puts forward as worth considering, in its order; the plan may also list options judged otherwise. */
export const optionsForward = (plan: Plan): PlanOption[] => plan.options.filter((o) => o.worthConsidering !== 'no')

/** `osimertinib alone` where the drug is also part of an agreed option: the advice is against it on its own. */
export const leftAside = (plan: Plan, drugs: readonly string[]): string =>
  `${regimenName(drugs)}${optionsForward(plan).some((o) => o.drugs.length > drugs.length && drugs.every((d) => o.drugs.includes(d))) ? ' alone' : ''}`

/** Genes that the experts name as possibly inherited; where they could not say, what the run marks and is not benign. */
export function germlineGenes({ plan, opinions, run }: Pick<ReportInput, 'plan' | 'opinions' | 'run'>): string[] {
  const said = opinions.genomic_expert.germline
  if (plan.germline.length > 0 && said && said.genes.length > 0) return said.genes
  return said?.state === 'none_suspected' && plan.germline.length === 0 ? [] : germlineMarks(run)
}

export const germlineMarks = (run: ReportInput['run']): string[] => [...new Set(run.alterations.filter((a) => a.possibleGermline && a.oncogenicity !== 'benign' && a.oncogenicity !== 'likely_benign').map((a) => a.gene))]
