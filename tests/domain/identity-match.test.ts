import { describe, expect, it } from 'vitest'
import { matchIdentity } from '#src/domain/identity-match.ts'
import { emptyIntake, type IntakeForm } from '#src/domain/intake.ts'
import type { RecordReading, StatedFact, StatedField } from '#src/domain/record-reading.ts'
import { chosenSamples, sampleQuestion } from '#src/domain/sample-choice.ts'
import { suggestionsOf, takenOver } from '#src/domain/suggestion.ts'
import { gatesOf } from '#src/domain/gates.ts'

const fact = (file: string, field: StatedField, value: string | null, said = value ?? 'said'): StatedFact => ({ id: `${file}|${field}|${value ?? said}`, file, field, value, said })
const form = (more: Partial<IntakeForm> = {}): IntakeForm => ({ ...emptyIntake, ...more })
const oneBranch = (a: string, b: string) => a === b || [a, b].sort().join() === 'LUAD,NSCLC'
const stateOf = (facts: readonly StatedFact[], field: StatedField, of = form()) => matchIdentity(facts, of, oneBranch).find((row) => row.field === field)?.state

describe('one person in all records', () => {
  it.each<[string, StatedField, (string | null)[], string]>([
    ['a middle name more', 'patient_name', ['Ada King Byron', 'BYRON, Ada'], 'agrees'], ['accents and titles', 'patient_name', ['Dr. José Núñez', 'NUNEZ JOSE'], 'agrees'], ['another first name', 'patient_name', ['Ada Byron', 'Anna Byron'], 'differs'],
    ['a year and a day of it', 'birth_date', ['1963', '1963-04-02'], 'agrees'], ['two days', 'birth_date', ['1963-04-02', '1963-04-20'], 'differs'], ['punctuation of a number', 'patient_id', ['MRN-4471', 'mrn4471'], 'agrees'],
    ['a class below', 'tumour_type', ['NSCLC', 'LUAD'], 'agrees'], ['another branch', 'tumour_type', ['LUAD', 'SKCM'], 'differs'], ['a word nobody knows', 'tumour_type', ['LUAD', null], 'unresolved'], ['one file only', 'sex', ['female'], 'one_source'],
    ['a tumour column without a name', 'sample_id', ['S-1', 'TUMOR'], 'one_source'], ['two names', 'sample_id', ['S-1', 'S-2'], 'differs'],
  ])('%s: %4$s', (_, field, values, expected) => { expect(stateOf(values.map((value, i) => fact(`file ${i}`, field, value, value ?? 'a word')), field)).toBe(expected) })

  it('two numbers in one file are one patient; a number that both sources share is enough', () => {
    expect(stateOf([fact('a', 'patient_id', '1'), fact('a', 'patient_id', '2'), fact('b', 'patient_id', '2')], 'patient_id')).toBe('agrees')
    expect(stateOf([fact('a', 'patient_id', '1'), fact('a', 'patient_id', '2')], 'patient_id')).toBe('one_source')
  })

  it('the form is a source like a file, but its pseudonym is no name', () => {
    const of = form({ identity: { pseudonym: 'Somebody', localId: null, sex: 'male', birthYear: 1963 } })
    expect([stateOf([fact('a', 'sex', 'female')], 'sex', of), stateOf([fact('a', 'birth_date', '1963-04-02')], 'birth_date', of), stateOf([fact('a', 'patient_name', 'Ada Byron')], 'patient_name', of)]).toEqual(['differs', 'agrees', 'one_source'])
    expect(matchIdentity([], of, oneBranch), 'a form alone is compared with nothing').toEqual([])
  })

  it('a person may state that two sample names are one tumour', () => { expect(stateOf([fact('a', 'sample_id', 'DNA-1'), fact('b', 'sample_id', 'RNA-9')], 'sample_id', form({ sample: 'DNA-1', alsoSamples: ['RNA-9'] }))).toBe('agrees') })
})

const reading = (...files: string[][]): RecordReading => ({
  format: 'maf', genomeBuild: 'GRCh38', samples: [...new Set(files.flat())], tumourSamples: [...new Set(files.flat())], tumourSampleRule: '', records: 1, read: 1, listed: {}, alterations: [], biomarkers: [], clinical: [], notTested: [], tables: [],
  tumourOnly: null, problems: [], stated: [], reportLines: [], sources: {}, ambiguousGenes: [],
  files: files.map((tumourSamples, i) => ({ file: `file ${i}`, format: 'maf', genomeBuild: 'GRCh38', records: 1, read: 1, alterations: 1, tumourSamples, refused: false })),
})

