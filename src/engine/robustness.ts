import type { AnalysisInput, Band } from '#src/domain/analysis.ts'
import { noOverrides } from '#src/domain/analysis.ts'
import { analyse } from './analyse.ts'
import { withWeights } from './knowledge-index.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import { joinOverrides } from './what-if.ts'
import type { Weights } from './weights.ts'

/** Rank of a therapy (1 is first; null: not listed) under one variation of the reasoning. */
export type Variation = { kind: 'weight' | 'evidence'; what: string; factor: 'half' | 'double' | 'without'; rank: number | null; first: string | null; score: number | null; band: Band | null }
export type Robustness = { rank: number | null; first: string | null; variations: Variation[]; kept: number; of: number }

/** Each number of the weights that is a matter of judgement, as a path into the file; limits, bands and percent scales stay. */
const judged: readonly (readonly string[])[] = [
  ...(['A', 'B', 'C', 'D', 'E'] as const).map((level) => ['base', level]), ...(['A', 'B', 'C', 'D', 'E'] as const).map((level) => ['gate', level]),
  ['inferior'], ['mechanism', 'hit'], ['bypass', 'points'], ['bypass', 'gate'], ['convergence', 'points'], ['convergence', 'gate'], ['subsetRegimen'], ['prior', 'limit'],
  ['tumour', 'sensitivity', 'other'], ['tumour', 'sensitivity', 'family'], ['tumour', 'resistance', 'other'], ['noBenefit', 'debit'],
]

function changed(weights: Weights, path: readonly string[], change: (value: number) => number): Weights {
  const copy = structuredClone(weights)
  let at: Record<string, unknown> = copy
  for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown> // the paths above name objects of the file
  const last = path.at(-1) ?? ''
  const top = path[0] === 'gate' || last === 'gate' ? 1000 : Number.POSITIVE_INFINITY
  at[last] = Math.min(top, change(at[last] as number)) // … and end in numbers
  return copy
}

const rankOf = (run: ReturnType<typeof analyse>, therapy: string): Pick<Variation, 'rank' | 'first' | 'score' | 'band'> => {
  const ranked = run.therapies.filter((one) => one.label !== 'withdrawn')
  const at = ranked.findIndex((one) => one.therapy === therapy)
  const found = ranked[at]
  return { rank: at < 0 ? null : at + 1, first: ranked[0]?.therapy ?? null, score: found?.score ?? null, band: found?.band ?? null }
}

/** How the rank of a therapy stands up to halving and doubling each weight, and to leaving out each evidence item in turn. Computed when asked. */
export function robustness(input: AnalysisInput, therapy: string, index: KnowledgeIndex): Robustness {
  const run = analyse(input, index)
  const base = rankOf(run, therapy)
  const variations: Variation[] = []
  for (const path of judged) {
    for (const [factor, change] of [['half', (value: number) => Math.floor(value / 2)], ['double', (value: number) => value * 2]] as const) {
      const varied = analyse(input, withWeights(index, changed(index.weights, path, change)))
      variations.push({ kind: 'weight', what: path.join('.'), factor, ...rankOf(varied, therapy) })
    }
  }
  const items = new Set(run.therapies.find((one) => one.therapy === therapy)?.contributions.flatMap((one) => (typeof one.params['evidence'] === 'string' ? [one.params['evidence']] : [])) ?? [])
  for (const id of [...items].sort()) {
    const varied = analyse({ ...input, overrides: joinOverrides(input.overrides, { ...noOverrides, disabledEvidence: [id] }) }, index)
    variations.push({ kind: 'evidence', what: id, factor: 'without', ...rankOf(varied, therapy) })
  }
  return { rank: base.rank, first: base.first, variations, kept: variations.filter((one) => one.rank === base.rank).length, of: variations.length }
}
