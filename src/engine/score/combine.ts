import type { Band } from '#src/domain/analysis.ts'
import { bestSets } from './cover-sets.ts'
import { scoreRegimen } from './score-regimen.ts'
import type { Scored } from './score-regimen.ts'
import type { Scoring, Spoken } from './scoring.ts'
import type { Matched } from '../reading/match-evidence.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import type { Regimen } from '../release/regimen.ts'
import { clinicalLevels, percentOf } from '../release/weights.ts'
import { compareTherapies } from './rank.ts'
import { bandOf } from './scales.ts'

const TOP = 12
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
function coverVector(one: Scored, weights: readonly number[], at: Scoring): number[] {
  return at.drivers.map((driver, i) => (at.reachable[i] ? (weights[i] ?? 0) * driver.confidence * (one.coverBits[i] ?? 0) : 0))
}

/** A drug joins a set on clinical evidence or because it acts on an altered gene itself; a cell line or a lethal partner alone is no reason to add toxicity. */
function hasGround({ level, regimen }: Scored, at: Scoring): boolean {
  return (level !== null && clinicalLevels.has(level)) || at.drivers.some((driver) => regimen.hits.has(driver.gene) && driver.sign === 1)
}

/** The best single drugs that cover anything. Drugs of one class that cover the same are one choice: two of them fill no place of another idea. */
function poolOf(singles: readonly Scored[], at: Scoring): Scored[] {
  const pool: Scored[] = []
  const patterns = new Map<string, number>()
  for (const one of singles) {
    if (pool.length >= TOP) break
    if (one.drugs.length !== 1 || one.score <= 0 || one.label === 'withdrawn' || one.coverBits.every((bit) => bit === 0) || !hasGround(one, at)) continue
    const pattern = `${one.regimen.classes.join()}|${one.coverBits.join()}`
    const seen = patterns.get(pattern) ?? 0
    if (seen >= 2) continue
    patterns.set(pattern, seen + 1)
    pool.push(one)
  }
  return pool
}

/** A computed combination: coverage orders it (`added`, against the best `single` of its drugs), and 999 is its ceiling. */
export type Hypothesis = Pick<Scored, 'therapy' | 'drugs' | 'score' | 'coverage' | 'level'> & { label: 'investigational'; band: Band; scored: Scored; added: number; single: number }

function asHypothesis(scored: Scored, parts: readonly Scored[], at: Scoring): Hypothesis {
  const { weights } = at.index
  const single = Math.max(...parts.map((part) => part.coverage))
  const added = percentOf(weights.coverage.points, Math.max(0, scored.coverage - single))
  const score = Math.max(-weights.limits.score, Math.min(scored.score + added, weights.limits.unproven))
  const band = score < 0 ? (scored.band === 'LOW' ? 'LOW' : 'NONE') : bandOf({ score, against: [], standardOfCare: false }, weights).band
  return { therapy: scored.therapy, drugs: scored.drugs, score, coverage: scored.coverage, level: scored.level, label: 'investigational', band, scored, added, single }
}

/** The families of a regimen's drugs, one for each drug: osimertinib and afatinib are of the ERBB family. A drug without a class is its own family. */
const familiesOf = ({ drugIndexes }: Pick<Regimen, 'drugIndexes'>, { drugs, knowledge }: KnowledgeIndex): string =>
  drugIndexes.map((index) => knowledge.classes.get(drugs[index]?.class ?? '')?.family ?? drugs[index]?.name ?? '').sort().join('+')

/**
 * Says of a computed set whether a listed combination stands for it: one that speaks for itself, of the same families drug for drug, and that meets every driver
 * the set meets. Where osimertinib with selpercatinib was given to patients, afatinib with selpercatinib is that idea with the drug nobody chose: to offer it too would put
 * the untried pair, which has only its parts' evidence, before the tried one. A model system is asked which drugs act together; there every set is shown.
 */
function standIns(scored: readonly Scored[], at: Scoring): (set: readonly Scored[]) => boolean {
  if (at.input.mode === 'model-system') return () => false
  const tried = scored.filter((one) => one.drugs.length > 1 && one.score > 0 && one.label !== 'withdrawn').map((one) => ({ families: familiesOf(one.regimen, at.index), bits: one.coverBits }))
  return (set) => {
    const families = familiesOf({ drugIndexes: set.flatMap((one) => one.regimen.drugIndexes) }, at.index)
    return tried.some((one) => one.families === families && one.bits.every((bit, i) => bit > 0 || set.every(({ coverBits }) => (coverBits[i] ?? 0) === 0)))
  }
}

/**
 * Sets of at most three of the best single drugs that together cover more drivers than any of them. They are computed, not curated: hypotheses without
 * known toxicity, never HIGH. What a listed combination stands for is not among them. A set in which one drug adds no coverage is none, so that the debit for redundant drugs never has to be charged.
 */
export function combine(singles: readonly Scored[], at: Scoring): Hypothesis[] {
  if (at.drivers.length < 2) return []
  const pool = poolOf(singles, at)
  if (pool.length < 2) return []
  const weights = importances(at)
  const isStoodFor = standIns(singles, at)
  const passes = (key: string, places: readonly number[]) => !at.index.regimenKeys.has(key) && !isStoodFor(places.flatMap((place) => pool[place] ?? []))
  const sets = bestSets(pool.map((one) => ({ name: one.therapy, score: one.score, cover: coverVector(one, weights, at) })), passes, KEPT)
  return sets.map((places) => {
    const set = places.flatMap((place) => pool[place] ?? [])
    const { regimen, spoken } = joined(set, at)
    return asHypothesis(scoreRegimen(regimen, at, spoken), set, at)
  }).sort(compareTherapies)
}

const JOINED = -1

/** A regimen that the release does not hold: its items are those of what it contains, sensitivity at the discount for an untested partner. */
function joined(set: readonly Scored[], at: Scoring): { regimen: Regimen; spoken: Spoken } {
  const drugs = set.flatMap((one) => one.regimen.drugs).sort()
  const parts = set.map((one) => one.regimen)
  const drugIndexes = parts.flatMap((part) => part.drugIndexes).sort((a, b) => a - b)
  const contained = new Set(drugIndexes.flatMap((drug) => at.index.regimensOfDrug[drug] ?? []).filter((id) => at.spoken[id] && at.index.regimens[id]?.drugs.every((drug) => drugs.includes(drug))))
  const part = new Map<number, Matched>()
  const against = new Map<number, Matched>()
  for (const id of contained) {
    for (const matched of at.spoken[id]?.whole ?? []) part.set(matched.index, matched)
    for (const matched of at.spoken[id]?.against ?? []) against.set(matched.index, matched)
  }
  const byIndex = (a: Matched, b: Matched) => a.index - b.index
  return {
    regimen: { id: JOINED, key: drugs.join('+'), drugs, drugIndexes, classes: [...new Set(parts.flatMap((one) => one.classes))].sort(), hits: new Set(parts.flatMap((one) => [...one.hits])), labels: [] },
    spoken: { whole: [], part: [...part.values()].sort(byIndex), against: [...against.values()].sort(byIndex), inferior: [], remarked: [] },
  }
}
