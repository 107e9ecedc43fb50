import { describe, expect, test } from 'vitest'
import { draftReport } from '#src/domain/report/draft-report.ts'
import { lintReport } from '#src/domain/report/lint.ts'
import type { ReportInput } from '#src/domain/report/report-input.ts'
import { lungCase } from './lung-case.ts'

const codes = (section: string, markdown: string, input: ReportInput = lungCase) =>
  lintReport(draftReport(input).map((s) => (s.id === section ? { ...s, markdown } : s)), input).map((f) => `${f.code}${f.blocking ? '!' : ''}`)
const withSentence = (section: string, text: string) => codes(section, `${draftReport(lungCase).find((s) => s.id === section)?.markdown}\n\n${text}`)

test('the machine\'s own draft has no finding', () => {
  expect(lintReport(draftReport(lungCase), lungCase)).toEqual([])
})

describe('wording', () => {
  test.each([
    ['This treatment can cure the patient.', 'forbidden_wording!'], ['The tumour will respond.', 'forbidden_wording!'], ['This drug is a match for the tumour.', 'forbidden_wording!'],
    ['The patient must receive it.', 'forbidden_wording!'], ['Treat urgently.', 'dose_or_urgency!'], ['Give 80 mg once daily.', 'dose_or_urgency!'],
  ])('%s', (text, code) => { expect(withSentence('answer', text)).toContain(code) })
  test('whole words only: curette, matching-free words and obscure pass', () => {
    expect(withSentence('answer', 'The curettage was obscure.')).toEqual([])
  })
  test('survival numbers and bare per cents stop the patient\'s sheet only', () => {
    expect(withSentence('patient_meaning', 'The median survival is 20 months.')).toContain('survival_number!')
    expect(withSentence('patient_meaning', 'It helps 40 % of people.')).toContain('survival_number!')
    expect(withSentence('limits', 'Purity was 40 %.')).not.toContain('survival_number!')
  })
  test('a gap that must be printed may say what a text may not', () => {
    const input: ReportInput = { ...lungCase, gaps: [{ gate: 'consent', reason: 'Urgent case; the form is missing' }] }
    expect(lintReport(draftReport(input), input)).toEqual([])
  })
})

describe('decisions', () => {
  test('putting forward what was decided against', () => {
    expect(withSentence('answer', 'Olaparib is worth considering as well.')).toContain('contradicted_by_decision!')
    expect(withSentence('answer', 'We suggest osimertinib.')).toContain('contradicted_by_decision!')
  })
  test('declining it, or naming it within an agreed regimen, contradicts nothing', () => {
    expect(withSentence('answer', 'Olaparib is not advised.')).toEqual([])
    expect(withSentence('answer', 'Osimertinib + savolitinib is worth considering after that.')).toEqual([])
  })
  test('a patient\'s sheet that does not speak of the first option', () => {
    expect(codes('patient_meaning', '### What it may mean\n\nWe have looked at your test with care.')).toContain('patient_part_behind!')
  })
  test('a gap or a wording of a dissent that was edited away', () => {
    expect(codes('limits', 'There are no limits that we know of.')).toContain('gap_not_printed!')
    expect(codes('confidence_dissent', 'We agree on everything of weight.')).toContain('dissent_not_printed!')
  })
  test('an empty section', () => { expect(codes('germline', '  ')).toContain('empty_section!') })
})

describe('numbers and sources', () => {
  test.each([
    ['EGFR L858R was seen at VAF 0.25.', 'number_mismatch!'], ['EGFR was seen in 27/521 reads.', 'number_mismatch!'], ['TMB 14.2 was measured.', 'number_mismatch!'],
    ['Osimertinib + savolitinib rests on level A.', 'number_mismatch!'], ['Median 6.3 months were reached.', 'unlinked_claim!'], ['MET amplification confers resistance.', 'unlinked_claim'],
    ['This was shown before [PMID:1].', 'unknown_source'],
  ])('%s', (text, code) => { expect(withSentence('interpretation', text)).toContain(code) })
  test.each(['EGFR L858R was seen at VAF 0.52, 271/521 reads.', 'TMB 4.2 was measured.', 'Median 6.3 months were reached [PMID:37879444].', 'Osimertinib + savolitinib rests on level B.'])('%s', (text) => {
    expect(withSentence('interpretation', text)).toEqual([])
  })
  test('level A in this tumour that nobody speaks of', () => {
    const input: ReportInput = { ...lungCase, run: { ...lungCase.run, therapies: lungCase.run.therapies.map((t) => (t.therapy === 'olaparib' ? { ...t, therapy: 'lazertinib', drugs: ['lazertinib'], band: 'HIGH', level: 'A', label: 'this_tumour' } : t)) } }
    expect(lintReport(draftReport(input), input).map((f) => f.code)).toContain('level_a_missing')
  })
})

test('a patient\'s text that reads too hard is shown, not stopped', () => {
  const hard = 'Amivantamab, carboplatin and pemetrexed may be a choice. Comprehensive molecular characterisation demonstrates considerable heterogeneity, necessitating individualised multidisciplinary consideration of therapeutic possibilities and their respective toxicological implications, particularly concerning haematological complications.'
  expect(codes('patient_meaning', hard)).toEqual(['reading_grade'])
})
