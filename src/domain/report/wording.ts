import type { Alteration } from '../alteration.ts'
import type { Biomarker } from '../biomarker.ts'
import type { Stance } from '../comparison/row.ts'
import type { ReasonForReview } from '../intake.ts'

/** Codes of the domain in the report's words. Advisory, never an order. */
export const useWords = { in_label: 'in label', off_label: 'off label', trial: 'trial', compassionate: 'compassionate use', unknown: 'access not known' } as const
export const effectWords = { gain: 'gain of function', loss: 'loss of function', switch: 'switch of function', neutral: 'no effect', unknown: 'effect unknown' } as const
export const oncogenicityWords = { oncogenic: 'oncogenic', likely_oncogenic: 'likely oncogenic', uncertain: 'uncertain', likely_benign: 'likely benign', benign: 'benign' } as const
export const stanceWords: Record<Stance, string> = { for: 'for', against: 'against', open: 'open' }
export const dissentWords: Readonly<Record<string, string>> = {
  evidence_read_differently: 'the evidence is read differently', clinical_weight_differs: 'clinical weight differs', data_missing: 'data are missing', out_of_scope: 'outside the question', none: 'no reason given',
}
export const reasonWords: Record<ReasonForReview, string> = {
  at_diagnosis: 'at diagnosis', before_aggressive_treatment: 'before an aggressive treatment', path_unclear: 'the path is unclear', resistant_disease: 'advanced or resistant disease',
  no_recommendation: 'many findings and no recommendation', no_actionable_option: 'no actionable option was reported', no_order_among_options: 'several options without an order',
}
/** Names of gates that do not read as words by themselves. */
const gateNames: Readonly<Record<string, string>> = { patient_match: 'name or number of the patient', specimen_match: 'date of collection', other_case: 'a file known from another case', gene_names: 'names of genes' }
export const gateWords = (gate: string): string => gateNames[gate] ?? gate.replaceAll('_', ' ')

/** `VAF 0.31, 62/200 reads; 4 copies`: each number with its unit and denominator, and words where there is none. */
export function amount({ vaf, altReads, depth, copyNumber }: Pick<Alteration, 'vaf' | 'altReads' | 'depth' | 'copyNumber'>): string {
  const reads = altReads !== null && depth !== null ? `${altReads}/${depth} reads` : depth !== null ? `depth ${depth} reads` : null
  const said = [vaf === null ? null : `VAF ${number(vaf, 2)}`, reads].filter((s) => s !== null).join(', ')
  const copies = copyNumber === null ? null : `${number(copyNumber, 1)} copies`
  return [said || null, copies].filter((s) => s !== null).join('; ') || 'not provided'
}

export function biomarkerValue({ value, unit, status }: Biomarker): string {
  if (status === 'not_tested') return 'not tested'
  if (status === 'no_call' || value === null) return 'tested, no result'
  return `${typeof value === 'number' ? number(value, 2) : value}${unit ? ` ${unit}` : ''}`
}

/** Fixed notation, no locale: the same number is the same text everywhere. */
export const number = (value: number, digits: number): string => String(Number(value.toFixed(digits)))

export const regimenName = (drugs: readonly string[]): string => drugs.join(' + ')
