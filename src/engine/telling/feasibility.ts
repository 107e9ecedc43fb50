import type { FeasibilityFact, LabelFact, LabelState } from '#src/domain/analysis.ts'
import type { Course } from '#src/domain/course.ts'
import type { Regimen } from '../release/regimen.ts'
import type { Scoring } from '../score/scoring.ts'
import { settingState } from './setting-state.ts'

const order = { met: 0, unknown: 1, not_met: 2 } as const

/** The settings of the labels that are in force here, those that are met first. */
function settings(labels: readonly LabelFact[], course: Course, at: Scoring): FeasibilityFact[] {
  const tumour = at.input.tumourType
  const patient = { course, isSquamous: squamous(tumour), classOf: at.index.classOf }
  return labels.map((label): FeasibilityFact => {
    const { state, because } = settingState(label.setting, patient)
    return { fact: 'feasibility.setting', params: { setting: label.setting, jurisdiction: label.jurisdiction, state, because: [...because] }, state, source: label.source }
  }).toSorted((a, b) => order[a.state] - order[b.state]).slice(0, 4)
}

/** Lung labels separate squamous from other histology; a code above both says neither. */
const squamous = (code: string): boolean | null => (code === 'LUSC' ? true : ['LUAD', 'LCLC', 'NSCLCPD'].includes(code) ? false : null)

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
  for (const drug of regimen.drugs) {
    const ended = at.index.knowledge.therapies.get(drug)?.ended
    if (ended && ended.on <= at.input.date) facts.push({ fact: 'feasibility.availability', params: { drug, on: ended.on }, state: 'not_met', source: ended.source })
  }
  if (!course) return facts
  facts.push(...settings(mine, course, at), ...givenBefore(regimen, course, at))
  facts.push({ fact: 'feasibility.performance', params: { ecog: course.ecog ?? 'not stated' }, state: course.ecog === null ? 'unknown' : course.ecog <= 2 ? 'met' : 'not_met', source: 'course' })
  for (const organ of course.organFunction) if (organ.state === 'impaired') facts.push({ fact: 'feasibility.organ', params: { organ: organ.organ, detail: organ.detail }, state: 'unknown', source: 'course' })
  for (const allergy of course.allergies) if (regimen.drugs.some((drug) => allergy.toLowerCase().includes(drug))) facts.push({ fact: 'feasibility.allergy', params: { allergy }, state: 'not_met', source: 'course' })
  if (course.brainDisease === 'yes') facts.push({ fact: 'feasibility.brain', params: {}, state: 'unknown', source: 'course' })
  return facts
}
