import { describe, expect, it } from 'vitest'
import { codes, readingOf, tabbed } from '#tests/support/reading-of.ts'

const names = ['Hugo_Symbol', 'NCBI_Build', 'Chromosome', 'Start_Position', 'Variant_Classification', 'Variant_Type', 'Reference_Allele', 'Tumor_Seq_Allele1', 'Tumor_Seq_Allele2', 'Tumor_Sample_Barcode', 'HGVSp_Short', 'HGVSc', 't_alt_count', 't_ref_count', 'Mutation_Status']
type Row = Partial<Record<(typeof names)[number], string | number>>
const usual: Row = { Hugo_Symbol: 'BRAF', NCBI_Build: 'GRCh37', Chromosome: '7', Start_Position: 140453136, Variant_Classification: 'Missense_Mutation', Variant_Type: 'SNP', Reference_Allele: 'A', Tumor_Seq_Allele1: 'A', Tumor_Seq_Allele2: 'T', Tumor_Sample_Barcode: 'S1', HGVSp_Short: 'p.V600E', HGVSc: 'ENST1.4:c.1799T>A', t_alt_count: 30, t_ref_count: 70, Mutation_Status: 'SOMATIC' }
const maf = (...rows: Row[]) => tabbed(names, ...rows.map((row) => names.map((name) => ({ ...usual, ...row })[name] ?? '')))

describe('a MAF', () => {
  it('gives the change with its reads, build, origin and sample', async () => {
    const reading = await readingOf({ a: maf({}) })
    expect(reading).toMatchObject({ format: 'maf', genomeBuild: 'GRCh37', samples: ['S1'], records: 1, read: 1 })
    expect(reading.alterations).toEqual([expect.objectContaining({ gene: 'BRAF', kind: 'snv', hgvsp: 'p.V600E', hgvsc: 'c.1799T>A', transcript: 'ENST1.4', vaf: 0.3, depth: 100, altReads: 30, origin: 'somatic', sample: 'S1', genomic: { chrom: '7', pos: 140453136, ref: 'A', alt: 'T' } })])
  })

  it('counts silent, intronic and intergenic rows, and keeps the TERT promoter', async () => {
    const outside = ['Silent', 'Intron', "3'UTR", "5'UTR", "5'Flank", "3'Flank", 'IGR', 'RNA'].map((classification) => ({ Variant_Classification: classification, HGVSp_Short: '' }))
    const tert = { Hugo_Symbol: 'TERT', Chromosome: '5', Start_Position: 1295228, Reference_Allele: 'G', Tumor_Seq_Allele1: 'G', Tumor_Seq_Allele2: 'A', Variant_Classification: "5'Flank", HGVSp_Short: '', HGVSc: '' }
    const reading = await readingOf({ a: maf(...outside, tert) })
    expect(reading).toMatchObject({ records: 9, read: 1, listed: { silent: 1, intergenic_or_intronic: 7 } })
    expect(reading.alterations).toMatchObject([{ gene: 'TERT', hgvsc: 'c.-124C>T', hgvsp: null }])
  })

  it('passes 0, 1, 2, 4 or 27 comment lines before the header', async () => {
    for (const count of [0, 1, 2, 4, 27]) {
      const reading = await readingOf({ a: `${'#version 2.4\n'.repeat(count)}${maf({})}` })
      expect([count, reading.records, reading.problems]).toEqual([count, 1, []])
    }
  })

  it('says that no build is stated, and that builds contradict', async () => {
    expect(codes(await readingOf({ a: maf({ NCBI_Build: '' }) }))).toContain('genome_build_unknown')
    const both = await readingOf({ a: maf({ NCBI_Build: '37' }, { NCBI_Build: 'hg38' }) })
    expect([both.genomeBuild, codes(both)]).toEqual(['unknown', ['genome_build_contradicts']])
    expect((await readingOf({ a: maf({ NCBI_Build: '37' }, { NCBI_Build: 'hg19' }) })).genomeBuild).toBe('GRCh37')
  })

  it('takes the allele that differs from the reference', async () => {
    const reading = await readingOf({ a: maf({ Tumor_Seq_Allele1: 'T', Tumor_Seq_Allele2: 'A' }, { Tumor_Seq_Allele1: 'T', Tumor_Seq_Allele2: 'T' }, { Tumor_Seq_Allele1: '-', Tumor_Seq_Allele2: '-', Variant_Classification: 'Frame_Shift_Del', Variant_Type: 'DEL', HGVSp_Short: 'p.V600fs' }) })
    expect(reading.alterations.map((one) => [one.genomic?.alt, one.kind])).toEqual([['T', 'snv'], ['T', 'snv'], ['-', 'indel']])
  })

  it('reads cousins: Oncotator, MuTect and the patient page of cBioPortal', async () => {
    const oncotator = tabbed(['Hugo_Symbol', 'NCBI_Build', 'Chromosome', 'Start_position', 'Variant_Classification', 'Reference_Allele', 'Tumor_Seq_Allele1', 'Tumor_Seq_Allele2', 'Tumor_Sample_Barcode', 'Protein_Change', 'i_TumorVAF_WU'], ['KRAS', '37', '12', 25398284, 'Missense_Mutation', 'C', 'C', 'T', 'S9', 'p.G12D', '45.66'])
    expect((await readingOf({ a: oncotator })).alterations).toMatchObject([{ gene: 'KRAS', hgvsp: 'p.G12D', vaf: 0.4566 }])
    const page = tabbed(['Samples', 'Gene', 'Protein Change', 'Chromosome', 'Start Pos', 'Ref', 'Var', 'Mutation Type', 'Allele Freq', 'Variant Reads', 'Ref Reads'], ['P1', 'TP53', 'R248Q', '17', 7577538, 'C', 'T', 'Missense_Mutation', '0.63', 63, 37])
    expect((await readingOf({ a: page })).alterations).toMatchObject([{ gene: 'TP53', hgvsp: 'p.R248Q', vaf: 0.63, altReads: 63, sample: 'P1' }])
  })

  it('names renamed genes and aliases once, and keeps the old name', async () => {
    const reading = await readingOf({ a: maf({ Hugo_Symbol: 'MLL2' }, { Hugo_Symbol: 'MLL2', Start_Position: 5 }, { Hugo_Symbol: 'HER2' }) })
    expect(reading.alterations.map((one) => [one.gene, one.asReported.split(' ')[0]])).toEqual([['KMT2D', 'MLL2'], ['KMT2D', 'MLL2'], ['ERBB2', 'HER2']])
    expect(codes(reading)).toEqual(['gene_renamed', 'gene_alias'])
  })

  it('reads one sample, counts the others, and says when it is not there', async () => {
    const reading = await readingOf({ a: maf({}, { Tumor_Sample_Barcode: 'S2' }) }, { sample: 'S2' })
    expect(reading).toMatchObject({ tumourSamples: ['S2'], records: 2, read: 1, listed: { another_sample: 1 } })
    expect(codes(await readingOf({ a: maf({}) }, { sample: 'S7' }))).toContain('sample_not_found')
  })

  it('gives repeats of one change ids of their own, and the same ids each time', async () => {
    const ids = async () => (await readingOf({ a: maf({}, {}) })).alterations.map((one) => one.id)
    const first = await ids()
    expect(new Set(first).size).toBe(2)
    expect(await ids()).toEqual(first)
  })
})

