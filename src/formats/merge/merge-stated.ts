import type { ClinicalRow, StatedFact, StatedField } from '#src/domain/record-reading.ts'
import type { ReadingPart } from '../reading-part.ts'

const fact = (file: string, field: StatedField, value: string | null, said: string): StatedFact => ({ id: `${file}|${field}|${value ?? said}`, file, field, value, said })
const sexOf = (text: string) => ({ female: 'female', f: 'female', male: 'male', m: 'male' })[text.trim().toLowerCase()] ?? null

/** Attributes of a clinical table that say who and what (cBioPortal names them so). */
function ofClinical(file: string, row: ClinicalRow): StatedFact[] {
  const attribute = (key: string) => row.attributes[key]?.trim() ?? ''
  const stated: StatedFact[] = []
  if (row.patient !== null) stated.push(fact(file, 'patient_id', row.patient, row.patient))
  const sex = attribute('SEX') || attribute('GENDER')
  if (sex !== '') stated.push(fact(file, 'sex', sexOf(sex), sex))
  const tumour = attribute('CANCER_TYPE_DETAILED') || attribute('CANCER_TYPE') || attribute('ONCOTREE_CODE')
  if (row.oncotree !== null || tumour !== '') stated.push(fact(file, 'tumour_type', row.oncotree, tumour || (row.oncotree ?? '')))
  return stated
}

/** What all files say of person, specimen and tumour. Of a clinical table only the rows of the one sample the case is about count. */
export function mergeStated(parts: readonly ReadingPart[], clinical: readonly ClinicalRow[], sample: string | null): StatedFact[] {
  const rows = new Map(clinical.map((row) => [row.sample, row]))
  const facts = parts.flatMap((part) => [
    ...part.stated,
    ...(part.refused ? [] : part.tumourSamples.length === 1 ? part.tumourSamples.map((name) => fact(part.file, 'sample_id', name, name)) : []),
    ...part.clinical.filter((row) => row.sample === sample || (sample === null && clinical.length === 1)).flatMap((row) => ofClinical(part.file, rows.get(row.sample) ?? row)),
  ])
  return facts.filter((one, at) => facts.findIndex((other) => other.id === one.id) === at)
}
