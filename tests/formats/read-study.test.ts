import { describe, expect, it } from 'vitest'
import { readParts } from '#src/formats/read-records.ts'
import { defaultLimits } from '#src/formats/record-file.ts'
import { sampleProfiles } from '#src/formats/merge/sample-profiles.ts'
import { bytesOf, codes, readingOf, resolveGene, tabbed } from '#tests/support/reading-of.ts'

const cna = tabbed(['Hugo_Symbol', 'S1', 'S2', 'S3', 'S4'], ['ERBB2', 2, 0, 'NA', 1], ['CDKN2A', -2, '-1.5', 0, -1], ['PTEN', 0, 0, '', 0])
const samples = `${tabbed(...['a', 'a', 'STRING', '1'].map((cell) => [`#${cell}`, cell, cell, cell, cell, cell]))}${tabbed(['PATIENT_ID', 'SAMPLE_ID', 'ONCOTREE_CODE', 'TMB_NONSYNONYMOUS', 'MSI_TYPE', 'GENE_PANEL'], ['P1', 'S1', 'LUAD', '12.5', 'Stable', 'X1'], ['P2', 'S2', 'Normal', 'NA', 'Instable', 'X1'], ['P3', 'S3', 'BILIARY_TRACT', '', '', 'X2'])}`
const patients = tabbed(['PATIENT_ID', 'SEX', 'AGE'], ['P1', 'Female', 61], ['P2', 'Male', 'NA'])
const mutations = tabbed(['Hugo_Symbol', 'NCBI_Build', 'Variant_Classification', 'HGVSp_Short', 'Tumor_Sample_Barcode'], ['KRAS', 'GRCh37', 'Missense_Mutation', 'p.G12C', 'S1'], ['TP53', 'GRCh37', 'Missense_Mutation', 'p.R273H', 'S3'])

describe('copy number', () => {
  it('reads calls as calls, NA and empty as not tested, and counts rows', async () => {
    const reading = await readingOf({ cna })
    expect(reading.alterations.map((one) => [one.sample, one.gene, one.kind, one.copyNumber])).toEqual([['S1', 'ERBB2', 'amplification', null], ['S1', 'CDKN2A', 'deletion', null], ['S2', 'CDKN2A', 'loss', null]])
    expect(reading).toMatchObject({ format: 'cbioportal', records: 3, read: 2, listed: { no_copy_number_call: 1 }, notTested: [] })
    expect(codes(reading)).toEqual(['low_level_copy_changes', 'genes_not_on_panel'])
  })

  it('gives one sample its single-copy changes and the genes it was not tested for', async () => {
    const four = await readingOf({ cna }, { sample: 'S4' })
    expect(four.alterations.map((one) => [one.gene, one.kind])).toEqual([['ERBB2', 'gain'], ['CDKN2A', 'loss']])
    expect((await readingOf({ cna }, { sample: 'S3' })).notTested).toEqual(['ERBB2', 'PTEN'])
  })

  it('reads the long form and calls in words', async () => {
    const reading = await readingOf({ a: tabbed(['Hugo_Symbol', 'Sample_Id', 'Value'], ['ERBB2', 'S1', 2], ['PTEN', 'S1', 'DeepDel'], ['RB1', 'S1', 'NA'], ['MET', 'S1', 0], ['MET', 'S1', 0], ['MET', 'S2', 'lots']) })
    expect(reading.alterations.map((one) => [one.gene, one.kind])).toEqual([['ERBB2', 'amplification'], ['PTEN', 'deletion']])
    expect(reading).toMatchObject({ records: 6, read: 2, listed: { not_tested: 1, no_copy_number_call: 1, stated_by_another_record: 1, unreadable_line: 1 } })
    expect(codes(reading)).toEqual(['record_twice', 'copy_number_invalid'])
  })

  it('says cells that are no call, columns without a name and samples that stand twice; refuses ratios', async () => {
    expect(codes(await readingOf({ a: tabbed(['Hugo_Symbol', 'S1', 'S2', ''], ['MET', 'x', 0, 1]) }))).toEqual(['column_name_blank', 'copy_number_invalid'])
    expect(codes(await readingOf({ a: tabbed(['Hugo_Symbol', 'S1', 'S1'], ['MET', 2, 0]) }))).toEqual(['duplicate_sample_name'])
    expect(codes(await readingOf({ a: tabbed(['Hugo_Symbol', 'S1'], ...['MET', 'ALK', 'RB1', 'KRAS', 'TP53'].map((gene) => [gene, '0.134'])) }))).toEqual(['copy_number_not_discrete'])
    expect(codes(await readingOf({ a: tabbed(['Entrez_Gene_Id', 'S1'], [672, 2]) }))).toEqual(['column_missing'])
  })
})

