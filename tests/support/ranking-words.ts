import { wordsOf } from './every-read.ts'

/** The ranking, as keys and words of an answer (design of trust: what I do not see before my commitment). */
export const rankingKeys = ['score', 'band', 'rank', 'tieGroup', 'contributions', 'combinations', 'robustness', 'wouldChange', 'coverage_points', 'difference']
export const rankingValues = ['HIGH', 'MODERATE', 'WEAK', 'LOW']

/** What of the ranking stands in one answer; empty when nothing does. */
export function rankingWordsIn(json: unknown): string[] {
  const { keys, values } = wordsOf(json)
  return [...rankingKeys.filter((key) => keys.has(key)), ...rankingValues.filter((value) => values.has(value))]
}
