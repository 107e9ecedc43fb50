import type { FeasibilityFact, LabelFact, LabelState } from '#src/domain/analysis.ts'
import type { Course, TreatmentLine } from '#src/domain/course.ts'
import type { Regimen } from './regimen.ts'
import type { Scoring } from './scoring.ts'

const advanced = (line: TreatmentLine) => line.modality === 'systemic' && (line.setting === 'metastatic' || line.setting === 'locally_advanced' || line.setting === 'unknown')

/** Is the setting of a label met? Only what its words say plainly is decided; everything else stays unknown. */
function settingState(setting: string, course: Course): FeasibilityFact['state'] {
  const words = setting.toLowerCase()
  const lines = course.lines.filter(advanced).length
  if (words.includes('adjuvant')) return 'unknown'
  if (words.includes('first line') || words.includes('first-line') || words.includes('untreated')) return lines === 0 ? 'met' : 'not_met'
  if (words.includes('after') || words.includes('previously treated') || words.includes('second line') || words.includes('relapsed') || words.includes('refractory')) {
    if (lines === 0) return 'not_met'
    const named = course.lines.some((line) => line.drugs.some((drug) => words.includes(drug)))
    return named || words.includes('previously treated') || words.includes('second line') ? 'met' : 'unknown'
  }
  return 'unknown'
}

function givenBefore(regimen: Regimen, course: Course, at: Scoring): FeasibilityFact[] {
  const facts: FeasibilityFact[] = []
  const { classOf } = at.index
  for (const line of course.lines) {
    const same = line.drugs.filter((drug) => regimen.drugs.includes(drug))
    const kin = line.drugs.filter((drug) => !same.includes(drug) && regimen.classes.includes(classOf.get(drug) ?? '') && classOf.get(drug) !== 'backbone')
    const params = { line: line.line ?? 0, bestResponse: line.bestResponse, stopReason: line.stopReason }
    if (same.length > 0) facts.push({ fact: 'feasibility.drug_before', params: { ...params, drugs: same }, state: 'not_met', source: 'course' })
    else if (kin.length > 0) facts.push({ fact: 'feasibility.class_before', params: { ...params, drugs: kin }, state: 'not_met', source: 'course' })
  }
  return facts
}

/**
 * Facts for the question *what is realistic*, beside the score and never in it. Three-valued: without a course everything about the patient is unknown,
 * and unknown is never taken for met. The oncologist decides the word.
 */
export function feasibilityOf(regimen: Regimen, state: LabelState, labels: readonly LabelFact[], at: Scoring): FeasibilityFact[] {
  const { course, jurisdiction } = at.input
  const mine = labels.filter((label) => label.jurisdiction === jurisdiction && label.state === 'approved' && label.applies !== 'no')
  const facts: FeasibilityFact[] = [{
    fact: 'feasibility.label', params: { jurisdiction, label: state }, state: state === 'this_tumour' ? 'met' : mine.some((label) => label.applies === 'unknown') ? 'unknown' : 'not_met', source: mine[0]?.source ?? 'label',
  }]
  if (!course) return facts
  for (const label of mine.slice(0, 4)) facts.push({ fact: 'feasibility.setting', params: { setting: label.setting, jurisdiction }, state: settingState(label.setting, course), source: label.source })
  facts.push(...givenBefore(regimen, course, at))
  facts.push({ fact: 'feasibility.performance', params: { ecog: course.ecog ?? 'not stated' }, state: course.ecog === null ? 'unknown' : course.ecog <= 2 ? 'met' : 'not_met', source: 'course' })
  for (const organ of course.organFunction) if (organ.state === 'impaired') facts.push({ fact: 'feasibility.organ', params: { organ: organ.organ, detail: organ.detail }, state: 'unknown', source: 'course' })
  for (const allergy of course.allergies) if (regimen.drugs.some((drug) => allergy.toLowerCase().includes(drug))) facts.push({ fact: 'feasibility.allergy', params: { allergy }, state: 'not_met', source: 'course' })
  if (course.brainDisease === 'yes') facts.push({ fact: 'feasibility.brain', params: {}, state: 'unknown', source: 'course' })
  return facts
}