describe('structural variants', () => {
  const sv = (rows: readonly (readonly string[])[]) => tabbed(['Sample_Id', 'Site1_Hugo_Symbol', 'Site1_Chromosome', 'Site1_Position', 'Site1_Description', 'Site2_Hugo_Symbol', 'Site2_Description', 'Class', 'Event_Info', 'SV_Status', 'Tumor_Variant_Count', 'Tumor_Read_Count'], ...rows)
  it('names the 5\' gene where the laboratory does, and calls fusion only what joins two genes', async () => {
    const reading = await readingOf({ a: sv([
      ['S1', 'ALK', '2', '29446394', 'Intron of ALK', 'EML4', 'Intron of EML4', 'INVERSION', 'Protein fusion: in frame (EML4-ALK)', 'SOMATIC', '30', '100'],
      ['S1', 'MET', '7', '1', 'Exon', 'MET', 'Exon', 'DELETION', 'MET-intragenic', 'SOMATIC', '', ''],
      ['S1', 'RB1', '13', '1', 'IGR: 44Kb before RB1', 'TP53', 'Intron', 'TRANSLOCATION', 'RB1-TP53 Fusion', 'SOMATIC', '', ''],
      ['S1', 'NA', '1', '1', '', '', '', 'DELETION', '', 'SOMATIC', '', ''],
    ]) })
    expect(reading.alterations.map((one) => [one.gene, one.partner, one.kind])).toEqual([['EML4', 'ALK', 'fusion'], ['MET', null, 'rearrangement'], ['TP53', 'RB1', 'rearrangement']])
    expect(reading.alterations[0]).toMatchObject({ vaf: 0.3, altReads: 30, depth: 100, origin: 'somatic' })
    expect(reading).toMatchObject({ records: 4, read: 3, listed: { no_gene_annotation: 1 } })
  })

  it('reads the old form, one row a gene, as one fusion', async () => {
    const reading = await readingOf({ a: tabbed(['Hugo_Symbol', 'Tumor_Sample_Barcode', 'Fusion'], ['EML4', 'S1', 'EML4-ALK fusion'], ['ALK', 'S1', 'EML4-ALK fusion'], ['NKX2-1', 'S1', 'NKX2-1-HLA-A'], ['BRAF', 'S1', 'BRAF rearrangement']) })
    expect(reading.alterations.map((one) => [one.gene, one.partner, one.kind])).toEqual([['EML4', 'ALK', 'fusion'], ['NKX2-1', 'HLA-A', 'fusion'], ['BRAF', null, 'rearrangement']])
    expect(reading.listed).toEqual({ stated_by_another_record: 1 })
  })
})

describe('a study', () => {
  const files = { cna, samples, patients, mutations, meta: 'cancer_study_identifier: x\ndatatype: MAF\n', list: 'stable_id: x_all\ncase_list_ids: S1\tS2\n' }
  it('joins files: patients to samples, tumour types that are none left open, biomarkers of the one sample', async () => {
    const all = await readingOf(files)
    expect(all).toMatchObject({ format: 'cbioportal', genomeBuild: 'GRCh37', biomarkers: [], records: 10 })
    expect(all.clinical.map((row) => [row.sample, row.oncotree, row.attributes['SEX']])).toEqual([['S1', 'LUAD', 'Female'], ['S2', null, 'Male'], ['S3', 'BILIARY_TRACT', undefined]])
    const one = await readingOf(files, { sample: 'S1', tumourTypes: new Set(['LUAD']) })
    expect(one.biomarkers).toMatchObject([{ name: 'TMB', value: 12.5, unit: 'mutations/Mb', call: 'high' }, { name: 'MSI', value: 'MSS', call: 'low' }])
    expect((await readingOf(files, { tumourTypes: new Set(['LUAD']) })).clinical.map((row) => row.oncotree)).toEqual(['LUAD', null, null])
  })

  it('takes a study apart, with what each panel covered', async () => {
    const parts = await readParts(Object.entries(files).map(([name, text]) => ({ name, bytes: bytesOf(text) })), { resolveGene, limits: defaultLimits })
    const [first, second, third] = sampleProfiles(parts)
    expect(first).toMatchObject({ sample: 'S1', patient: 'P1', oncotree: 'LUAD', profile: { coverage: { kind: 'genes', genes: ['CDKN2A', 'ERBB2', 'KRAS', 'PTEN'], assay: 'X1' } } })
    expect(first?.profile.alterations.map((one) => one.gene).sort()).toEqual(['CDKN2A', 'ERBB2', 'KRAS'])
    expect(second?.profile.coverage).toMatchObject({ genes: ['CDKN2A', 'ERBB2', 'KRAS', 'PTEN'] })
    expect(third?.profile.coverage).toMatchObject({ genes: ['CDKN2A', 'TP53'], assay: 'X2' })
  })

  it('joins what two files say of one finding, and keeps both sources', async () => {
    const vcf = '##fileformat=VCFv4.2\n##INFO=<ID=CSQ,Number=.,Type=String,Description="Format: Allele|Consequence|SYMBOL|HGVSp">\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1\n12\t25398285\t.\tC\tA\t.\tPASS\tCSQ=A|missense_variant|KRAS|p.Gly12Cys\tGT:AD\t0/1:60,40\n'
    const reading = await readingOf({ vcf, mutations }, { sample: 'S1' })
    expect(reading.alterations).toHaveLength(1)
    expect(reading.alterations[0]).toMatchObject({ gene: 'KRAS', hgvsp: 'p.G12C', vaf: 0.4, genomic: { pos: 25398285 } })
    expect(reading.alterations[0]?.asReported).toContain(' | ')
    expect(reading).toMatchObject({ format: 'maf+vcf', records: 3, read: 2 })
  })

  it('says samples that stand twice and rows with too many columns', async () => {
    const reading = await readingOf({ a: `${samples}P1\tS1\tLUAD\nP4\tS4\tLUAD\t1\tx\ty\tz\tmore\n` })
    expect(codes(reading)).toEqual(['tumour_type_unknown', 'record_twice', 'column_count'])
    expect(reading.listed).toEqual({ stated_by_another_record: 1, unreadable_line: 1 })
  })
})
