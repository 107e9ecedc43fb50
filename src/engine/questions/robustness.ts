import type { AnalysisInput, Band } from '#src/domain/analysis.ts'
import { withWeights } from '../release/knowledge-index.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import { reweigh } from '../reading/match-evidence.ts'
import type { Matched } from '../reading/match-evidence.ts'
import { readMechanisms } from '../reading/mechanism.ts'
import { compareTherapies } from '../score/rank.ts'
import { bookForScores, readCase, withoutItem } from '../case/read-case.ts'
import type { CaseReading } from '../case/read-case.ts'
import type { Detour, Reach } from '../release/reach.ts'
import type { Regimen } from '../release/regimen.ts'
import { candidates, scoringOf } from '../case/score-case.ts'
import { scoreRegimen } from '../score/score-regimen.ts'
import type { Scored } from '../score/score-regimen.ts'
import type { Scoring } from '../score/scoring.ts'
import { tellRecords } from '../telling/tell-records.ts'
import type { Weights } from '../release/weights.ts'

/** Rank of a therapy (1 is first; null: not listed) under one variation of the reasoning. */
export type Variation = { kind: 'weight' | 'evidence'; what: string; factor: 'half' | 'double' | 'without'; rank: number | null; first: string | null; score: number | null; band: Band | null }
export type Robustness = { rank: number | null; first: string | null; variations: Variation[]; kept: number; of: number }

type Judged = { path: readonly string[]; touches: (regimen: Regimen, at: Scoring) => boolean }

const someItem = (holds: (one: Matched) => boolean): Judged['touches'] => ({ id }, at) => {
  const spoken = at.spoken[id]
  return spoken !== undefined && (spoken.whole.some(holds) || spoken.part.some(holds) || spoken.against.some(holds))
}
const someAgainst = (holds: (one: Matched) => boolean): Judged['touches'] => ({ id }, at) => at.spoken[id]?.against.some(holds) ?? false
const someReach = (holds: (reach: Reach, drug: number) => boolean): Judged['touches'] => ({ drugIndexes }, at) => at.mechanisms.some((reach) => drugIndexes.some((drug) => holds(reach, drug)))
// the points of one kind of detour may let it take the place of the other: any detour is touched; a gate is that of the detour that stands
const anyDetour = someReach(({ detours }, drug) => detours[drug] != null)
const detourOf = (kind: Detour['kind']) => someReach(({ detours }, drug) => detours[drug]?.kind === kind)
const levels = ['A', 'B', 'C', 'D', 'E'] as const

/** Each number of the weights that is a matter of judgement, as a path into the file, with the regimens whose score can hang on it; limits, bands and percent scales stay. */
const judged: readonly Judged[] = [
  ...levels.map((level) => ({ path: ['base', level], touches: someItem((one) => one.item.level === level) })),
  ...levels.map((level) => ({ path: ['gate', level], touches: someAgainst((one) => one.item.level === level) })),
  { path: ['inferior'], touches: ({ id }, at) => (at.spoken[id]?.inferior.length ?? 0) > 0 },
  { path: ['mechanism', 'hit'], touches: someReach(({ hits }, drug) => hits[drug] != null) },
  ...(['bypass', 'convergence'] as const).flatMap((kind) => [{ path: [kind, 'points'], touches: anyDetour }, { path: [kind, 'gate'], touches: detourOf(kind) }]),
  { path: ['subsetRegimen'], touches: ({ id }, at) => (at.spoken[id]?.part.length ?? 0) > 0 },
  { path: ['prior', 'limit'], touches: ({ classes }, at) => classes.some((name) => at.view.priors.has(name)) },
  { path: ['tumour', 'sensitivity', 'other'], touches: someItem((one) => one.tumour === 'other' && one.item.direction !== 'resistance') },
  { path: ['tumour', 'sensitivity', 'family'], touches: someItem((one) => one.tumour === 'family' && one.item.direction !== 'resistance') },
  { path: ['tumour', 'resistance', 'other'], touches: someAgainst((one) => one.tumour === 'other' && one.item.direction === 'resistance') },
  { path: ['noBenefit', 'debit'], touches: someAgainst((one) => one.item.direction === 'no_benefit') },
]
/** Weights that stand in the points of an item, and those that stand in what the network says. */
const inItems: ReadonlySet<string> = new Set(['base', 'tumour'])
const inNetwork: ReadonlySet<string> = new Set(['mechanism', 'bypass', 'convergence'])

