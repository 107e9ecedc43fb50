import type { Contribution } from '#src/domain/analysis.ts'
import type { Classified } from './tumour-alteration.ts'
import type { DrugMechanism, Hit, LethalHit } from './mechanism.ts'
import type { Regimen } from './regimen.ts'
import type { Applied, Scoring } from './scoring.ts'
import type { Matched } from './match-evidence.ts'
import { record, recordChange } from './trace.ts'
import { aggregate, clinicalLevels, percentOf } from './weights.ts'

/** What speaks for a regimen by evidence: one item a study cluster, best first. */
export type ForEvidence = {
  points: number
  records: Contribution[]
  best: Matched | null
  clinical: boolean
  /** Alterations the therapy is given for, best item first. */
  partner: Classified[]
  /** Genes of alterations that evidence in a comparable tumour speaks of. */
  covers: ReadonlySet<string>
  /** Alterations with clinical evidence for this very regimen in this tumour type (or in any): what fails elsewhere with them is another context. */
  established: ReadonlySet<string>
  /** Does clinical evidence here select this patient? */
  selected: boolean
}

type Counted = { matched: Matched; points: number; percent: number }

/**
 * One item a study. The labels of one regimen are one fact, however many settings and jurisdictions they name, and so is the pivotal trial of a label:
 * the number of labels a drug has gathered over the years says nothing of how well it works here.
 */
function readCounted(applied: readonly Applied[], at: Scoring): Counted[] {
  const pivotal = new Map<string, string>()
  for (const { matched: { item } } of applied) if (item.kind === 'label') pivotal.set(item.cluster, `label ${item.regimen.join('+')}`)
  const byStudy = new Map<string, Counted>()
  for (const { matched, percent } of applied) {
    const subclonal = matched.verdict.subclonal ? at.index.weights.subclonalSensitivity : 100
    const points = percentOf(matched.points, subclonal, percent)
    const study = pivotal.get(matched.item.cluster) ?? matched.item.cluster
    const known = byStudy.get(study)
    if (points > 0 && (!known || points > known.points || (points === known.points && matched.item.id < known.matched.item.id))) byStudy.set(study, { matched, points, percent })
  }
  return [...byStudy.values()].sort((a, b) => b.points - a.points || (a.matched.item.id < b.matched.item.id ? -1 : 1))
}

const nothing: ReadonlySet<string> = new Set()
const withoutEvidence = (): ForEvidence => ({ points: 0, records: [], best: null, clinical: false, partner: [], covers: nothing, established: nothing, selected: false })

/**
 * Evidence on the very regimen, or evidence on its parts: the stronger of the two, never both. What a part does is already in the trial of the whole;
 * adding it would make every longer regimen the better one. A combination that is not approved in this tumour type borrows nothing from what its parts do
 * here: those stand in the ranking by themselves (sotorasib with panitumumab in lung cancer, a third drug beside encorafenib with cetuximab).
 */
export function readEvidenceFor(regimen: Regimen, at: Scoring): ForEvidence {
  const { maxItems } = at.index.weights
  const applied = at.sensitivity.get(regimen.id)
  if (!applied) return withoutEvidence()
  const here = applied.filter(({ matched, percent }) => percent === 100 && clinicalLevels.has(matched.item.level) && (matched.tumour === 'same' || matched.tumour === 'agnostic' || matched.tumour === 'broader'))
  const borrows = regimen.id < 0 || at.view.labels.has(regimen.id)
  const groups = [applied.filter((one) => one.percent === 100), borrows ? applied.filter((one) => one.percent < 100) : []].map((group) => readCounted(group, at).slice(0, maxItems))
  const sums = groups.map((group) => aggregate(group.map((one) => one.points), maxItems))
  const whole = (sums[0] ?? 0) >= (sums[1] ?? 0)
  const kept = groups[whole ? 0 : 1] ?? []
  const points = sums[whole ? 0 : 1] ?? 0
  const records = kept.map(({ matched, points: own, percent }) => {
    const { item, verdict, tumour } = matched
    const rule = percent < 100 ? 'evidence.part_of_regimen' : item.kind === 'label' ? 'evidence.label' : 'evidence.sensitivity'
    return record(own, 'evidence', rule, {
      evidence: item.id, level: item.level, biomarker: item.biomarker, alterations: verdict.hits.map((hit) => hit.label), therapy: regimen.key, tumourMatch: tumour,
      tumour: at.input.tumourType, variantMatch: verdict.closeness, ...(verdict.subclonal ? { subclonal: true } : {}), ...(item.level === item.statedLevel ? {} : { statedLevel: item.statedLevel }),
    }, item.sources[0] ?? item.id)
  })
  recordChange(records, points - kept.reduce((sum, one) => sum + one.points, 0), 'limit', 'limit.diminishing', { of: 'evidence' }, 'aggregation')
  return {
    points, records, best: kept[0]?.matched ?? null, clinical: kept.some((one) => clinicalLevels.has(one.matched.item.level)),
    partner: [...new Set(groups.flat().flatMap((one) => one.matched.verdict.hits))],
    covers: new Set(kept.filter((one) => one.matched.tumour !== 'distant').flatMap((one) => one.matched.verdict.hits.map((hit) => hit.result.gene))),
    established: new Set(here.flatMap(({ matched }) => matched.verdict.hits.map((hit) => hit.alteration.id))), selected: here.length > 0,
  }
}

