import type { ReadingPart } from '../reading-part.ts'
import { state } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import { coded, codingsOf, conceptWords, hasCode, listOf, textOf, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'
import { referencesIn } from './resource-index.ts'
import type { ResourceIndex } from './resource-index.ts'
import { tumourTypeOf } from './tumour-type.ts'

const sexes: Readonly<Record<string, string>> = { female: 'female', male: 'male', other: 'other', F: 'female', M: 'male' }
const dateIn = (text: string): string | null => (/^[0-9]{4}-[0-9]{2}-[0-9]{2}/.test(text) ? text.slice(0, 10) : null)

/** Who: identifiers, name, sex and birth date. The sex assigned at birth (US Core) goes before the administrative one: sequencing sees chromosomes. */
export function statePatient(part: ReadingPart, patient: Json): void {
  for (const one of listOf(coded(patient, 'identifier'))) state(part, 'patient_id', wordIn(one, 'value'), wordIn(one, 'value'))
  for (const name of listOf(coded(patient, 'name')).slice(0, 1)) {
    const text = wordIn(name, 'text') || [...listOf(coded(name, 'given')), coded(name, 'family')].filter((one) => typeof one === 'string').join(' ')
    state(part, 'patient_name', text, text)
  }
  const birthSex = listOf(coded(patient, 'extension')).find((one) => wordIn(one, 'url').endsWith('/us-core-birthsex'))
  const sex = wordIn(birthSex, 'valueCode') || wordIn(patient, 'gender')
  state(part, 'sex', Object.hasOwn(sexes, sex) ? sexes[sex] ?? null : null, sex)
  const born = wordIn(patient, 'birthDate')
  state(part, 'birth_date', /^[0-9]{4}(-[0-9]{2}){0,2}$/.test(born) ? born : null, born)
}

const isSecondary = (condition: Json, words: string) =>
  listOf(coded(coded(condition, 'meta'), 'profile')).some((one) => typeof one === 'string' && one.includes('secondary-cancer-condition')) || /^(secondary|metasta)/i.test(words)
const isPrimaryByProfile = (condition: Json) => listOf(coded(coded(condition, 'meta'), 'profile')).some((one) => typeof one === 'string' && one.includes('primary-cancer-condition'))

/** Which tumour and stage. A condition that is no cancer (diabetes, a metastasis in the brain) says nothing of the tumour type. */
export function stateConditions(part: ReadingPart, context: ReadContext, index: ResourceIndex, conditions: readonly Json[]): void {
  const histologies = index.ofType('Observation').filter((one) => hasCode(one, '31206-6'))
  for (const condition of conditions) {
    const words = conceptWords(coded(condition, 'code'))
    if (!isPrimaryByProfile(condition) && isSecondary(condition, words)) continue
    const own = histologies.filter((one) => [...listOf(coded(one, 'extension')).map((extension) => wordIn(coded(extension, 'valueReference'), 'reference')), ...referencesIn(one, 'focus')]
      .some((reference) => reference !== '' && index.resolve(reference, one) === condition))
    const found = tumourTypeOf(condition, context, own.map((one) => coded(one, 'valueCodeableConcept')))
    const isCancer = found.code !== null || isPrimaryByProfile(condition) || /neoplas|cancer|carcinoma|sarcoma|melanoma|lymphoma|leuk|tumou?r|glioma|blastoma|myeloma/i.test(words)
    if (!isCancer) continue
    state(part, 'tumour_type', found.code, found.said)
    for (const stage of listOf(coded(condition, 'stage'))) stateStage(part, conceptWords(coded(stage, 'summary')))
  }
}

/** `American Joint Committee on Cancer stage IIIC (qualifier value)`, `Stage IV`, `3C`: the stage group itself; anything else is asked. */
function stateStage(part: ReadingPart, words: string): void {
  const said = /\bstage ([0IV]{1,3}[A-D]?[1-3]?)\b/i.exec(words)?.[1] ?? (/^([IV]{1,3}[A-D]?|[0-4][A-D]?)$/.test(words) ? words : null)
  state(part, 'stage', said === null ? null : said.toUpperCase(), words)
}

const stageGroups = ['399537006', '399588009', '21908-9', '21902-2', '21914-7']
/** ECOG performance status (LOINC 89247-1): an integer, 5 is death. Karnofsky (89243-0) is another scale and is asked. */
export function stateObservations(part: ReadingPart, observations: readonly Json[]): void {
  const dated = observations.toSorted((a, b) => (wordIn(a, 'effectiveDateTime') < wordIn(b, 'effectiveDateTime') ? 1 : -1))
  const ecog = dated.find((one) => hasCode(one, '89247-1'))
  if (ecog) {
    const value = coded(ecog, 'valueInteger')
    state(part, 'ecog', typeof value === 'number' && value >= 0 && value <= 4 ? String(value) : null, typeof value === 'number' ? `ECOG ${value}` : textOf.value(ecog))
  }
  const karnofsky = dated.find((one) => hasCode(one, '89243-0'))
  const score = coded(karnofsky ?? null, 'valueInteger')
  if (!ecog && typeof score === 'number') state(part, 'ecog', null, `Karnofsky ${score}`)
  for (const one of dated) if (stageGroups.some((code) => hasCode(one, code))) stateStage(part, conceptWords(coded(one, 'valueCodeableConcept')))
}

const bloodCodes = new Set(['BLD', '119297000', 'WB'])
/** Where the material came from and when it was taken. An identifier of the laboratory is its name; the id of the resource is none. */
export function stateSpecimen(part: ReadingPart, specimen: Json): void {
  for (const identifier of [...listOf(coded(specimen, 'identifier')), coded(specimen, 'accessionIdentifier')]) state(part, 'sample_id', wordIn(identifier, 'value'), wordIn(identifier, 'value'))
  const collection = coded(specimen, 'collection')
  const collected = wordIn(collection, 'collectedDateTime') || wordIn(coded(collection, 'collectedPeriod'), 'start')
  state(part, 'specimen_collected', dateIn(collected), collected)
  const site = conceptWords(coded(collection, 'bodySite')).replace(/ \([^()]{1,60}\)$/, '')
  state(part, 'specimen_site', site, site)
  const type = coded(specimen, 'type')
  const words = conceptWords(type)
  if (codingsOf(type).some((one) => bloodCodes.has(one.code))) state(part, 'specimen_kind', 'blood', words)
  else if (/metasta/i.test(words)) state(part, 'specimen_kind', 'metastasis', words)
  else if (/recurren/i.test(words)) state(part, 'specimen_kind', 'recurrence', words)
  else if (/primary/i.test(words)) state(part, 'specimen_kind', 'primary', words)
}

/** The report itself: its day, its laboratory, and its conclusion as a line. */
export function stateReport(part: ReadingPart, index: ResourceIndex, report: Json): void {
  const day = dateIn(wordIn(report, 'effectiveDateTime')) ?? dateIn(wordIn(report, 'issued'))
  state(part, 'report_date', day, wordIn(report, 'effectiveDateTime') || wordIn(report, 'issued'))
  for (const reference of referencesIn(report, 'performer')) {
    const performer = index.resolve(reference, report)
    if (wordIn(performer, 'resourceType') === 'Organization') state(part, 'laboratory', wordIn(performer, 'name'), wordIn(performer, 'name'))
  }
  const text = wordIn(report, 'conclusion').slice(0, 400)
  if (text !== '') part.reportLines.push({ id: `${part.file}|line|${text}`, file: part.file, kind: 'finding', text, gene: null, therapy: null, stance: 'neutral', tier: null, unresolved: [] })
}
