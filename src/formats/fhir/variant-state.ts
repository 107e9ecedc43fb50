import { coded, textOf, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'

/** Why a variant observation is no finding: five values that never collapse into one, and two of the laboratory's own housekeeping. */
export type NoFinding = 'stated_absent' | 'no_call' | 'indeterminate' | 'below_limit' | 'not_tested' | 'not_stated' | 'withdrawn_by_laboratory'

/** LOINC answer list LL1971-2; only `present` is a finding. */
const answers: Readonly<Record<string, 'present' | NoFinding>> = { 'LA9633-4': 'present', 'LA9634-2': 'stated_absent', 'LA18198-4': 'no_call', 'LA11884-6': 'indeterminate' }
/** Other reasons (`unknown`, `masked`, `error` …) say that nothing is stated. Code system data-absent-reason, FHIR R4. */
const absentReasons: Readonly<Record<string, NoFinding>> = { 'not-performed': 'not_tested', error: 'no_call', 'not-a-number': 'no_call', 'negative-infinity': 'below_limit' }

/** Words of `valueString` and of concepts that carry text only; the longer phrase stands before the word that it holds. */
const words: readonly (readonly [string, 'present' | NoFinding])[] = [
  ['below', 'below_limit'], ['not tested', 'not_tested'], ['not performed', 'not_tested'], ['not done', 'not_tested'], ['no call', 'no_call'], ['no-call', 'no_call'], ['not detected', 'stated_absent'],
  ['absent', 'stated_absent'], ['negative', 'stated_absent'], ['wild', 'stated_absent'], ['indeterminate', 'indeterminate'], ['inconclusive', 'indeterminate'], ['equivocal', 'indeterminate'],
  ['present', 'present'], ['detected', 'present'], ['positive', 'present'],
]

const withdrawn = new Set(['entered-in-error', 'cancelled'])

/** Is the variant there? By code, else by words; a value that says neither, or none at all, is *not stated*, never *present*. */
export function variantState(observation: Json): 'present' | NoFinding {
  if (withdrawn.has(wordIn(observation, 'status'))) return 'withdrawn_by_laboratory'
  const concept = coded(observation, 'valueCodeableConcept')
  for (const code of textOf.codes(concept)) { const answer = Object.hasOwn(answers, code) ? answers[code] : undefined; if (answer) return answer }
  const reason = coded(observation, 'dataAbsentReason')
  if (reason !== null) return textOf.codes(reason).map((code) => (Object.hasOwn(absentReasons, code) ? absentReasons[code] : undefined)).find((one) => one !== undefined) ?? 'not_stated'
  const said = textOf.value(observation).toLowerCase()
  return words.find(([word]) => said.includes(word))?.[1] ?? 'not_stated'
}
