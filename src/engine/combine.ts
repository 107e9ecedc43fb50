import type { TherapyResult } from '#src/domain/analysis.ts'
import { scoreRegimen } from './score-regimen.ts'
import type { Scored } from './score-regimen.ts'
import type { Applied, Scoring } from './scoring.ts'
import type { Matched } from './match-evidence.ts'
import type { Regimen } from './regimen.ts'
import { recordChange, total } from './trace.ts'
import { clinicalLevels, percentOf } from './weights.ts'
import { compareTherapies } from './rank.ts'
import { bandOf } from './scales.ts'

const TOP = 12
const empty = new Int32Array(0)
const KEPT = 5

/**
 * Weight of a driver in the cover: 100 for one with clinical A or B sensitivity anywhere, 60 for other activated genes and lost repair genes, 30 for the rest.
 */
function importances(at: Scoring): number[] {
  const strong = new Set<string>()
  for (const { item, verdict } of at.matched) if (item.direction === 'sensitivity' && (item.level === 'A' || item.level === 'B')) for (const hit of verdict.hits) strong.add(hit.result.gene)
  return at.drivers.map((driver) => {
    if (strong.has(driver.gene)) return 100
    const pathway = at.index.knowledge.nodes.get(at.index.paths.ids[driver.node] ?? '')?.pathway ?? ''
    return driver.sign === 1 || pathway.startsWith('DNA repair') ? 60 : 30
  })
}

/** What a drug covers, per driver, weighted; drivers that no therapy reaches count nothing. */
function coverVector(one: Scored, weights: readonly number[], at: Scoring): Int32Array {
  return Int32Array.from(at.drivers, (driver, i) => (at.reachable[i] ? (weights[i] ?? 0) * driver.confidence * (one.coverBits[i] ?? 0) : 0))
}

/** Cover of a set, leaving one member out (-1: none): per driver the best of its members. */
function covered(set: readonly Int32Array[], without: number): number {
  let sum = 0
  const size = set[0]?.length ?? 0
  for (let i = 0; i < size; i++) {
    let best = 0
    for (let k = 0; k < set.length; k++) if (k !== without) best = Math.max(best, set[k]?.[i] ?? 0)
    sum += best
  }
  return Math.floor(sum / 10_000)
}

/** Drugs of a set without which the set covers as much. */
function redundant(set: readonly Int32Array[]): number {
  const whole = covered(set, -1)
  let count = 0
  for (let k = 0; k < set.length; k++) if (covered(set, k) >= whole) count++
  return count
}

const subsetsOf = new Map<number, readonly (readonly number[])[]>()

/** Pairs and triples of the first numbers; there are at most as many lists as places in the pool. */
function subsets(count: number): readonly (readonly number[])[] {
  const known = subsetsOf.get(count)
  if (known) return known
  const sets: number[][] = []
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      sets.push([a, b])
      for (let c = b + 1; c < count; c++) sets.push([a, b, c])
    }
  }
  subsetsOf.set(count, sets)
  return sets
}

/** Records that a computed combination is only a hypothesis: coverage orders it, redundancy is charged, and 999 is its ceiling. */
function asHypothesis(scored: Scored, parts: readonly Scored[], weighting: readonly number[], at: Scoring): TherapyResult {
  const { weights } = at.index
  const { result } = scored
  const records = [...result.contributions]
  const single = Math.max(...parts.map((part) => part.result.coverage))
  recordChange(records, percentOf(weights.coverage.points, Math.max(0, result.coverage - single)), 'coverage', 'coverage.added', { coverage: result.coverage, single, genes: [...result.covers] }, 'coverage.points')
  const spare = redundant(parts.map((part) => coverVector(part, weighting, at)))
  recordChange(records, -weights.coverage.redundant * spare, 'coverage', 'coverage.redundant', { drugs: spare }, 'coverage.redundant')
  let sum = total(records)
  const ceiling = Math.min(sum, weights.limits.unproven)
  recordChange(records, ceiling - sum, 'limit', 'limit.computed', { limit: weights.limits.unproven }, 'limits.unproven')
  sum = Math.max(-weights.limits.score, ceiling)
  recordChange(records, sum - ceiling, 'limit', 'limit.bounds', { limit: weights.limits.score }, 'limits.score')
  return {
    ...result, score: sum, computed: true, band: sum < 0 ? result.band === 'LOW' ? 'LOW' : 'NONE' : bandOf({ score: sum, against: [], standardOfCare: false }, weights).band, escat: 'V', amp: null,
    label: 'investigational', labels: [], contributions: records, notes: [...result.notes, { rule: 'note.hypothesis', params: { therapy: result.therapy }, source: 'combination' }],
  }
}

