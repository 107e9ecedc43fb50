import type { RunDifference } from '#src/contract/views/therapies-view.ts'
import type { AnalysisRun } from '#src/domain/analysis.ts'
import { differenceOf, type RunDifference as EngineDifference } from '#src/engine/questions/difference.ts'
import { sentenceOf } from './sentences.ts'

/** Therapies that moved between two runs, largest change first, with the points that went and the points that came in words. */
export const differenceView = (before: AnalysisRun, after: AnalysisRun): RunDifference[] => inWords(differenceOf(before, after))

export function inWords(difference: EngineDifference): RunDifference[] {
  const moved = difference.therapies.map(({ gone, come, ...rest }) => ({
    ...rest,
    because: [...gone.map((c) => `no longer ${signed(c.points)}: ${sentenceOf(c)}`), ...come.map((c) => `now ${signed(c.points)}: ${sentenceOf(c)}`)],
  }))
  const size = (d: RunDifference) => Math.abs((d.after ?? 0) - (d.before ?? 0))
  return moved.sort((a, b) => size(b) - size(a) || (a.therapy < b.therapy ? -1 : 1))
}

const signed = (points: number) => (points > 0 ? `+${points}` : String(points))
