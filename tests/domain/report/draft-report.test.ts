import { describe, expect, test } from 'vitest'
import { emptyOpinion } from '#src/domain/opinion.ts'
import { draftReport } from '#src/domain/report/draft-report.ts'
import { forbidden, forbiddenToPatients } from '#src/domain/report/forbidden-wording.ts'
import type { ReportInput } from '#src/domain/report/report-input.ts'
import { reportSections } from '#src/domain/report/section.ts'
import { citedIn, sourcesOfRun } from '#src/domain/report/source-ids.ts'
import { lungCase } from './lung-case.ts'

const draft = (input: ReportInput = lungCase) => Object.fromEntries(draftReport(input).map((s) => [s.id, s.markdown]))
const emptyPlan: ReportInput = {
  ...lungCase, plan: { options: [], notToDo: [], tests: [], germline: [], drivers: [], interactions: [], openDissent: [], noTherapeuticConsequence: true }, rows: [], decisions: [], gaps: [],
  originalReport: { laboratory: '', date: null, lines: [] }, opinions: { genomic_expert: emptyOpinion('genomic_expert'), oncologist: emptyOpinion('oncologist') },
  run: { ...lungCase.run, alterations: [], drivers: [], interactions: [], evidence: [], therapies: [] }, profile: { ...lungCase.profile, alterations: [], biomarkers: [], coverage: { kind: 'unknown' } },
}

test('every section of the closed list is drafted, in order, and says something', () => {
  const drafted = draftReport(lungCase)
  expect(drafted.map((s) => s.id)).toEqual(reportSections.map((s) => s.id))
  expect(drafted.filter((s) => s.markdown.trim().length < 10).map((s) => s.id)).toEqual([])
  expect(draftReport(emptyPlan).filter((s) => s.markdown.trim().length < 10).map((s) => s.id)).toEqual([])
})

test('the same input gives the same words', () => {
  expect(draftReport(structuredClone(lungCase))).toEqual(draftReport(lungCase))
})

describe('front page', () => {
  test('question, then at most five lines, the first option first', () => {
    const lines = (draft()['answer'] ?? '').split('\n').filter((l) => l !== '')
    expect(lines[0]).toBe('**After 18 months of osimertinib: which next line, and does the MET amplification change it?**')
    expect(lines.length).toBeLessThanOrEqual(6)
    expect(lines[1]).toContain('**Amivantamab + carboplatin + pemetrexed** is worth considering next (level A, in label)')
  })
  test('three lines against the first report', () => {
    const lines = (draft()['original_comparison'] ?? '').split('\n')
    expect(lines.map((l) => l.slice(0, 10))).toEqual(['- **Agree:', '- **In par', '- **Differ'])
    expect(lines[2]).toContain('olaparib (page 3)')
  })
  test('a drug that is part of an agreed regimen is left aside alone, not as such', () => {
    expect(draft()['not_to_do']).toContain('**Osimertinib alone** is not advised')
    expect(draft()['patient_meaning']).toContain('**osimertinib alone**')
  })
  test('both wordings of an open dissent are printed', () => {
    expect(draft()['confidence_dissent']).toContain('One copy of RB1 is lost, and progression was fast')
    expect(draft()['confidence_dissent']).toContain('The copy number is within noise')
  })
  test('no therapeutic consequence is an answer', () => {
    expect(draft(emptyPlan)['answer']).toContain('no therapeutic consequence')
    expect(draft(emptyPlan)['options']).toContain('No option')
    expect(draft(emptyPlan)['patient_meaning']).toContain('We do not think')
  })
})

test('each evidence claim of a driver carries its level and source', () => {
  expect(draft()['interpretation']).toContain('Resistance: osimertinib (level B) [PMID:31073158]')
})

test('every source that is cited is one of the run, and stands among the references', () => {
  const { references = '', ...texts } = draft()
  const cited = Object.values(texts).flatMap(citedIn)
  expect(cited.length).toBeGreaterThan(3)
  const known = sourcesOfRun(lungCase.run)
  expect(cited.filter((id) => !known.has(id))).toEqual([])
  expect(cited.filter((id) => !references.includes(`| ${id} |`))).toEqual([])
})

test('gaps, untested markers and genes that were not seen are printed as such, never as negative', () => {
  const sections = draft()
  expect(sections['limits']).toContain('The signed form follows by post')
  expect(sections['negatives']).toContain('Not tested: PD-L1.')
  expect(sections['negatives']).toMatch(/Covered, no alteration reported: [^.]*\bKRAS\b/)
  expect(sections['negatives']).toMatch(/Not covered[^.]*\bNTRK1\b/)
  expect(draft(emptyPlan)['negatives']).toContain('no gene counts as seen')
})

test('every alteration of the case is printed somewhere', () => {
  const all = draftReport(lungCase).map((s) => s.markdown).join('\n')
  expect(lungCase.profile.alterations.filter((a) => !all.includes(a.gene)).map((a) => a.gene)).toEqual([])
})

test('words of a person cannot become a table, a heading or a tag', () => {
  const input = { ...lungCase, question: '# a | b <img src=x> **c**' }
  expect(draft(input)['answer']?.split('\n')[0]).toBe('**\\# a \\| b \\<img src=x\\> \\*\\*c\\*\\***')
})

test('the draft keeps to its own wording rules', () => {
  const said = draftReport(lungCase).filter((s) => s.kind === 'text')
  expect(said.flatMap((s) => forbidden.filter((f) => f.pattern.test(s.markdown)).map((f) => `${s.id}: ${f.why}`))).toEqual([])
  expect(said.filter((s) => s.part === 'patient').flatMap((s) => forbiddenToPatients.filter((f) => f.pattern.test(s.markdown)).map((f) => `${s.id}: ${f.why}`))).toEqual([])
})

test('only what the experts name is told to the patient as possibly inherited; what the run marks beside it is told to the physician', () => {
  const run = { ...lungCase.run, alterations: lungCase.run.alterations.map((a) => (a.gene === 'TP53' || a.gene === 'BRCA2' ? { ...a, possibleGermline: true } : a)) }
  const sections = draft({ ...lungCase, run })
  expect(sections['patient_family']).toContain('A change in **CHEK2** may be one')
  expect(sections['patient_family']).not.toContain('TP53')
  expect(sections['germline']).toContain('The run also marks TP53 as possibly inherited')
  expect(sections['germline']).not.toContain('BRCA2')
})

test('an expert\'s words are not given sources that the expert did not name', () => {
  const contribution = { ...lungCase.sentences.contribution, olaparib: { for: [], against: [{ text: 'A study found no benefit of olaparib', sources: ['PMID:11111111'] }] } }
  expect(draft({ ...lungCase, sentences: { ...lungCase.sentences, contribution } })['not_to_do']).toContain('BRCA2 K3326\\* is a benign change. Computed against it: A study found no benefit of olaparib. [PMID:11111111]')
})
