import type { AnalysisRun } from '#src/domain/analysis.ts'
import type { NotAssessed } from './match-evidence.ts'
import { isRuleCode } from './rule-code.ts'

/**
 * What the assay did not cover or nobody measured, with the therapies whose evidence hangs on it. Never treated as negative (design 2, principle 6).
 * One entry a biomarker and reason.
 */
export function groupNotAssessable(unknown: readonly NotAssessed[]): AnalysisRun['notAssessable'] {
  const groups = new Map<string, { biomarker: string; rule: string; therapies: Set<string> }>()
  for (const { item, unknowns } of unknown) {
    if (item.direction === 'note' || item.direction === 'inferior_to') continue
    for (const one of unknowns) {
      const key = `${one.text}|${one.rule}`
      const group = groups.get(key) ?? { biomarker: one.text, rule: one.rule, therapies: new Set<string>() }
      groups.set(key, group)
      group.therapies.add(item.therapy)
    }
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const group = groups.get(key)
    return group && isRuleCode(group.rule) ? [{ biomarker: group.biomarker, rule: group.rule, params: { biomarker: group.biomarker }, therapies: [...group.therapies].sort() }] : []
  })
}