/** What speaks for a regimen by mechanism: per driver the best hit of any of its drugs. */
export type ForMechanism = { points: number; records: Contribution[] }

export function bestHits(mechanisms: readonly DrugMechanism[], drivers: number): readonly (Hit | LethalHit | null)[] {
  const [only] = mechanisms
  if (only && mechanisms.length === 1) return only.hits
  return Array.from({ length: drivers }, (_, at) => {
    let best: Hit | LethalHit | null = null
    for (const mechanism of mechanisms) {
      const one = mechanism.hits[at] ?? null
      if (one && (!best || one.points > best.points)) best = one
    }
    return best
  })
}

/**
 * Points of the mechanism, before the gate. A target proven resistant (level A or B) is not hit: its points are given and taken back, so that the trace
 * says so. Lethality counts only where no evidence of the regimen speaks of that driver: the same fact is not counted twice.
 */
export function readMechanismFor(regimen: Regimen, hits: readonly (Hit | LethalHit | null)[], proven: ReadonlyMap<string, string | null>, evidence: ForEvidence, at: Scoring): ForMechanism {
  const { weights } = at.index
  if (hits.every((hit) => hit === null)) return { points: 0, records: [] }
  const spokenFor = new Set(evidence.partner.map((one) => one.result.gene))
  const counted = at.drivers.flatMap((driver, i) => {
    const hit = hits[i] ?? null
    return hit && hit.points > 0 && !(hit.kind === 'lethality' && spokenFor.has(driver.gene)) ? [{ driver, hit }] : []
  }).sort((a, b) => b.hit.points - a.hit.points || (a.driver.gene < b.driver.gene ? -1 : 1))
  const records: Contribution[] = []
  const blocked: Contribution[] = []
  let points: number[] = []
  for (const { driver, hit } of counted) {
    const lethal = hit.kind === 'lethality' ? at.book.idOf('synthetic_lethality', [driver.leading], hit.target) : null
    const interaction = lethal !== null && at.book.has(lethal) ? lethal : null
    if (interaction && at.book.isDisputed(interaction)) continue
    if (interaction) at.book.touch(interaction, regimen.key, 'for')
    const params = { driver: driver.gene, alteration: driver.leading.label, target: hit.target, path: [...hit.path], therapy: regimen.key, ...(interaction ? { interaction } : {}) }
    records.push(hit.kind === 'hit' ? record(hit.points, 'mechanism', 'mechanism.hit', params, 'network') : record(hit.points, 'mechanism', 'mechanism.lethality', { ...params, row: hit.row }, hit.source))
    const by = proven.get(driver.gene)
    if (by === undefined) points = [...points, hit.points]
    else blocked.push(record(-hit.points, 'limit', 'limit.resistant_target', { driver: driver.gene, therapy: regimen.key, ...(by ? { interaction: by } : {}) }, 'resistance'))
  }
  records.push(...blocked)
  const sum = points.reduce((all, one) => all + one, 0)
  const aggregated = aggregate(points, weights.maxItems)
  recordChange(records, aggregated - sum, 'limit', 'limit.diminishing', { of: 'mechanism' }, 'aggregation')
  const capped = Math.min(weights.mechanism.cap, aggregated)
  recordChange(records, capped - aggregated, 'limit', 'limit.mechanism_cap', { cap: weights.mechanism.cap }, 'mechanism.cap')
  return { points: capped, records }
}
