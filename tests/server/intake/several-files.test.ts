import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import { anIntake } from '#tests/support/a-case.ts'
import { intakeWith, notPassed, textFile, type Dropped } from '#tests/support/dropped-files.ts'
import { bundle, geneNamed, hgvs, patient, reference, report, variant } from '#tests/support/fhir-resources.ts'
import { openHouse, type House } from '#tests/support/house.ts'
import { refusal } from '#tests/support/journey.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const present = hasSharedData('cases', 3)
const real = (path: string): Dropped => ({ name: path.split('/').at(-1) ?? path, bytes: new Uint8Array(readFileSync(sharedPath('cases', path) ?? '')) })
const pdf = textFile('report.pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')

const maf = (sample: string, ...rows: string[][]) => textFile('calls.maf', [['Hugo_Symbol', 'Chromosome', 'Start_Position', 'Reference_Allele', 'Tumor_Seq_Allele2', 'Variant_Classification', 'HGVSp_Short', 'HGVSc', 'Tumor_Sample_Barcode', 'NCBI_Build', 't_alt_count', 't_ref_count'], ...rows.map((row) => [...row, sample, 'GRCh38', '40', '60'])].map((row) => row.join('\t')).join('\n'))
const egfr = ['EGFR', '7', '55191822', 'T', 'G', 'Missense_Mutation', 'p.L858R', 'c.2573T>G']
const fhir = (more: object = {}, vaf = 0.4) => textFile('report.json', bundle(
  patient('p', { birthDate: '1963-04-02', identifier: [{ value: 'MRN-4471' }], ...more }), report({ subject: reference('Patient/p'), effectiveDateTime: '2026-11-01' }),
  variant([geneNamed('EGFR', 'HGNC:3236'), hgvs('48005-3', 'NP_005219.2:p.(Leu858Arg)'), hgvs('81290-9', 'NC_000007.14:g.55191822T>G'), { code: { coding: [{ code: '81258-6' }] }, valueQuantity: { value: vaf } }], { subject: reference('Patient/p') }),
))

describe.runIf(present)('real files of several kinds', () => {
  test('a study: mutations, copy numbers, structural variants, clinical tables and the report become one case of the chosen sample', async () => {
    const folder = 'study/nsclc_pd1_msk_2018'
    const files = ['data_mutations.txt', 'data_cna.txt', 'data_sv.txt', 'data_clinical_patient.txt', 'data_clinical_sample.txt', 'data_gene_panel_matrix.txt'].map((name) => real(`${folder}/${name}`))
    const intake = await intakeWith(house, 'study', anIntake({ typedProfile: '', genomeBuild: 'GRCh37', identity: { ...anIntake().identity, localId: null } }), [...files, pdf])
    const open = await intake.preview()
    expect([notPassed(open)['sample'], open.samples.length]).toEqual(['open', 240])
    expect(await refusal(intake.takeIn())).toBe('gates_open')
    await intake.save({ ...(await intake.form()), sample: 'P-0000978-T02-IM5' })
    const chosen = await intake.preview()
    // Counted apart by the collection: nine mutations, MDM2 amplified, CDKN2A and CDKN2B deleted; of them one patient, LUAD, female.
    expect(chosen.alterations.filter((one) => one.kind === 'amplification' || one.kind === 'deletion').map((one) => [one.gene, one.kind]).sort()).toEqual([['CDKN2A', 'deletion'], ['CDKN2B', 'deletion'], ['MDM2', 'amplification']])
    expect(chosen.alterations.filter((one) => ['snv', 'indel', 'splice'].includes(one.kind)).map((one) => one.gene).sort()).toEqual(['APC', 'APC', 'APC', 'GRIN2A', 'MET', 'PAK5', 'PTPRT', 'RAD54L', 'SMAD4'])
    expect(chosen.identity).toEqual(expect.arrayContaining([expect.objectContaining({ field: 'sex', state: 'agrees' }), expect.objectContaining({ field: 'tumour_type', state: 'agrees' })]))
    expect(Object.fromEntries(chosen.uploads.map((upload) => [upload.name, upload.file?.format]))).toMatchObject({ 'data_mutations.txt': 'maf', 'report.pdf': 'PDF document' })
    expect(notPassed(chosen)).toEqual({})
    const caseId = await intake.takeIn()
    const view = await ask(house.as('coordinator'), api.case, { params: { caseId } })
    expect([view.files.length, view.counts.variants, view.biomarkers.find((one) => one.name === 'TMB')?.value]).toEqual([7, chosen.alterationsTotal, 8.808477279])
  }, 60_000)

  test('small variants, copy numbers and RNA fusions of one melanoma, as its pipeline left them, become one case', async () => {
    const files = ['capture.somatic.snvs.maf', 'capture.somatic.called.cna.txt', 'rna.star.fusions.txt'].map((name) => real(`case/moalmanac/example_patient.${name}`))
    const intake = await intakeWith(house, 'melanoma', anIntake({ typedProfile: '', tumourType: 'SKCM', genomeBuild: 'GRCh37' }), files)
    const preview = await intake.preview()
    expect([notPassed(preview), preview.uploads.map((upload) => upload.state)]).toEqual([{}, ['read', 'read', 'read']])
    const kinds = new Set(preview.alterations.map((one) => one.kind))
    expect([kinds.has('snv'), kinds.has('fusion'), kinds.has('amplification') || kinds.has('deletion')]).toEqual([true, true, true])
    const caseId = await intake.takeIn()
    expect((await ask(house.as('coordinator'), api.case, { params: { caseId } })).files).toHaveLength(3)
  }, 30_000)

  test('a VCF, a FHIR bundle and a Foundation report are of three people: each mismatch stops by its name', async () => {
    const intake = await intakeWith(house, 'strangers', anIntake({ genomeBuild: 'unknown' }), [
      real('vcf/vcf2maf/test_mutect.vcf'), real('fhir/mcode-4.0.0/Bundle-mcode-patient-bundle-jenny-m.json'), real('vendor-xml/foundation/fmi_sample_target-gene.xml'),
    ])
    const preview = await intake.preview()
    expect(notPassed(preview)).toMatchObject({ patient_match: 'blocked', tumour_type: 'blocked', genome_build: 'blocked' })
    expect(preview.identity.find((row) => row.field === 'sex')?.values.map((one) => [one.value, one.sources])).toEqual([['female', ['Bundle-mcode-patient-bundle-jenny-m.json', 'form']], ['male', ['fmi_sample_target-gene.xml']]])
    expect(await refusal(intake.takeIn())).toBe('gates_open')
  }, 30_000)
})

