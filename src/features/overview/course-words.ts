import type { TreatmentLine } from '#src/domain/course.ts'

const settingWords: Record<TreatmentLine['setting'], string> = { neoadjuvant: 'Neoadjuvant', adjuvant: 'Adjuvant', locally_advanced: 'Locally advanced', metastatic: 'Metastatic', unknown: 'Setting not stated' }
export const modalityWords: Record<TreatmentLine['modality'], string> = { systemic: 'systemic, drugs not stated', surgery: 'surgery', radiotherapy: 'radiotherapy', trial: 'trial', other: 'other' }
export const responseWords: Record<TreatmentLine['bestResponse'], string> = {
  complete_response: 'complete response', partial_response: 'partial response', stable_disease: 'stable disease', progressive_disease: 'progressive disease', not_evaluable: 'not evaluable', not_stated: 'not stated',
}
export const stopWords: Record<TreatmentLine['stopReason'], string> = {
  progression: 'progression', toxicity: 'toxicity', completed: 'completed', patient_choice: "patient's choice", ongoing: 'ongoing', other: 'other reason', not_stated: 'reason not stated',
}
export const lineName = ({ line, setting }: TreatmentLine) => (line === null ? settingWords[setting] : `Line ${line}${setting === 'metastatic' || setting === 'unknown' ? '' : `, ${settingWords[setting].toLowerCase()}`}`)
