import { describe, expect, test } from 'vitest'
import { draftReport } from '#src/domain/report/draft-report.ts'
import { putsForward } from '#src/domain/report/lint-advice.ts'
import { lintReport } from '#src/domain/report/lint.ts'
import { lungCase } from './lung-case.ts'

describe('puts the drug forward', () => {
  test.each([
    'Olaparib is worth considering.', 'We recommend olaparib after failure of osimertinib.', 'Olaparib is advised, not least for its tolerance.', 'Olaparib is recommended, not because of BRCA2 but because of PALB2.',
    'We suggest not only carboplatin with olaparib but also radiotherapy.', 'Osimertinib is not advised, but olaparib is worth considering.', 'We advise against osimertinib, and olaparib is recommended.',
    'Olaparib was discussed, and it is worth considering.', 'After chemotherapy olaparib is worth considering.', 'After that consider olaparib.', 'Olaparib is recommended where platinum is contraindicated.',
    'With no brain disease, olaparib is a good choice.', 'Olaparib is preferred over osimertinib.', 'Osimertinib has failed; olaparib should be given.', 'We never hesitate: olaparib is recommended.', 'A trial of olaparib is suggested.',
    'We recommend the PD-L1 22C3 test, then olaparib.', 'We recommend carboplatin, and olaparib.', 'Olaparib is not only recommended, it is preferred.', 'Prefer olaparib to osimertinib.', 'Consider olaparib.',
  ])('%s', (text) => { expect(putsForward(text, ['olaparib'])).toBe(true) })
})

describe('does not put the drug forward', () => {
  test.each([
    'We do not recommend olaparib.', 'Olaparib is not advised.', 'We advise against olaparib.', 'We recommend against the use of olaparib.', 'We advise not to give olaparib.', 'We suggest avoiding olaparib.',
    'It is advised to leave olaparib aside.', 'We cannot recommend olaparib.', 'We don\'t recommend olaparib.', 'Olaparib isn’t recommended.', 'Neither olaparib nor osimertinib is recommended.', 'No expert recommends olaparib.',
    'There is no reason to consider olaparib.', 'The evidence is too weak to recommend olaparib.', 'Olaparib was considered and rejected.', 'Olaparib was considered, but the evidence speaks against it.', 'Olaparib would not currently be recommended.',
    'Amivantamab is recommended after failure of olaparib.', 'Amivantamab is worth considering after progression on olaparib.', 'We suggest amivantamab instead of olaparib.', 'We prefer amivantamab to olaparib.', 'Amivantamab is preferred over olaparib.',
    'A PD-L1 22C3 test is recommended before olaparib.', 'An ECG is advised before starting olaparib.', 'We suggest a test for olaparib eligibility.', 'An olaparib companion test is suggested.', 'The test is worth considering, since resistance to olaparib is known.',
    'Olaparib is ill-advised.', 'Olaparib was given in 2024.', 'Olaparib: not advised.', 'Not advised: olaparib.',
    'Olaparib is no longer recommended.', 'It would be wrong to recommend olaparib.', 'Olaparib is hardly worth considering.', 'Patients on olaparib: consider amivantamab.', 'We advise that olaparib not be given.', 'Olaparib, though often suggested, is not advised.',
    'PD-L1 22C3 test before olaparib is recommended.', 'We recommend testing for BRCA before olaparib is considered.',
  ])('%s', (text) => { expect(putsForward(text, ['olaparib'])).toBe(false) })
})

test('a regimen counts only where all of it is put forward', () => {
  expect(putsForward('We recommend osimertinib with savolitinib.', ['osimertinib', 'savolitinib'])).toBe(true)
  expect(putsForward('We recommend savolitinib after osimertinib.', ['osimertinib', 'savolitinib'])).toBe(false)
})

describe('in a report', () => {
  const findings = (section: string, text: string, tests = lungCase.plan.tests) => {
    const input = { ...lungCase, plan: { ...lungCase.plan, tests } }
    return lintReport(draftReport(input).map((s) => (s.id === section ? { ...s, markdown: `${s.markdown}\n\n${text}` } : s)), input).filter((f) => f.code === 'contradicted_by_decision').length
  }
  test.each([
    ['A first test comes first, we suggest the olaparib 22C3 kit.', 1, 0], ['Olaparib is advised, not least for its tolerance.', 1, 1], ['We advise against olaparib.', 0, 0], ['Savolitinib with osimertinib is worth considering after failure of olaparib.', 0, 0],
  ])('%s', (text, plain, asTest) => {
    expect(findings('answer', text)).toBe(plain)
    expect(findings('answer', text, [{ test: 'olaparib 22C3 kit', reason: '' }])).toBe(asTest)
  })
  test('a test of the plan with a drug in its name is drafted without a finding', () => {
    const input = { ...lungCase, plan: { ...lungCase.plan, tests: [{ test: 'PD-L1 22C3 test before olaparib', reason: 'decides on olaparib' }] } }
    expect(lintReport(draftReport(input), input).filter((f) => f.blocking && f.code !== 'dissent_not_printed')).toEqual([])
  })
})
