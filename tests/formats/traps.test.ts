import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordReading } from '#src/domain/record-reading.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { readContext } from '#src/server/intake/read-context.ts'
import { anIntake } from '#tests/support/a-case.ts'
import { intakeWith, notPassed } from '#tests/support/dropped-files.ts'
import { openHouse, type House } from '#tests/support/house.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

/** The traps that real files hold (design of intake), each by its number. */
const present = hasSharedData('cases', 6)
const context = readContext(loadKnowledge())
const at = (path: string) => sharedPath('cases', path) ?? ''
const bytesOf = (path: string) => new Uint8Array(readFileSync(at(path)))
const read = (...paths: readonly string[]): Promise<RecordReading> => readRecords(paths.map((path) => ({ name: path.split('/').at(-1) ?? path, bytes: bytesOf(path) })), context)

describe.runIf(present)('trap 5: a Foundation report', () => {
  const file = 'vendor-xml/foundation/fmi_sample_target-gene.xml'
  it('ch17, legacy symbols, splice sites for changes, equivocal calls, VUS, and a quality control that was not passed', async () => {
    const reading = await read(file)
    const count = (is: (one: RecordReading['alterations'][number]) => boolean) => reading.alterations.filter(is).length
    expect([reading.records, count((one) => one.kind === 'snv' || one.kind === 'indel' || one.kind === 'splice'), count((one) => one.kind === 'amplification'), count((one) => one.kind === 'rearrangement')]).toEqual([54, 48, 5, 1])
    expect([count((one) => one.kind !== 'amplification' && one.kind !== 'rearrangement' && one.asReported.includes('status known')), count((one) => one.asReported.includes('status unknown'))]).toEqual([4, 24 + 2])
    expect(reading.alterations.find((one) => one.kind === 'rearrangement')).toMatchObject({ gene: 'NF1', genomic: { chrom: '17' } })
    expect(reading.alterations.filter((one) => one.asReported.startsWith('MLL2') || one.asReported.startsWith('HIST1H3B')).map((one) => one.gene).sort()).toEqual(expect.arrayContaining(['H3C2', 'KMT2D']))
    expect(reading.alterations.filter((one) => one.gene === 'TP53')).toHaveLength(5)
    expect(reading.alterations.filter((one) => one.gene === 'TP53' && one.kind === 'splice').every((one) => one.hgvsp === null && one.hgvsc !== null)).toBe(true)
    expect(reading.alterations.filter((one) => one.kind === 'amplification' && one.asReported.includes('equivocal')).map((one) => one.gene).sort()).toEqual(['CCND3', 'PIM1', 'RAD21'])
    expect(reading.problems.map((problem) => problem.code)).toEqual(expect.arrayContaining(['quality_control_not_passed', 'equivocal_call', 'gene_ambiguous', 'genome_build_by_format']))
    expect(reading.biomarkers).toMatchObject([{ name: 'MSI', value: 'MSS' }, { name: 'TMB', value: 0.73, call: 'low' }])
  })
  it('who, which tumour, which specimen, and the therapies it names', async () => {
    const { stated, reportLines } = await read(file)
    expect(Object.fromEntries(stated.map((fact) => [fact.field, fact.value]))).toMatchObject({ sex: 'male', birth_date: '2002-12-12', tumour_type: 'OS', patient_id: '12345678', sample_id: 'SMP37669.01', purity: '0.5', assay: 'FoundationOne Heme', laboratory: 'Foundation Medicine' })
    expect(reportLines.map((line) => [line.gene, line.therapy, line.stance])).toEqual([['CCND3', ['palbociclib'], 'for'], ['CDK4', ['palbociclib'], 'for']])
  })
})

describe.runIf(present)('trap 10: generated records, and records of other systems', () => {
  it.each([
    ['mtb-json/dnpm/mv64e-mtb-fake-patient.json', /DNPM.*generated.*Drop/], ['mtb-json/dnpm/ngsreports.json', /DNPM/], ['mtb-json/dnpm/careplan.json', /DNPM/], ['phenopacket/retinoblastoma.json', /phenopacket.*Drop/],
    ['case/hartwig-orange/minimally.populated.orange.json', /ORANGE.*Drop/], ['case/hartwig-orange/minimally.empty.orange.json', /ORANGE/], ['case/actin/EXAMPLE-LUNG-01.patient_record.json', /ACTIN.*Drop/], ['gold/actin/EXAMPLE-LUNG-01.treatment_match.json', /ACTIN.*answer of another program/],
    ['case/pori-ipr/sm_only.json', /PORI/], ['gold/djerba/treatment_options_inputs.json', /Djerba/], ['lab-xml/ngs-bits/somatic_report_tumor_normal_1.xml', /SomaticNgsReport.*Drop/], ['lab-xml/ngs-bits/tumor_only_report.xml', /NGSD/], ['lab-xml/ngs-bits/SomaticReport.xsd', /schema/],
    ['study/prad_mskcc_2017_api/mutations.json', /web service.*Download/],
  ])('%s is named by its content, with a reason and what to do; nothing of it is taken over', async (path, words) => {
    const reading = await read(path)
    expect([reading.alterations, reading.biomarkers, reading.stated]).toEqual([[], [], []])
    expect(reading.problems[0]).toMatchObject({ severity: 'error', code: 'format_not_read', message: expect.stringMatching(words) })
  })
  it('beside a VCF it is an error of its own, and the VCF is read all the same', async () => {
    const reading = await read('mtb-json/dnpm/ngsreports.json', 'vcf/vcf2maf/test_mutect.vcf')
    expect([reading.records, reading.problems.filter((problem) => problem.code === 'format_not_read').map((problem) => problem.severity)]).toEqual([500, ['error']])
  })
})

describe.runIf(present)('trap 11: the same file under two patients', () => {
  let house: House
  beforeAll(async () => { house = await openHouse() })
  afterAll(() => house.close())
  it('the fusions of a colon case are noticed when they come again as those of a breast case, by their content and not their name', async () => {
    const dropped = (name: string) => ({ name, bytes: bytesOf('case/pcgr/T001-COAD.grch38.fusions.tsv') })
    const colon = await intakeWith(house, 'colon', anIntake({ tumourType: 'COAD' }), [dropped('T001-COAD.grch38.fusions.tsv')])
    expect(notPassed(await colon.preview())).toEqual({})
    await colon.takeIn()
    const breast = await intakeWith(house, 'breast', anIntake({ tumourType: 'BRCA' }), [dropped('T001-BRCA.grch38.fusions.tsv')])
    const preview = await breast.preview()
    expect([notPassed(preview), preview.problems.map((problem) => problem.code)]).toEqual([{ other_case: 'open' }, expect.arrayContaining(['file_of_another_case'])])
    expect(preview.gates.find((gate) => gate.gate === 'other_case')?.gapAllowed).toBe(true)
  })
})