function changed(weights: Weights, path: readonly string[], change: (value: number) => number): Weights {
  const copy = structuredClone(weights)
  let at: Record<string, unknown> = copy
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown> // the paths above name objects of the file
  const last = path.at(-1) ?? ''
  const top = path[0] === 'gate' || last === 'gate' ? 1000 : Number.POSITIVE_INFINITY
  at[last] = Math.min(top, change(at[last] as number)) // … and end in numbers
  return copy
}

type Scores = ReadonlyMap<Regimen, Scored>
type Base = { read: CaseReading; at: Scoring; scores: Scores }

/** Scores of a reading; a regimen that the change does not touch keeps the score it has. */
function scoresOf(at: Scoring, known: Scores, touches: (regimen: Regimen) => boolean): Scores {
  return new Map(candidates(at).map((regimen) => {
    const before = known.get(regimen)
    return [regimen, before && !touches(regimen) ? before : scoreRegimen(regimen, at)]
  }))
}

function rankOf(scores: Scores, therapy: string): Pick<Variation, 'rank' | 'first' | 'score' | 'band'> {
  const ranked = [...scores.values()].filter((one) => one.listed && one.label !== 'withdrawn')
  const found = ranked.find((one) => one.therapy === therapy)
  let first = ranked[0]
  for (const one of ranked) if (first && compareTherapies(one, first) < 0) first = one
  const before = found ? ranked.filter((one) => compareTherapies(one, found) < 0).length : 0
  return { rank: found ? before + 1 : null, first: first?.therapy ?? null, score: found?.score ?? null, band: found?.band ?? null }
}

function underWeights({ path, touches }: Judged, change: (value: number) => number, base: Base): Scores {
  const index = withWeights(base.read.index, changed(base.read.index.weights, path, change))
  const evidence = inItems.has(path[0] ?? '') ? reweigh(base.read.evidence, index.weights) : base.read.evidence
  const mechanisms = inNetwork.has(path[0] ?? '') ? readMechanisms(base.read.drivers, base.read.findings, index) : base.read.mechanisms
  const read: CaseReading = { ...base.read, index, evidence, mechanisms }
  // an item whose points differ may lend its key to another interaction: with a dispute, that decides what is taken out
  const all = read.input.overrides.disputedInteractions.length > 0
  return scoresOf(scoringOf(read, bookForScores(read), base.at), base.scores, (regimen) => all || touches(regimen, base.at))
}

function withoutEvidence(id: string, base: Base): Scores {
  const read = withoutItem(base.read, id)
  const at = scoringOf(read, bookForScores(read), base.at)
  // what no therapy reaches any more counts in no coverage
  const all = read.input.overrides.disputedInteractions.length > 0 || at.reachable.some((reached, i) => reached !== base.at.reachable[i])
  const touched = new Set(base.read.evidence.matched.filter((one) => one.item.id === id).flatMap((one) => base.read.index.applications[one.index] ?? []).map((one) => one.regimen))
  return scoresOf(at, base.scores, (regimen) => all || touched.has(regimen.id))
}

/**
 * How the rank of a therapy stands up to halving and doubling each weight, and to leaving out each evidence item in turn. Computed when asked: the case
 * is read once, and each variation scores again only what it touches.
 */
export function robustness(input: AnalysisInput, therapy: string, index: KnowledgeIndex): Robustness {
  const read = readCase(input, index)
  const at = scoringOf(read, bookForScores(read))
  const none: Scores = new Map()
  const base: Base = { read, at, scores: read.empty ? none : scoresOf(at, none, () => true) }
  const now = rankOf(base.scores, therapy)
  const variations: Variation[] = []
  for (const one of judged) {
    for (const [factor, change] of [['half', (value: number) => Math.floor(value / 2)], ['double', (value: number) => value * 2]] as const) {
      variations.push({ kind: 'weight', what: one.path.join('.'), factor, ...rankOf(read.empty ? none : underWeights(one, change, base), therapy) })
    }
  }
  const asked = [...base.scores.values()].find((one) => one.listed && one.therapy === therapy)
  const items = new Set(asked && tellRecords(asked, at).records.flatMap((one) => (typeof one.params['evidence'] === 'string' ? [one.params['evidence']] : [])))
  for (const id of [...items].sort()) variations.push({ kind: 'evidence', what: id, factor: 'without', ...rankOf(withoutEvidence(id, base), therapy) })
  return { rank: now.rank, first: now.first, variations, kept: variations.filter((one) => one.rank === now.rank).length, of: variations.length }
}
