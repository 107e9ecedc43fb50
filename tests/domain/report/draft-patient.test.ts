import { describe, expect, test } from 'vitest'
import { draftPatient } from '#src/domain/report/draft-patient.ts'
import { dateInWords, siteInWords, testsInWords } from '#src/domain/report/patient-words.ts'
import { properNames, readingGrade } from '#src/domain/report/reading-grade.ts'
import type { ReportInput } from '#src/domain/report/report-input.ts'
import { lungCase } from './lung-case.ts'

const sheet = (more: Partial<ReportInput> = {}) => Object.values(draftPatient({ ...lungCase, ...more })).join('\n\n')
const plan = (more: Partial<ReportInput['plan']>) => ({ plan: { ...lungCase.plan, ...more } })

describe('plain words', () => {
  test.each([['Liver, segment VI', 'your liver'], ['Adrenal gland, left', 'your adrenal gland, a small gland above the kidney'], ['Rib 4', 'a bone'], ['Elsewhere', 'Elsewhere']])('%s', (site, words) => { expect(siteInWords(site)).toBe(words) })
  test.each([['2026-09-29', '29 September 2026'], ['2026-01-02', '2 January 2026'], ['autumn', 'autumn']])('%s', (date, words) => { expect(dateInWords(date)).toBe(words) })
  test.each([
    ['HbA1c with fasting glucose', 'blood sugar'], ['ECG with QTc', 'heartbeat'], ['Brain MRI', 'scan of your head'], ['UGT1A1 genotype', 'breaks down certain medicines'], ['MET by FISH', 'extra copies of a gene'],
    ['PTEN immunohistochemistry', 'A stain of the tumour sample'], ['PD-L1 22C3 test before pembrolizumab', 'A stain of the tumour sample'], ['ESR1 in blood at progression', 'traces of the tumour'], ['Germline test in normal tissue', 'born with'],
  ])('%s', (name, words) => {
    const [line] = testsInWords([name])
    expect(line).toContain(words)
    expect(line).toContain(`(${name})`)
  })
  test('a test without plain words is named as it is, two of one kind are one line', () => {
    expect(testsInWords(['Quux assay'])).toEqual(['**Quux assay**: your doctor can tell you what this test is for.'])
    expect(testsInWords(['HER2 immunohistochemistry', 'PTEN immunohistochemistry'])).toHaveLength(1)
  })
})

describe('the sheet', () => {
  test('reads at grade 5 to 8 by both formulas together, and no formula above 9', () => {
    const grade = readingGrade(sheet(), properNames(lungCase))
    expect(grade?.mean).toBeGreaterThan(5)
    expect(grade?.mean).toBeLessThanOrEqual(8)
    expect(Math.max(grade?.fleschKincaid ?? 99, grade?.colemanLiau ?? 99)).toBeLessThan(9)
  })
  test('speaks of the family only where the experts agreed that a change may be inherited', () => {
    expect(sheet()).toContain('### Your family')
    expect(sheet(plan({ germline: [] }))).not.toMatch(/family|inherit|born with/i)
  })
  test('gives no order where the experts part on the first option', () => {
    const [first] = lungCase.plan.options
    const subject = first?.drugs.join(' + ') ?? ''
    expect(sheet()).toContain('put them in this order')
    const open = sheet(plan({ openDissent: [{ subject, text: 'a', dissent: 'b', reason: 'none' }] }))
    expect(open).not.toContain('put them in this order')
    expect(open).toContain('would not start with the same medicine')
  })
  test('says what stays the same, and names no number of survival', () => {
    expect(sheet()).toContain('### What stays the same')
    expect(sheet()).not.toMatch(/surviv|per ?cent|%|prognos/i)
  })
  test('asks of tests, dissent and studies only where there are some', () => {
    expect(sheet()).toContain('Which test comes first')
    expect(sheet(plan({ tests: [] }))).not.toMatch(/Which test comes first|### More tests|### One more test/)
    expect(sheet(plan({ openDissent: [] }))).not.toContain('in two ways')
  })
  test('nothing to offer is said without closing the door', () => {
    expect(sheet(plan({ options: [], notToDo: [] }))).toContain('This does not mean that nothing can be done')
  })
})
