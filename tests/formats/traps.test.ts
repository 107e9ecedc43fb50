import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordReading } from '#src/domain/record-reading.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { readContext } from '#src/server/intake/read-context.ts'
import { anIntake } from '#tests/support/a-case.ts'
import { intakeWith, notPassed } from '#tests/support/dropped-files.ts'
import { openHouse, type House } from '#tests/support/house.ts'
import { readingOf, tabbed } from '#tests/support/reading-of.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

/** The traps that real files hold (design of intake), each by its number. */
const present = hasSharedData('cases', 13)
const context = readContext(loadKnowledge())
const at = (path: string) => sharedPath('cases', path) ?? ''
const bytesOf = (path: string) => new Uint8Array(readFileSync(at(path)))
const read = (...paths: readonly string[]): Promise<RecordReading> => readRecords(paths.map((path) => ({ name: path.split('/').at(-1) ?? path, bytes: bytesOf(path) })), context)

describe('trap 1: a header that is shifted against its data', () => {
  it('is noticed by what stands under Variant_Classification and Tumor_Seq_Allele2; none of its alleles is taken over', async () => {
    const names = ['Hugo_Symbol', 'Chromosome', 'Start_Position', 'End_Position', 'Strand', 'Variant_Classification', 'Variant_Type', 'Reference_Allele', 'Tumor_Seq_Allele1', 'Tumor_Seq_Allele2', 'Tumor_Sample_Barcode']
    const row = (gene: string, rs: string) => [gene, '7', 140453136, 140453136, 'Missense_Mutation', 'SNP', 'A', 'A', 'T', rs, 'S1']
    const reading = await readingOf({ summit: tabbed(names, row('BRAF', 'rs113488022'), row('KRAS', 'rs121913529'), row('TP53', 'novel')) })
    expect(reading).toMatchObject({ records: 3, read: 0, alterations: [], listed: { unreadable_line: 3 } })
    expect(reading.problems.filter((problem) => problem.severity === 'error').map(({ code, line }) => [code, line])).toEqual([['row_shifted', 2], ['row_shifted', 3], ['row_shifted', 4], ['columns_shifted', null]])
  })
})

describe.runIf(present)('trap 2: two columns of one sample name', () => {
  it('is said, the places are read, the reads are not attributed', async () => {
    const reading = await read('vcf/megsap/an_somatic_cancerhotspots_in1.vcf')
    expect(reading.records).toBe(7)
    expect(reading.problems.find((problem) => problem.code === 'duplicate_sample_name')).toMatchObject({ severity: 'error', message: expect.stringContaining('DX0000000_01') })
    expect(reading.alterations.every((one) => one.vaf === null)).toBe(true)
  })
})

// Traps 3 (order of the columns) and 4 (Strelka, Radia, joined filters) are those of VCF: read-vcf.test.ts and vcf-conformance.test.ts.

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

describe.runIf(present)('trap 6: TruSight Oncology 500', () => {
  it('keeps TMB and MSI, and lists the row without a gene', async () => {
    const reading = await read('tso500/sample_CombinedVariantOutput_blanks.tsv')
    expect(reading.biomarkers.map(({ name, value, status }) => [name, value, status])).toEqual([['TMB', 275.6, 'measured'], ['MSI', 'MSI-H', 'measured']])
    expect(reading.listed['no_gene_annotation']).toBe(1)
  })
})

describe.runIf(present)('trap 7: no genome build', () => {
  it('MC3 says none: it stays unknown, and is asked', async () => {
    const reading = await read('maf/tcga/TCGA_UVM.MC3.maf.gz')
    expect([reading.genomeBuild, reading.problems.find((problem) => problem.code === 'genome_build_unknown')?.column]).toEqual(['unknown', 'NCBI_Build'])
  })
  it('contigs of b37 renamed with chr are told by their lengths', async () => {
    expect((await read('vcf/variantgrid/vcf__detect_build_by_header__hg19_contigs.vcf')).genomeBuild).toBe('GRCh37')
    expect((await read('vcf/variantgrid/vcf__detect_build_by_header__no_contigs.vcf')).genomeBuild).toBe('unknown')
  })
})

