import type { Stage } from '#src/domain/case/state.ts'

export const stageWords: Record<Stage, string> = {
  review: 'Independent review', comparison: 'Comparison', consensus: 'Consensus', report: 'Report', signing: 'Signing', released: 'Released',
}
/** Ladder and worklist show intake as the first step, which every case in a list has behind it. */
export const ladderStages = ['intake', 'review', 'comparison', 'consensus', 'report', 'signing', 'released'] as const

export const stageWord = (stage: string): string => (stage === 'intake' ? 'Intake' : stage in stageWords ? stageWords[stage as Stage] : stage) // `in` has just checked
