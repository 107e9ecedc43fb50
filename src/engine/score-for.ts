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
}

type Counted = { matched: Matched; points: number; percent: number }

function readCounted(applied: readonly Applied[], at: Scoring): Counted[] {
  const byCluster = new Map<string, Counted>()
  for (const { matched, percent } of applied) {
    const subclonal = matched.verdict.subclonal ? at.index.weights.subclonalSensitivity : 100
    const points = percentOf(matched.points, subclonal, percent)
    const known = byCluster.get(matched.item.cluster)
    if (points > 0 && (!known || points > known.points || (points === known.points && matched.item.id < known.matched.item.id))) byCluster.set(matched.item.cluster, { matched, points, percent })
  }
  return [...byCluster.values()].sort((a, b) => b.points - a.points || (a.matched.item.id < b.matched.item.id ? -1 : 1))
}

export function readEvidenceFor(regimen: Regimen, at: Scoring): ForEvidence {
  const { weights } = at.index
  const counted = readCounted(at.sensitivity.get(regimen.id) ?? [], at)
  const kept = counted.slice(0, weights.maxItems)
  const points = aggregate(kept.map((one) => one.points), weights.maxItems)
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
    partner: [...new Set(kept.flatMap((one) => one.matched.verdict.hits))],
  }
}

/** What speaks for a regimen by mechanism: per driver the best hit of any of its drugs. */
export type ForMechanism = { points: number; records: Contribution[]; hits: (Hit | LethalHit | null)[] }

export function bestHits(mechanisms: readonly DrugMechanism[], drivers: number): (Hit | LethalHit | null)[] {
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
  const spokenFor = new Set(evidence.partner.map((one) => one.result.gene))
  const counted = at.drivers.flatMap((driver, i) => {
    const hit = hits[i] ?? null
    return hit && hit.points > 0 && !(hit.kind === 'lethality' && spokenFor.has(driver.gene)) ? [{ driver, hit }] : []
  }).sort((a, b) => b.hit.points - a.hit.points || (a.driver.gene < b.driver.gene ? -1 : 1))
  const records: Contribution[] = []
  const blocked: Contribution[] = []
  let points: number[] = []
  for (const { driver, hit } of counted) {
    const interaction = hit.kind === 'lethality' ? at.book.idOf('synthetic_lethality', [driver.leading], hit.target) : null
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
  return { points: capped, records, hits: [...hits] }
}

/** How the class does in this tumour type whatever the genotype: the best of the regimen's classes, or the worst where none does well. */
export function readPrior(regimen: Regimen, at: Scoring): { points: number; class: string; basis: string; source: string } | null {
  const found = regimen.classes.flatMap((name) => {
    const prior = at.view.priors.get(name)
    return prior && prior.points !== 0 ? [{ ...prior, class: name }] : []
  }).sort((a, b) => b.points - a.points || (a.class < b.class ? -1 : 1))
  const first = found[0]
  return first ? (first.points > 0 ? first : found.at(-1) ?? null) : null
}