describe('whose findings these are', () => {
  it.each<[string, string[][], Partial<IntakeForm>, string, string[] | null]>([
    ['one file, one sample', [['A']], {}, 'passed', ['A']], ['one file, many samples', [['A', 'B']], {}, 'open', null], ['one of many', [['A', 'B']], { sample: 'B' }, 'passed', ['B']], ['two files, two tumours', [['A'], ['B']], {}, 'blocked', null],
    ['one of two tumours, the other unexplained', [['A'], ['B']], { sample: 'A' }, 'blocked', ['A']], ['both are one tumour', [['A'], ['B']], { sample: 'A', alsoSamples: ['B'] }, 'passed', ['A', 'B']], ['a column without a name', [['A'], ['TUMOR']], {}, 'passed', ['A', 'TUMOR']],
    ['a sample alone in one table of its cohort', [['A', 'B'], ['B']], { sample: 'A' }, 'passed', ['A']],
  ])('%s: %4$s', (_, files, of, expected, chosen) => {
    expect([sampleQuestion(form(of), reading(...files)).state, chosenSamples(form(of), reading(...files))]).toEqual([expected, chosen === null ? null : new Set(chosen)])
  })

  it('two builds, another sex and another tumour type cannot be passed with a gap', () => {
    const gaps = ['genome_build', 'patient_match', 'tumour_type', 'sample', 'records'].map((gate) => ({ gate, reason: 'we are sure' }))
    const two = reading(['A'], ['A'])
    const files = two.files.map((file, i) => ({ ...file, genomeBuild: i === 0 ? 'GRCh37' as const : 'GRCh38' as const }))
    const identity = matchIdentity([fact('a', 'sex', 'female'), fact('b', 'sex', 'male'), fact('a', 'tumour_type', 'LUAD'), fact('b', 'tumour_type', 'SKCM')], form(), oneBranch)
    const states = Object.fromEntries(gatesOf(form({ gaps, tumourType: 'LUAD' }), { ...two, files }, 1, { identity, elsewhere: [], ambiguousNames: [] }).map((gate) => [gate.gate, gate.state]))
    expect(states).toMatchObject({ genome_build: 'blocked', patient_match: 'blocked', tumour_type: 'blocked' })
  })
})

describe('what the records offer the form', () => {
  const stated = [fact('a', 'sex', 'female'), fact('a', 'stage', 'IIIC'), fact('b', 'stage', 'IIB'), fact('a', 'tumour_type', null, 'a site'), fact('a', 'genes_tested', 'BRCA1, TP53'), fact('a', 'patient_name', 'Ada Byron'), fact('a', 'purity', '0.6'), fact('a', 'specimen_collected', '2026-13-45')]
  it('each resolved fact once, what the form has otherwise marked, what it has alike not at all; a name is never offered', () => {
    const offered = suggestionsOf(stated, form({ identity: { ...emptyIntake.identity, sex: 'female' }, course: { ...emptyIntake.course, stage: 'IIB' } }))
    expect(offered.map((one) => [one.field, one.value, one.differsFromForm])).toEqual([['stage', 'IIIC', true], ['genes_tested', 'BRCA1, TP53', false], ['purity', '0.6', false], ['specimen_collected', '2026-13-45', false]])
  })
  it('taken over into their fields; what cannot stand there, or was never offered, is refused as a whole', () => {
    const take = (...ids: string[]) => takenOver(form(), ids, { stated, lines: [] }, { personId: 'c', today: '2026-11-23' })
    expect(take('a|genes_tested|BRCA1, TP53', 'a|purity|0.6')).toMatchObject({ assay: { coverage: { kind: 'genes', genes: ['BRCA1', 'TP53'] } }, specimen: { purity: 0.6 } })
    expect([take('a|specimen_collected|2026-13-45'), take('a|tumour_type|a site'), take('nothing')]).toEqual([null, null, null])
    expect(takenOver(form(), ['f'], { stated: [{ ...fact('a', 'birth_date', '1963-12-24'), id: 'f' }], lines: [] }, { personId: 'c', today: '2026-11-23' })).toMatchObject({ identity: { birthYear: 1963 }, course: { ageYears: 62 } })
  })
})
