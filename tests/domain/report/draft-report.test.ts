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
  originalReport: { laboratory: '', date: null, lines: [], document: null }, opinions: { genomic_expert: emptyOpinion('genomic_expert'), oncologist: emptyOpinion('oncologist') },
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
  const therapies = lungCase.run.therapies.map((t) => (t.therapy !== 'olaparib' ? t : { ...t, contributions: [
    { points: -300, kind: 'resistance' as const, rule: 'resistance.no_benefit', params: { level: 'B', biomarker: 'BRCA2 loss', alterations: ['BRCA2 K3326*'] }, source: 'PMID:11111111' },
    { points: -100, kind: 'resistance' as const, rule: 'resistance.bypass', params: {}, source: 'PMID:22222222' },
  ] }))
  expect(draft({ ...lungCase, run: { ...lungCase.run, therapies } })['not_to_do']).toContain('BRCA2 K3326\\* is a benign change. Evidence: no benefit found with BRCA2 K3326\\*, level B. [PMID:11111111]\n')
  expect(draft()['not_to_do']).toContain('BRCA2 K3326\\* is a benign change.\n')
})

describe('the answer', () => {
  const answer = (more: Partial<ReportInput>) => draft({ ...lungCase, ...more })['answer'] ?? ''
  test('says what kind of drug it is, as the question does', () => {
    const [first] = lungCase.plan.options.filter((o) => o.drugs.includes('savolitinib'))
    const plan = { ...lungCase.plan, options: first ? [first] : [] }
    expect(answer({ plan })).toContain('**Osimertinib + savolitinib** is worth considering next (level B, trial, whether it is realistic is not known): an EGFR TKI with a MET TKI.')
  })
  test('one drug left aside is named with its reason, several by name', () => {
    expect(answer({ plan: { ...lungCase.plan, notToDo: [{ drugs: ['olaparib'], reason: 'The change is benign', dissent: '' }] } })).toContain('Not advised: olaparib. The change is benign.')
    expect(answer({})).toContain('see "What not to do"')
  })
  test('a single dissent stands in its own words, several by subject', () => {
    expect(answer({})).toContain('Dissent on RB1 by immunohistochemistry: the copy number is within noise.')
    const [one] = lungCase.plan.openDissent
    const openDissent = one ? [one, { ...one, subject: 'savolitinib' }] : []
    expect(answer({ plan: { ...lungCase.plan, openDissent } })).toContain('The experts do not agree on RB1 by immunohistochemistry and savolitinib')
  })
})

test('the same verdict on several lines of the first report is said once, and what it did not name is said', () => {
  const line = draft({ ...lungCase, rows: lungCase.rows.map((r) => (r.original ? r : { ...r, original: null })) })['original_comparison'] ?? ''
  expect(line.match(/the first report is for, the experts are against/g)?.length).toBe(1)
  expect(line).toContain('new here, not named in the first report')
})

test('what the experts judged possible, realistic and next is said in words', () => {
  expect(draft()['options']).not.toContain('yes ·')
  expect(draft()['options']).toContain('possible, realistic')
})

test('the genomic expert\'s own word on germline is printed', () => {
  const opinions = { ...lungCase.opinions, genomic_expert: { ...lungCase.opinions.genomic_expert, germline: { state: 'none_suspected' as const, genes: [], note: 'Blood was read' } } }
  expect(draft({ ...lungCase, opinions, plan: { ...lungCase.plan, germline: [] } })['germline']).toContain('The genomic expert suspects no germline finding. Blood was read.')
})
