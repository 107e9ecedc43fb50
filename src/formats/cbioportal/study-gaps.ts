import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'

const some = (names: readonly string[]) => names.slice(0, 5).map((name) => name.slice(0, 40)).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '')

/** Says what the tables of patients and of samples do not say of each other; only where both were given. */
export function saySampleGaps(parts: readonly ReadingPart[]): void {
  const ofPatients = parts.find((part) => part.patients.size > 0)
  const ofSamples = parts.find((part) => part.clinical.some((row) => row.patient !== null))
  if (!ofPatients || !ofSamples) return
  const named = new Set(parts.flatMap((part) => part.clinical.flatMap((row) => row.patient ?? [])))
  const known = new Set(parts.flatMap((part) => [...part.patients.keys()]))
  const without = [...known].filter((patient) => !named.has(patient))
  const missing = [...named].filter((patient) => !known.has(patient))
  if (without.length > 0) note(ofPatients, 'warning', 'patient_without_sample', `${without.length} patients have no sample in this study: ${some(without)}. Nothing can be said of their tumours.`, { column: 'PATIENT_ID' })
  if (missing.length > 0) note(ofSamples, 'warning', 'patient_not_described', `${missing.length} patients of these samples stand in no table of patients: ${some(missing)}. Their age, sex and course are not known.`, { column: 'PATIENT_ID' })
}