describe('one person, one tumour', () => {
  test('the same change from two files is one alteration with both sources; what they say differently is shown', async () => {
    const intake = await intakeWith(house, 'two-sources', anIntake({ typedProfile: '' }), [maf('T-1', egfr), fhir({}, 0.15)])
    const preview = await intake.preview()
    expect(preview.alterations).toMatchObject([{ gene: 'EGFR', hgvsp: 'p.L858R', hgvsc: 'c.2573T>G', vaf: 0.4 }])
    expect(Object.values(preview.sources).map((names) => names.toSorted())).toEqual([['calls.maf', 'report.json']])
    expect(preview.problems.filter((one) => one.code === 'sources_differ').map((one) => one.message).join()).toMatch(/EGFR p\.L858R: VAF 0\.(4|15) and 0\.(15|4)/)
    expect(notPassed(preview)).toEqual({})
  })

  test.each<[string, object, Partial<ReturnType<typeof anIntake>>, Record<string, string>]>([
    ['another sex stops', { gender: 'male' }, {}, { patient_match: 'blocked' }], ['another year of birth stops', { birthDate: '1971-01-01' }, {}, { patient_match: 'blocked' }],
    ['another number may be passed with a reason', { identifier: [{ value: 'X-9' }] }, {}, { patient_match: 'open' }],
    ['a reason given is a recorded gap', { identifier: [{ value: 'X-9' }] }, { gaps: [{ gate: 'patient_match', reason: 'number of the other hospital' }] }, { patient_match: 'passed_with_gap' }],
    ['no reason passes another sex', { gender: 'male' }, { gaps: [{ gate: 'patient_match', reason: 'we are sure' }] }, { patient_match: 'blocked' }],
    ['the same person passes', {}, {}, {}],
  ])('%s', async (name, more, form, expected) => {
    const intake = await intakeWith(house, `match ${name}`, anIntake(form), [fhir(more)])
    expect(notPassed(await intake.preview())).toEqual(expected)
  })

  test('a gap is recorded in the case and said in its warnings', async () => {
    const intake = await intakeWith(house, 'gap', anIntake({ gaps: [{ gate: 'patient_match', reason: 'number of the other hospital' }] }), [fhir({ identifier: [{ value: 'X-9' }] })])
    await intake.preview()
    const caseId = await intake.takeIn()
    const view = await ask(house.as('coordinator'), api.case, { params: { caseId } })
    expect(view.gaps).toEqual([{ gate: 'patient_match', reason: 'number of the other hospital' }])
  })

  test('two tumour samples stop until a person says that they are one tumour; then both count', async () => {
    const rna = textFile('rna.maf', new TextDecoder().decode(maf('RNA-9', ['MET', '7', '116771998', 'G', 'T', 'Missense_Mutation', 'p.D1010Y', 'c.3028G>T']).bytes))
    const intake = await intakeWith(house, 'two-samples', anIntake({ typedProfile: '' }), [maf('DNA-1', egfr), rna])
    expect(notPassed(await intake.preview())).toEqual({ sample: 'blocked' })
    await intake.save({ ...(await intake.form()), sample: 'DNA-1' })
    const one = await intake.preview()
    expect([notPassed(one), one.alterations.map((a) => a.gene)]).toEqual([{ sample: 'blocked' }, ['EGFR']])
    await intake.save({ ...(await intake.form()), alsoSamples: ['RNA-9'] })
    const both = await intake.preview()
    expect([notPassed(both), both.alterations.map((a) => a.gene).sort()]).toEqual([{}, ['EGFR', 'MET']])
  })

  test('two builds stop, whatever the form says', async () => {
    const b37 = textFile('old.maf', new TextDecoder().decode(maf('T-1', egfr).bytes).replaceAll('GRCh38', 'GRCh37'))
    const intake = await intakeWith(house, 'builds', anIntake({ gaps: [{ gate: 'genome_build', reason: 'it will be fine' }, { gate: 'records', reason: 'it will be fine' }] }), [maf('T-1', egfr), b37])
    expect(notPassed(await intake.preview())['genome_build']).toBe('blocked')
  })

  test('a file of another case is noticed by its content and needs a reason; the same file twice counts once', async () => {
    const first = await intakeWith(house, 'owner', anIntake(), [maf('T-77', egfr)])
    await first.preview()
    await first.takeIn()
    const copy = { ...maf('T-77', egfr), name: 'another name.txt' }
    const second = await intakeWith(house, 'borrower', anIntake({ typedProfile: '' }), [copy, { ...copy, name: 'and again.txt' }])
    const preview = await second.preview()
    expect(notPassed(preview)).toEqual({ other_case: 'open' })
    expect([preview.alterationsTotal, preview.problems.map((one) => one.code).sort()]).toEqual([1, expect.arrayContaining(['file_dropped_twice', 'file_of_another_case'])])
    expect(await refusal(second.takeIn())).toBe('gates_open')
  })
})

