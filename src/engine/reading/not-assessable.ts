import type { AnalysisRun } from '#src/domain/analysis.ts'
import type { Unknown } from './evaluate.ts'
import type { NotAssessed } from './match-evidence.ts'
import { isRuleCode } from '../explain/rule-code.ts'

/**
 * What the assay did not cover or nobody measured, with the therapies whose evidence hangs on it. Never treated as negative.
 * One entry a biomarker and reason.
 */
export function groupNotAssessable(unknown: readonly NotAssessed[]): AnalysisRun['notAssessable'] {
  const groups = new Map<string, { biomarker: string; rule: string; therapies: Set<string> }>()
  // what is unknown is mostly one object however many items hang on it: its group is found without making the key again
  const groupOf = new Map<Unknown, { biomarker: string; rule: string; therapies: Set<string> }>()
  for (const { item, unknowns } of unknown) {
    if (item.direction === 'note' || item.direction === 'inferior_to') continue
    for (const one of unknowns) {
      let group = groupOf.get(one)
      if (!group) {
        const key = `${one.text}|${one.rule}`
        group = groups.get(key) ?? { biomarker: one.text, rule: one.rule, therapies: new Set<string>() }
        groups.set(key, group)
        groupOf.set(one, group)
      }
      group.therapies.add(item.therapy)
    }
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const group = groups.get(key)
    return group && isRuleCode(group.rule) ? [{ biomarker: group.biomarker, rule: group.rule, params: { biomarker: group.biomarker }, therapies: [...group.therapies].sort() }] : []
  })
}

/** The biomarkers of `groupNotAssessable` alone, in its order. */
export function namesNotAssessable(unknown: readonly NotAssessed[]): string[] {
  const found = new Set<Unknown>()
  for (const { item, unknowns } of unknown) if (item.direction !== 'note' && item.direction !== 'inferior_to') for (const one of unknowns) found.add(one)
  const names = new Map<string, string>()
  for (const one of found) if (isRuleCode(one.rule)) names.set(`${one.text}|${one.rule}`, one.text)
  return [...names.keys()].sort().flatMap((key) => names.get(key) ?? [])
}
