import type { Biomarker, BiomarkerName } from '#src/domain/biomarker.ts'
import { coded, codingsOf, conceptWords, hasCode, listOf, quantityOf, textOf, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'

/** FDA cut-off of tumour mutational burden for pembrolizumab (KEYNOTE-158, PMID 32919526). */
const TMB_HIGH = 10
/** Genomic instability score of myChoice CDx at which a tumour counts as deficient. */
const HRD_POSITIVE = 42

type Test = { codes: readonly string[]; name: BiomarkerName; unit: string | null }
/** LOINC and NCIt codes of the tests. */
const tests: readonly Test[] = [
  { codes: ['94076-7', '94077-5'], name: 'TMB', unit: 'mutations/Mb' }, { codes: ['81695-9'], name: 'MSI', unit: null }, { codes: ['85147-7'], name: 'PD-L1', unit: '%' }, { codes: ['C120465'], name: 'HRD', unit: 'score' },
  { codes: ['85337-4', '16112-5'], name: 'ER', unit: null }, { codes: ['85339-0', '16113-3'], name: 'PR', unit: null },
  { codes: ['48676-1', '18474-7', '85319-2'], name: 'HER2', unit: null }, { codes: ['64083-9'], name: 'OTHER', unit: 'MGMT methylation' },
]
const high = /LA26203-2|LA6576-8|LA9633-4|MSI-?H|\bpositive\b|\bpresent\b|\bhigh\b|\bdetected\b/i
const low = /LA14122-8|LA26202-4|LA6577-6|LA9634-2|\bstable\b|\bMSS\b|MSI-?L|\bnegative\b|\babsent\b|\blow\b|not detected/i

/**
 * A measured property of the tumour, or null when the observation is none. *Not performed* is not tested, any other missing value a test without a
 * result; neither is a zero nor a negative.
 */
export function biomarkerOf(observation: Json): Biomarker | null {
  const test = tests.find((one) => one.codes.some((code) => hasCode(observation, code)))
  if (!test || ['entered-in-error', 'cancelled'].includes(wordIn(observation, 'status'))) return null
  const code = test.codes.find((one) => hasCode(observation, one)) ?? ''
  const quantity = quantityOf(observation)
  const words = textOf.value(observation)
  const said = `${codingsOf(coded(observation, 'valueCodeableConcept')).map((one) => one.code).join(' ')} ${words} ${listOf(coded(observation, 'interpretation')).map(conceptWords).join(' ')}`
  const call = quantity === null ? (low.test(said) ? 'low' : high.test(said) ? 'high' : null) : numberCall(test.name, quantity)
  const cutoff = test.name === 'TMB' ? `${TMB_HIGH}` : test.name === 'HRD' ? `${HRD_POSITIVE}` : null
  const reported = quantity ? `${quantity.comparator}${quantity.value} ${quantity.code}` : words
  const base = { name: test.name, unit: test.unit, cutoff, asReported: `${code} ${reported}`.trim() }
  const absent = coded(observation, 'dataAbsentReason')
  if (quantity === null && call === null) return { ...base, value: null, status: textOf.codes(absent).includes('not-performed') ? 'not_tested' : 'no_call', call: null }
  if (quantity !== null && quantity.comparator === '') return { ...base, value: quantity.value, status: 'measured', call }
  return { ...base, unit: quantity === null && test.name !== 'OTHER' ? null : base.unit, value: valueOf(test.name, call, words, quantity), status: 'measured', call }
}

function numberCall(name: BiomarkerName, { value, comparator }: { value: number; comparator: string }): Biomarker['call'] {
  const cut = name === 'TMB' ? TMB_HIGH : name === 'HRD' ? HRD_POSITIVE : null
  if (cut === null) return null
  // `<10` is below 10; `<20` may be either.
  if (comparator.startsWith('<')) return value <= cut ? 'low' : null
  return value >= cut ? 'high' : comparator === '' ? 'low' : null
}

function valueOf(name: BiomarkerName, call: Biomarker['call'], words: string, quantity: { value: number; comparator: string } | null): string {
  if (quantity) return `${quantity.comparator}${quantity.value}`
  if (name === 'MSI') return call === 'high' ? 'MSI-H' : 'MSS'
  return name === 'TMB' ? words : call === 'high' ? 'positive' : 'negative'
}