describe('faulty MAFs', () => {
  it('notices a header that is shifted against its data, and stores none of it', async () => {
    const shifted = { Variant_Classification: 'SNP', Variant_Type: 'G', Reference_Allele: 'G', Tumor_Seq_Allele1: 'A', Tumor_Seq_Allele2: 'rs121913529', HGVSp_Short: 'S1' }
    const reading = await readingOf({ a: maf(shifted, shifted, shifted) })
    expect(reading).toMatchObject({ records: 3, read: 0, listed: { unreadable_line: 3 }, alterations: [] })
    expect(codes(reading)).toEqual(expect.arrayContaining(['row_shifted', 'columns_shifted']))
  })

  it.each<[string, Row, string]>([
    ['a position that is no number', { Start_Position: 'abc' }, 'position_not_a_number'],
    ['an allele that is none', { Tumor_Seq_Allele2: '<DEL>' }, 'allele_invalid'],
    ['a kind of change nobody knows, without a protein change', { Variant_Classification: 'Wobble', HGVSp_Short: '', HGVSc: '' }, 'classification_unknown'],
  ])('%s is said with its line', async (_, row, code) => {
    const reading = await readingOf({ a: maf({}, row) })
    expect(reading).toMatchObject({ records: 2, read: 1 })
    expect(reading.problems.find((problem) => problem.code === code)).toMatchObject({ line: 3 })
  })

  it('does not read a row whose columns do not fit', async () => {
    const wide = maf({}).trimEnd().split('\n')
    const reading = await readingOf({ a: `${wide.join('\n')}\n${wide[1]}\tmore\n${wide[1]?.split('\t').slice(0, 3).join('\t')}\n` })
    expect(reading).toMatchObject({ records: 3, read: 1, listed: { unreadable_line: 2 } })
    expect(codes(reading)).toEqual(['column_count', 'column_count'])
  })

  it('refuses a table without the columns that make a MAF', async () => {
    expect(codes(await readingOf({ a: tabbed(['Tumor_Sample_Barcode', 'Variant_Classification', 'Reference_Allele'], ['S', 'Silent', 'A']) }))).toEqual(['column_missing'])
  })
})
