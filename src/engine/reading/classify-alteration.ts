import type { Criterion, Effect, Oncogenicity, Overrides } from '#src/domain/analysis.ts'
import { passedFilter } from '#src/domain/passed-filter.ts'
import type { Profile } from '#src/domain/profile.ts'
import type { VariantRow } from '#src/knowledge/schema.ts'
import { matchesAt } from '../release/gene-facts.ts'
import type { GeneFacts } from '../release/gene-facts.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import { matchAlteration } from '../alteration/match-alteration.ts'
import type { Closeness } from '../alteration/match-alteration.ts'
import type { RuleCode } from '../explain/rule-code.ts'
import { isSubclonal, readAlteration } from '../alteration/tumour-alteration.ts'
import type { Classified, TumourAlteration } from '../alteration/tumour-alteration.ts'

/** What a gene's own rows say of one alteration, with the points of the ClinGen/CGC/VICC scheme (Horak 2022, PMID 36063163). */
type Judgement = {
  gene: string
  criteria: Criterion[]
  effect: Effect
  closeness: Closeness
  predicted: boolean
  functionalClass: string | null
  namedResistance: boolean
}

const rankOf: Readonly<Record<Closeness, number>> = { stated: 4, codon: 3, region: 2, gene: 1, unspecified: 1, none: 0 }
const matchName = { stated: 'exact', codon: 'codon', region: 'domain', gene: 'gene', unspecified: 'gene', none: 'none' } as const

function criterion(code: string, points: number, rule: RuleCode, params: Criterion['params'] = {}): Criterion {
  return { code, points, rule, params }
}

/** The nearest curated row; rows that state the change itself come before rows that state a wider category of it. */
function nearestRow(gene: string, one: TumourAlteration, facts: GeneFacts): { row: VariantRow; closeness: Closeness } | null {
  let best: { row: VariantRow; closeness: Closeness; width: number } | null = null
  for (const { row, match } of facts.hasExons ? facts.variants.all : matchesAt(facts.variants, one.change)) {
    const closeness = matchAlteration(match, gene, one)
    if (closeness === 'none' || closeness === 'gene') continue
    const width = match.kind === 'change' ? 0 : match.kind === 'codon' ? 1 : 2
    if (!best || rankOf[closeness] > rankOf[best.closeness] || (closeness === best.closeness && width < best.width)) best = { row, closeness, width }
  }
  return best
}

function effectOf(one: TumourAlteration, { isSuppressor, usualEffect }: GeneFacts): Effect {
  const { kind, category } = one.alteration
  if (category === 'loss_of_function' || category === 'truncating' || category === 'arm_deletion' || kind === 'deletion') return 'loss'
  if (category === 'gain_of_function' || kind === 'amplification' || one.fusion || category === 'overexpression' || category === 'itd' || category === 'exon_skipping') return 'gain'
  // a reversion repairs; its gene is read by evidence on reversions only
  if (category === 'reversion') return 'neutral'
  if (one.truncating) return isSuppressor ? 'loss' : 'unknown'
  return usualEffect
}

function judge(gene: string, one: TumourAlteration, facts: GeneFacts): Judgement {
  const nearest = nearestRow(gene, one, facts)
  const criteria: Criterion[] = []
  let effect = effectOf(one, facts)
  let closeness: Closeness = 'none'
  if (nearest && nearest.closeness === 'stated') {
    const { row } = nearest
    closeness = 'stated'
    effect = row.effect
    const params = { row: row.id }
    if (row.oncogenicity === 'oncogenic') criteria.push(criterion('OS1', 4, 'criterion.curated', params), criterion('OS2', 4, 'criterion.curated_function', params), criterion('OM1', 2, 'criterion.curated_region', params))
    else if (row.oncogenicity === 'likely_oncogenic') criteria.push(criterion('OS2', 4, 'criterion.curated_function', params), criterion('OM1', 2, 'criterion.curated_region', params))
    else criteria.push(criterion('SBS2', row.oncogenicity === 'benign' ? -8 : -4, 'criterion.curated_benign', params))
  }
  const benign = criteria.length > 0 && criteria.some((one) => one.points < 0)
  let namedResistance = false
  let named: 'clinical' | 'preclinical' | null = null
  for (const category of benign ? [] : matchesAt(facts.named, one.change)) {
    if (matchAlteration(category.match, gene, one) !== 'stated') continue
    // any substitution of a named exon is a member of the category, yet not every one is known
    if (category.match.kind === 'exon' && category.match.change === 'mutation' && one.length === 0 && one.alteration.category !== 'exon_mutation') { named ??= 'preclinical'; continue }
    named = category.clinical ? 'clinical' : named ?? 'preclinical'
    if (category.resistance && (category.match.kind === 'change' || category.match.kind === 'codon')) namedResistance = true
  }
  if (closeness === 'none' && named === 'clinical') criteria.push(criterion('OS1', 4, 'criterion.named'), criterion('OS2', 4, 'criterion.named_function'), criterion('OM1', 2, 'criterion.curated_region'))
  if (closeness === 'none' && named === 'preclinical') criteria.push(criterion('OS2', 4, 'criterion.named_function'), criterion('OM1', 2, 'criterion.curated_region'))
  if (named && closeness === 'none') closeness = 'stated'
  const functionalClass = nearest && nearest.closeness === 'stated' ? nearest.row.functionalClass : null
  const further = benign || closeness === 'stated' ? [] : structuralCriteria(one, facts, nearest?.closeness ?? 'none')
  criteria.push(...further)
  return {
    gene, criteria, effect, closeness: closeness === 'none' ? nearest?.closeness ?? 'none' : closeness, functionalClass, namedResistance,
    predicted: further.some((one) => one.rule === 'criterion.same_residue'),
  }
}

