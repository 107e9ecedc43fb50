import type { Level, TherapyResult } from '#src/domain/analysis.ts'

const levels: readonly (Level | null)[] = ['A', 'B', 'C', 'D', 'E', null]
const labelOrder = { this_tumour: 0, other_tumour: 1, investigational: 2, withdrawn: 3 } as const

/** What the order of therapies hangs on. */
type Ranked = Pick<TherapyResult, 'therapy' | 'score' | 'label' | 'coverage' | 'level'> & { drugs: readonly string[] }

/** Score, then on label, coverage, level of the best item, fewer drugs, name: ties end in the name, so the order is stable. Withdrawn ones stand last. */
export function compareTherapies(a: Ranked, b: Ranked): number {
  return Number(a.label === 'withdrawn') - Number(b.label === 'withdrawn') || b.score - a.score
    || Number(b.label === 'this_tumour') - Number(a.label === 'this_tumour') || labelOrder[a.label] - labelOrder[b.label]
    || b.coverage - a.coverage || levels.indexOf(a.level) - levels.indexOf(b.level) || a.drugs.length - b.drugs.length || (a.therapy < b.therapy ? -1 : a.therapy > b.therapy ? 1 : 0)
}