/** A drug joins a set on clinical evidence or because it acts on an altered gene itself; a cell line or a lethal partner alone is no reason to add toxicity. */
function hasGround({ result, regimen }: Scored, at: Scoring): boolean {
  return (result.level !== null && clinicalLevels.has(result.level)) || at.drivers.some((driver) => regimen.hits.has(driver.gene) && driver.sign === 1)
}

/**
 * Sets of at most three of the best single drugs that together cover more drivers than any of them, by exhaustive search (298 sets of 12).
 * They are computed, not curated: hypotheses without known toxicity, never HIGH.
 */
export function combine(singles: readonly Scored[], at: Scoring): TherapyResult[] {
  if (at.drivers.length < 2) return []
  const weights = importances(at)
  const pool: Scored[] = []
  const patterns = new Map<string, number>()
  for (const one of singles) {
    if (pool.length >= TOP) break
    if (one.regimen.drugs.length !== 1 || one.result.score <= 0 || one.result.label === 'withdrawn' || one.coverBits.every((bit) => bit === 0) || !hasGround(one, at)) continue
    // Drugs of one class that cover the same are one choice: two of them fill no place of another idea
    const pattern = `${one.result.drugClass.join()}|${one.coverBits.join()}`
    const seen = patterns.get(pattern) ?? 0
    if (seen >= 2) continue
    patterns.set(pattern, seen + 1)
    pool.push(one)
  }
  const vectors = pool.map((one) => coverVector(one, weights, at))
  const alone = vectors.map((vector) => covered([vector], -1))
  const ranked = subsets(pool.length).flatMap((indexes) => {
    const chosen = indexes.map((i) => vectors[i] ?? empty)
    const value = covered(chosen, -1)
    if (indexes.some((i) => (alone[i] ?? 0) >= value) || redundant(chosen) > 0) return []
    const set = indexes.flatMap((i) => pool[i] ?? [])
    return [{ set, key: keyOf(set), value, scores: set.reduce((sum, one) => sum + one.result.score, 0) }]
  }).sort((a, b) => b.value - a.value || b.scores - a.scores || a.set.length - b.set.length || (a.key < b.key ? -1 : 1))
  return ranked.filter(({ key }) => !at.index.regimenKeys.has(key)).slice(0, KEPT).map(({ set }) => {
    const { regimen, scoring } = joined(set, at)
    return asHypothesis(scoreRegimen(regimen, scoring), set, weights, at)
  }).sort(compareTherapies)
}

const keyOf = (set: readonly Scored[]): string => set.flatMap((one) => one.regimen.drugs).sort().join('+')

const JOINED = -1

/** A regimen that the release does not hold: its items are those of what it contains, sensitivity at the discount for an untested partner. */
function joined(set: readonly Scored[], at: Scoring): { regimen: Regimen; scoring: Scoring } {
  const drugs = set.flatMap((one) => one.regimen.drugs).sort()
  const parts = set.map((one) => one.regimen)
  const drugIndexes = parts.flatMap((part) => part.drugIndexes).sort((a, b) => a - b)
  const contained = new Set(drugIndexes.flatMap((drug) => at.index.regimensOfDrug[drug] ?? []).filter((id) => at.index.regimens[id]?.drugs.every((drug) => drugs.includes(drug))))
  const sensitivity = new Map<number, Applied>()
  const against = new Map<number, Matched>()
  for (const id of contained) {
    for (const { matched, percent } of at.sensitivity.get(id) ?? []) if (percent === 100) sensitivity.set(matched.index, { matched, percent: at.index.weights.subsetRegimen })
    for (const matched of at.against.get(id) ?? []) against.set(matched.index, matched)
  }
  const byIndex = (a: Matched, b: Matched) => a.index - b.index
  return {
    regimen: { id: JOINED, key: drugs.join('+'), drugs, drugIndexes, classes: [...new Set(parts.flatMap((part) => part.classes))].sort(), hits: new Set(parts.flatMap((part) => [...part.hits])), labels: [] },
    scoring: {
      ...at, sensitivity: new Map([[JOINED, [...sensitivity.values()].sort((a, b) => byIndex(a.matched, b.matched))]]), against: new Map([[JOINED, [...against.values()].sort(byIndex)]]),
      inferior: new Map(), remarked: new Map(),
    },
  }
}