/** Criteria from the kind of change alone, where no row speaks of it. */
function structuralCriteria(one: TumourAlteration, { isOncogene: oncogene, isSuppressor: suppressor, hasItems }: GeneFacts, nearest: Closeness): Criterion[] {
  const { alteration } = one
  const stated = alteration.category === 'oncogenic_mutation' || alteration.category === 'gain_of_function' || alteration.category === 'exon_mutation' || alteration.category === 'loss_of_function' || alteration.category === 'reversion' || alteration.category === 'overexpression' || alteration.category === 'arm_deletion'
  // the same residue, changed otherwise; the same exon alone says nothing
  if (nearest === 'codon') return [criterion('OM3', 2, 'criterion.same_residue')]
  // a person who types `BRAF mutation` or `PTEN loss` says that it is known to be oncogenic
  if (stated && (oncogene || suppressor || alteration.category === 'reversion' || alteration.category === 'arm_deletion' || hasItems)) return [criterion('STATED', 10, 'criterion.stated')]
  if (one.truncating && suppressor) return [criterion('OVS1', 8, 'criterion.null_in_suppressor')]
  if (alteration.kind === 'deletion' && suppressor) return [criterion('OVS1', 8, 'criterion.deleted_suppressor')]
  if (alteration.kind === 'amplification' && oncogene) return [criterion('AMP', 6, 'criterion.amplified_oncogene')]
  if (one.fusion && oncogene) return [criterion('FUS', 6, 'criterion.fused_oncogene')]
  if (one.length !== 0 && one.sequence && !one.truncating && (oncogene || suppressor)) return [criterion('OM2', 2, 'criterion.length_change')]
  return []
}

function backgroundCriteria(one: TumourAlteration): Criterion[] {
  const af = one.alteration.populationAf
  if (af !== null && af > 0.05) return [criterion('SBVS1', -8, 'criterion.population', { frequency: String(af) })]
  if (af !== null && af > 0.01) return [criterion('SBS1', -4, 'criterion.population', { frequency: String(af) })]
  return one.change?.kind === 'synonymous' || one.alteration.consequence === 'synonymous_variant' ? [criterion('SBP2', -1, 'criterion.silent')] : []
}

function oncogenicityOf(points: number, limits: KnowledgeIndex['weights']['oncogenicity']): Oncogenicity {
  if (points >= limits.oncogenic) return 'oncogenic'
  if (points >= limits.likely) return 'likely_oncogenic'
  if (points <= limits.benign) return 'benign'
  return points <= limits.likelyBenign ? 'likely_benign' : 'uncertain'
}

const sum = (criteria: readonly Criterion[]) => criteria.reduce((total, one) => total + one.points, 0)

/**
 * Classifies one alteration. A fusion is judged for both genes and stands for the one that is better known; ties go to the 3' partner, which mostly
 * carries the kinase. A call that failed its caller's filters, and points below the oncogenic classes give no confidence: the alteration is listed and changes no score.
 */
export function classifyAlteration(alteration: Profile['alterations'][number], index: KnowledgeIndex, overrides: Overrides, tumourOnly: boolean): Classified {
  const one = readAlteration(alteration)
  let best = judge(alteration.partner ?? alteration.gene, one, index.factsOf(alteration.partner ?? alteration.gene))
  if (alteration.partner !== null && alteration.partner !== alteration.gene) {
    const other = judge(alteration.gene, one, index.factsOf(alteration.gene))
    if (sum(other.criteria) > sum(best.criteria)) best = other
  }
  const expert = overrides.reclassified.length === 0 ? undefined : overrides.reclassified.find((other) => other.alterationId === alteration.id)
  const rejected = overrides.rejectedDrivers.includes(alteration.id)
  const background = best.closeness === 'stated' ? [] : backgroundCriteria(one)
  const criteria = background.length === 0 ? best.criteria : [...best.criteria, ...background]
  if (expert || rejected) criteria.push(criterion('EXPERT', 0, 'criterion.expert', { rejected }))
  const points = sum(criteria)
  const oncogenicity = oncogenicityOf(points, index.weights.oncogenicity)
  const { confidence: levels } = index.weights
  const computed = !passedFilter(alteration.filter) ? 0 : oncogenicity === 'oncogenic' ? levels.oncogenic : oncogenicity === 'likely_oncogenic' ? levels.likely : best.predicted && points >= index.weights.oncogenicity.predicted ? levels.predicted : 0
  const { isGermline, node } = index.factsOf(best.gene)
  const { label, change, exon, sequence, truncating, length, fusion } = one
  return {
    alteration, label, change, exon, sequence, truncating, length, fusion, functionalClass: best.functionalClass, namedResistance: best.namedResistance,
    result: {
      alterationId: alteration.id, gene: best.gene, label, oncogenicity, points, criteria, effect: expert?.effect ?? best.effect,
      confidence: rejected ? 0 : expert?.confidence ?? computed, match: matchName[best.closeness], subclonal: isSubclonal(alteration),
      possibleGermline: tumourOnly && alteration.origin !== 'somatic' && isGermline && sequence && (alteration.vaf === null || alteration.vaf >= 0.3),
      node: node === null ? null : index.paths.ids[node] ?? null,
    },
  }
}
