import { note } from '../reading-part.ts'
import type { ReadingPart } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import { coded, codingsOf, hasCode, listOf, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'
import { referencesIn } from './resource-index.ts'
import type { ResourceIndex } from './resource-index.ts'

/** Genetic reports: LOINC 51969-4, or the diagnostic service *GE* (v2-0074). What a report names and the record lacks is said, the name kept. */
export function genomicReports(part: ReadingPart, index: ResourceIndex): Json[] {
  const reports = index.ofType('DiagnosticReport').filter((one) => hasCode(one, '51969-4') || listOf(coded(one, 'category')).some((category) => codingsOf(category).some(({ code }) => code === 'GE')))
  const seen = new Set<Json>()
  const waiting = reports.flatMap((report) => referencesIn(report, 'result').map((reference) => ({ reference, from: report })))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const found = index.resolve(next.reference, next.from)
    if (found === null) { note(part, 'warning', 'reference_unresolved', `The report refers to "${next.reference.slice(0, 120)}", which is not in this record. Ask for the whole bundle; what it holds was not read.`); continue }
    // Groups hold groups (`hasMember`); one that holds itself is walked once.
    if (seen.has(found)) continue
    seen.add(found)
    for (const reference of referencesIn(found, 'hasMember')) waiting.push({ reference, from: found })
  }
  return reports
}

/** The name of a subject: the resource it leads to, else the reference itself. */
function subjectOf(index: ResourceIndex, of: Json): { key: string; patient: Json | null } | null {
  const [reference] = referencesIn(of, 'subject')
  if (reference === undefined) return null
  const patient = index.resolve(reference, of)
  return { key: patient === null ? reference : wordIn(patient, 'id') || reference, patient }
}

export type Patients = {
  belongs: (observation: Json) => 'ours' | 'another_patient' | 'another_sample'
  /** With several patients in one record each is a sample of its own, until a person has chosen one. */
  sampleOf: (observation: Json) => string | null
  /** The patients the findings speak of. */
  patients: Json[]
}

/** Observations that only point to the report's patient belong to it; those of another person (a parent, a relative) never do. */
export function patientsOf(part: ReadingPart, index: ResourceIndex, reports: readonly Json[], context: ReadContext): Patients {
  const subjects = (of: readonly Json[]) => new Map(of.flatMap((one) => { const subject = subjectOf(index, one); return subject ? [[subject.key, subject.patient] as const] : [] }))
  const ofReports = subjects(reports)
  const found = ofReports.size > 0 ? ofReports : subjects(index.ofType('Observation').filter((one) => hasCode(one, '69548-6')))
  if (found.size <= 1) {
    const only = [...found.keys()][0]
    const patients = [...found.values()].filter((one) => one !== null)
    return {
      belongs: (observation) => { const subject = subjectOf(index, observation); return only === undefined || subject === null || subject.key === only ? 'ours' : 'another_patient' },
      sampleOf: () => null, patients: patients.length > 0 ? patients : found.size === 0 && index.ofType('Patient').length === 1 ? index.ofType('Patient') : [],
    }
  }
  part.samples = [...found.keys()]
  const wanted = context.sample && found.has(context.sample) ? context.sample : null
  part.tumourSamples = wanted === null ? [] : [wanted]
  part.tumourSampleRule = wanted === null ? 'several_patients' : 'chosen'
  if (wanted === null) note(part, 'warning', 'several_patients', `This record holds findings of ${found.size} patients. Choose at intake which one the case is about; nothing is taken over before.`)
  return {
    belongs: (observation) => (wanted === null || (subjectOf(index, observation)?.key ?? wanted) === wanted ? 'ours' : 'another_sample'),
    sampleOf: (observation) => subjectOf(index, observation)?.key ?? null,
    patients: wanted === null ? [...found.values()].filter((one) => one !== null) : [found.get(wanted) ?? null].filter((one) => one !== null),
  }
}
