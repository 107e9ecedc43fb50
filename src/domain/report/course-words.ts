import type { Course, TreatmentLine } from '../course.ts'
import { plain } from './markdown-text.ts'
import { regimenName } from './wording.ts'

const settings: Record<TreatmentLine['setting'], string> = { neoadjuvant: 'neoadjuvant', adjuvant: 'adjuvant', locally_advanced: 'locally advanced', metastatic: 'metastatic', unknown: '' }
const responses: Record<TreatmentLine['bestResponse'], string> = {
  complete_response: 'complete response', partial_response: 'partial response', stable_disease: 'stable disease', progressive_disease: 'progressive disease', not_evaluable: '', not_stated: 'response not stated',
}
const stops: Record<TreatmentLine['stopReason'], string> = {
  progression: 'stopped for progression', toxicity: 'stopped for toxicity', completed: 'completed', patient_choice: 'stopped by the patient\'s choice', ongoing: 'ongoing', other: 'stopped for another reason', not_stated: '',
}

/** Stage, fitness and what limits it, in one line. What is not stated is said. */
export function stateWords({ stage, ecog, brainDisease, organFunction, ageYears }: Course): string {
  const impaired = organFunction.filter((o) => o.state === 'impaired').map((o) => `${o.organ} impaired${o.detail ? ` (${o.detail})` : ''}`)
  return plain([
    ageYears === null ? null : `${ageYears} years`, stage === null ? 'stage not stated' : `stage ${stage}`, ecog === null ? 'ECOG not stated' : `ECOG ${ecog}`,
    `brain disease: ${brainDisease === 'unknown' ? 'not stated' : brainDisease}`, ...impaired,
  ].filter((said) => said !== null).join(', '))
}

/** The lines of treatment in their order: what was given, when, with which result, and why it ended. */
export function courseWords({ lines }: Course): string {
  if (lines.length === 0) return 'no earlier treatment stated'
  return plain(lines.map((line) => {
    const what = line.drugs.length > 0 ? regimenName(line.drugs) : line.modality
    const when = line.from === null ? line.to : line.from === line.to || line.to === null ? line.from : `${line.from} to ${line.to}`
    return [[what, [settings[line.setting], when].filter(Boolean).join(', ')].filter(Boolean).map((part, at) => (at === 0 ? part : `(${part})`)).join(' '), responses[line.bestResponse], stops[line.stopReason]].filter(Boolean).join(', ')
  }).join('; '))
}