describe('what the records say is offered to the form', () => {
  test('facts and report lines are taken over in the name of who asks; what the form holds is not offered again', async () => {
    const form = anIntake({ identity: { pseudonym: 'Somebody', localId: null, sex: 'unknown', birthYear: null } })
    const intake = await intakeWith(house, 'offers', form, [textFile('report.json', bundle(
      patient('p', { gender: 'female', birthDate: '1963-04-02' }), report({ subject: reference('Patient/p'), effectiveDateTime: '2026-10-05', conclusion: 'EGFR L858R: osimertinib is approved.' }),
      variant([geneNamed('EGFR'), hgvs('48005-3', 'p.L858R')], { subject: reference('Patient/p') }),
    ))])
    const preview = await intake.preview()
    const offered = Object.fromEntries(preview.suggestions.map((one) => [one.field, one]))
    expect([offered['sex']?.value, offered['birth_date']?.value, offered['report_date']?.differsFromForm]).toEqual(['female', '1963-04-02', true])
    const taken = await intake.takeOver([offered['sex']?.id ?? '', offered['birth_date']?.id ?? '', preview.reportLines[0]?.id ?? ''])
    expect([taken.identity.sex, taken.identity.birthYear, taken.originalReport.date]).toEqual(['female', 1963, '2026-11-01'])
    expect(taken.originalReport.lines.at(-1)).toMatchObject({ text: 'EGFR L858R: osimertinib is approved.', capturedBy: 'coordinator' })
    expect((await intake.preview()).suggestions.map((one) => one.field)).toEqual(['report_date'])
    expect(await refusal(intake.takeOver(['never offered']))).toBe('unknown_subject')
  })
})
