import type { Level } from '#src/domain/analysis.ts'
import values from './weights.json' with { type: 'json' }

/**
 * Every constant of the engine, in one versioned file. Points are integers, factors percent,
 * gates and paths per mille. A robustness report passes a changed copy; nothing else may.
 */
export type Weights = typeof values

export const weights: Weights = values

/** Clinical levels: what makes a therapy more than a hypothesis. */
export const clinicalLevels: ReadonlySet<Level> = new Set<Level>(['A', 'B', 'C'])

/** Applies factors in percent in their fixed order, rounding down after each, so that the same factors always give the same points. */
export function percentOf(points: number, ...factors: readonly number[]): number {
  let left = points
  for (const factor of factors) left = Math.floor((left * factor) / 100)
  return left
}

/**
 * Diminishing returns: the best counts in full, each next one half of the one before. Order independent, never lower when an item is added,
 * bounded by twice the best. Seven extra bits keep the halves exact until the single floor at the end.
 */
export function aggregate(points: readonly number[], maxItems: number): number {
  const sorted = points.toSorted((a, b) => b - a)
  let sum = 0
  for (let k = 0; k < sorted.length && k < maxItems; k++) sum += ((sorted[k] ?? 0) * 128) / 2 ** k
  return Math.floor(sum / 128)
}

/** The same for points that come sorted, best first, and cut to the most that count: what scoring asks for every regimen. */
export function aggregateSorted(sorted: readonly { points: number }[]): number {
  let sum = 0
  let factor = 128
  for (const one of sorted) { sum += one.points * factor; factor /= 2 }
  return Math.floor(sum / 128)
}