describe.runIf(present)('trap 8: copy number, wide, long, with halves and in words', () => {
  it('NA of the lung matrix is "not tested", never zero', async () => {
    const reading = await read('study/nsclc_pd1_msk_2018/data_cna.txt')
    const said = reading.problems.find((problem) => problem.code === 'genes_not_on_panel')?.message ?? ''
    expect([reading.alterations.filter((one) => one.kind === 'amplification').length, /^([0-9]+) cells/.exec(said)?.[1]]).toEqual([346, '10320'])
  })
  it('the long form is read as the wide one is; -1.5 is a loss and no deletion; words are calls', async () => {
    const long = await read('study/study_es_0/data_cna_discrete.txt')
    expect([long.records, long.samples.length]).toEqual([6304, 788])
    const mixed = await readingOf({ a: tabbed(['Hugo_Symbol', 'S1', 'S2'], ['ERBB2', 'AMP', 'NA'], ['PTEN', 'DeepDel', '-1.5']) })
    expect(mixed.alterations.map(({ gene, kind, sample, copyNumber }) => [gene, kind, sample, copyNumber])).toEqual([['ERBB2', 'amplification', 'S1', null], ['PTEN', 'deletion', 'S1', null], ['PTEN', 'loss', 'S2', null]])
    expect((await readingOf({ a: tabbed(['Hugo_Symbol', 'S2'], ['ERBB2', 'NA'], ['PTEN', '0']) }, { sample: 'S2' })).notTested).toEqual(['ERBB2'])
  })
})

describe.runIf(present)('trap 9: names that lie', () => {
  it('plain text called xlsx, and VCFs without their first line, are read by content', async () => {
    expect(await read('maf/imtb-report/snv.xlsx')).toMatchObject({ format: 'gene-table', records: 4 })
    const reading = await readingOf({ 'report.xlsx': '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n7\t140453136\t.\tA\tT\t.\tPASS\t.\n' })
    expect(reading).toMatchObject({ format: 'vcf', records: 1 })
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

describe.runIf(present)('trap 12: tumour types that are none, and codes of an earlier tree', () => {
  it('Normal and tissues are asked; AASTR and OAST are read as what took their place, and said', async () => {
    const reading = await readRecords([{ name: 'samples', bytes: new TextEncoder().encode(tabbed(['PATIENT_ID', 'SAMPLE_ID', 'ONCOTREE_CODE'], ['P1', 'S1', 'Normal'], ['P2', 'S2', 'BILIARY_TRACT'], ['P3', 'S3', 'AASTR'], ['P4', 'S4', 'LUAD'], ['P5', 'S5', 'ALL'])) }], context)
    expect(reading.clinical.map((row) => row.oncotree)).toEqual([null, null, 'ASTR', 'LUAD', null])
    expect(reading.problems.filter((problem) => problem.column === 'ONCOTREE_CODE').map(({ code, line }) => [code, line])).toEqual([['tumour_type_unknown', 2], ['tumour_type_unknown', 3], ['tumour_type_renamed', 4], ['tumour_type_unknown', 6]])
    const glioma = await read('study/lgg_ucsf_2014/data_clinical_sample.txt')
    expect([...new Set(glioma.clinical.map((row) => row.oncotree))].filter((code) => code === 'AASTR' || code === 'OAST')).toEqual([])
    expect(glioma.problems.find((problem) => problem.message.includes('OAST'))?.message).toContain('read as GNOS')
  })
})

describe('trap 13: 0, 1, 2, 4 or 27 comment lines', () => {
  it.each([0, 1, 2, 4, 27])('%i lines before the header of a MAF, of a matrix and of a table', async (count) => {
    const comments = '#version 2.4\n'.repeat(count)
    const maf = await readingOf({ a: comments + tabbed(['Hugo_Symbol', 'Variant_Classification', 'HGVSp_Short', 'NCBI_Build'], ['KRAS', 'Missense_Mutation', 'p.G12C', 'GRCh38']) })
    const matrix = await readingOf({ a: comments + tabbed(['Hugo_Symbol', 'S1'], ['MET', 2]) })
    const table = await readingOf({ a: comments + tabbed(['Gene', 'Protein'], ['KRAS', 'p.G12C']) })
    expect([maf, matrix, table].map((reading) => reading.alterations.length)).toEqual([1, 1, 1])
  })
})
