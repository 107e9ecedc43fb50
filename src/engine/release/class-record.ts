import type { Expression } from '#src/knowledge/expression.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import type { PriorRow } from '#src/knowledge/schema.ts'
import type { Weights } from './weights.ts'

/** What trials of a class alone reported in a tumour type, as points. */
export type ClassRecord = { points: number; selected: boolean; basis: string; source: string; expression: Expression }

type Rate = Weights['prior']['response']

/** Doublings of the odds against what is usual. A trial of a few dozen patients cannot tell no response from a rare one, hence the least. */
function doublings(percent: number, rate: Rate): number {
  const odds = (value: number) => value / (100 - value)
  return Math.log2(odds(Math.max(rate.least, Math.min(100 - rate.least, percent))) / odds(rate.usual))
}

/**
 * Points of a record: log odds, because evidence adds up. Each doubling of the odds of a response against 10 %, the rate below which a phase 2 trial calls
 * an agent uninteresting, and each doubling of the odds of disease control against one half, is worth the same; a rate that was not reported follows the
 * other. A class that alone prolonged life or the time to progression never counts against itself, however few tumours shrank (regorafenib in colon cancer).
 */
export function recordPoints(record: Pick<PriorRow, 'response' | 'control' | 'gain'>, { prior }: Pick<Weights, 'prior'>): number {
  const response = doublings(record.response, prior.response)
  const points = Math.round(prior.doubling * (response + (record.control === null ? response : doublings(record.control, prior.control))))
  return Math.max(record.gain ? 0 : -prior.limit, Math.min(prior.limit, points))
}

/** The records of each class in a tumour type: the nearest type first, and there the selected patients before all comers. */
export function recordsOf(code: string, knowledge: Knowledge, weights: Weights): ReadonlyMap<string, readonly ClassRecord[]> {
  const ancestors = knowledge.tree.ancestors(code)
  const near = knowledge.priors.flatMap(({ row, expression }) => {
    const depth = ancestors.indexOf(row.tumour)
    return depth < 0 ? [] : [{ row, expression, depth }]
  }).sort((a, b) => a.depth - b.depth || Number(a.expression.op === 'none') - Number(b.expression.op === 'none') || (a.row.biomarker < b.row.biomarker ? -1 : a.row.biomarker > b.row.biomarker ? 1 : 0))
  const records = near.map(({ row, expression }) => ({ class: row.class, points: recordPoints(row, weights), selected: expression.op !== 'none', basis: row.basis, source: row.sources[0] ?? `prior ${row.class} ${row.tumour}`, expression }))
  return Map.groupBy(records, (record) => record.class)
}
