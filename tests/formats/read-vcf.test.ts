import { describe, expect, it } from 'vitest'
import { codes, readingOf } from '#tests/support/reading-of.ts'

const head = (samples: readonly string[], extra: readonly string[] = []) =>
  ['##fileformat=VCFv4.2', '##contig=<ID=7,length=159138663>', ...extra, ['#CHROM', 'POS', 'ID', 'REF', 'ALT', 'QUAL', 'FILTER', 'INFO', ...(samples.length > 0 ? ['FORMAT', ...samples] : [])].join('\t')].join('\n')
const vcf = (samples: readonly string[], rows: readonly string[], extra: readonly string[] = []) => `${head(samples, extra)}\n${rows.map((row) => row.replaceAll(' ', '\t')).join('\n')}\n`
const csq = '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|IMPACT|SYMBOL|Gene|Feature|BIOTYPE|EXON|HGVSc|HGVSp|ALLELE_NUM|MANE_SELECT|PICK|CANONICAL|DISTANCE|gnomADe_AF">'
const effect = (of: Partial<Record<'allele' | 'terms' | 'gene' | 'transcript' | 'exon' | 'c' | 'p' | 'number' | 'mane' | 'pick' | 'canonical' | 'distance' | 'af', string>>) =>
  [of.allele ?? 'G', of.terms ?? 'missense_variant', '', of.gene ?? 'EGFR', 'ENSG1', of.transcript ?? 'ENST1', 'protein_coding', of.exon ?? '', of.c ?? '', of.p ?? '', of.number ?? '', of.mane ?? '', of.pick ?? '', of.canonical ?? '', of.distance ?? '', of.af ?? ''].join('|')

describe('a VCF annotated by VEP', () => {
  it('gives gene, changes, place, reads and population frequency of a missense change', async () => {
    const row = `chr7 55259515 . T G . PASS CSQ=${effect({ c: 'ENST1.5:c.2573T>G', p: 'ENSP1.2:p.Leu858Arg', exon: '21/28', mane: 'NM_005228.5', af: '0.000004' })} GT:AD:DP 0/1:69,31:100`
    const reading = await readingOf({ a: vcf(['TUMOR'], [row], [csq]) })
    expect(reading).toMatchObject({ format: 'vcf', genomeBuild: 'GRCh37', records: 1, read: 1, samples: ['TUMOR'], tumourSampleRule: 'named_tumour' })
    expect(reading.alterations).toEqual([expect.objectContaining({
      gene: 'EGFR', kind: 'snv', hgvsp: 'p.L858R', hgvsc: 'c.2573T>G', exon: 21, transcript: 'ENST1', consequence: 'missense_variant', vaf: 0.31, depth: 100, altReads: 31,
      filter: 'PASS', sample: 'TUMOR', populationAf: 0.000004, genomic: { chrom: '7', pos: 55259515, ref: 'T', alt: 'G' },
    })])
  })

  it('counts silent, intronic and gene-less records under their reasons', async () => {
    const rows = [effect({ terms: 'synonymous_variant' }), effect({ terms: 'intron_variant' }), effect({ terms: 'missense_variant' })].map((one, at) => `7 ${100 + at} . A G . PASS CSQ=${one}`)
    const reading = await readingOf({ a: vcf([], [...rows, '7 200 . A G . PASS DP=3'], [csq]) })
    expect(reading).toMatchObject({ records: 4, read: 1, listed: { silent: 1, intergenic_or_intronic: 1, no_gene_annotation: 1 } })
  })

  it('prefers MANE to PICK to canonical, and the gene that is hit hardest', async () => {
    const choose = async (...effects: string[]) => (await readingOf({ a: vcf([], [`7 1 . A G . PASS CSQ=${effects.join(',')}`], [csq]) })).alterations[0]
    const stop = effect({ terms: 'stop_gained', transcript: 'ENST9', p: 'p.Arg9Ter' })
    expect(await choose(stop, effect({ transcript: 'ENST2', mane: 'NM_1', p: 'p.Ala2Gly' }))).toMatchObject({ transcript: 'ENST2', hgvsp: 'p.A2G' })
    expect(await choose(stop, effect({ transcript: 'ENST3', pick: '1' }), effect({ transcript: 'ENST4', canonical: 'YES' }))).toMatchObject({ transcript: 'ENST3' })
    expect(await choose(stop, effect({ transcript: 'ENST4', canonical: 'YES' }))).toMatchObject({ transcript: 'ENST4' })
    expect(await choose(effect({ transcript: 'ENST1' }), stop)).toMatchObject({ transcript: 'ENST9', hgvsp: 'p.R9*' })
    expect(await choose(effect({ gene: 'KRAS', terms: 'upstream_gene_variant', mane: 'NM_2' }), effect({ gene: 'EGFR', pick: '1' }))).toMatchObject({ gene: 'EGFR' })
  })

  it('tells apart what only a non-reference transcript sees', async () => {
    const row = `7 1 . A G . PASS CSQ=${effect({ terms: 'intron_variant', mane: 'NM_1' })},${effect({ terms: 'missense_variant', transcript: 'ENST2' })}`
    expect((await readingOf({ a: vcf([], [row], [csq]) })).listed).toEqual({ outside_reference_transcript: 1 })
  })

  it('splits several ALTs: by ALLELE_NUM, else by the allele as VEP writes it', async () => {
    const numbered = `7 10 . A G,T . PASS CSQ=${effect({ allele: 'G', number: '1', p: 'p.Ala1Gly' })},${effect({ allele: 'T', number: '2', p: 'p.Ala1Val' })} GT:AD 0/1/2:80,15,5`
    const first = await readingOf({ a: vcf(['TUMOR'], [numbered], [csq]) })
    expect(first.alterations.map((one) => [one.hgvsp, one.genomic?.alt, one.vaf])).toEqual([['p.A1G', 'G', 0.15], ['p.A1V', 'T', 0.05]])
    const spelt = `7 10 . AGC A,AG . PASS CSQ=${effect({ allele: '-', terms: 'frameshift_variant', p: 'p.Ala1fs' })},${effect({ allele: 'G', terms: 'inframe_deletion', p: 'p.Ala2del' })}`
    const second = await readingOf({ a: vcf([], [spelt], [csq]) })
    expect(second.alterations.map((one) => [one.hgvsp, one.genomic?.ref, one.genomic?.alt])).toEqual([['p.A1fs', 'AGC', 'A'], ['p.A2del', 'GC', 'G']])
  })

  it('keeps the TERT promoter, which annotators call upstream, with its HGVS name', async () => {
    const promoter = effect({ gene: 'TERT', terms: 'upstream_gene_variant', distance: '66' })
    const rows = [`5 1295228 . G A . PASS CSQ=${promoter}`, `5 1295250 . G A . PASS CSQ=${promoter}`, `5 1297000 . G A . PASS CSQ=${promoter}`]
    const reading = await readingOf({ a: vcf([], rows, [csq]) })
    expect(reading.alterations.map((one) => [one.gene, one.hgvsc])).toEqual([['TERT', 'c.-124C>T'], ['TERT', 'c.-146C>T']])
    expect(reading.listed).toEqual({ intergenic_or_intronic: 1 })
  })

  it('calls only the two outer bases of an intron a splice change', async () => {
    const kinds = await Promise.all(['splice_donor_variant&intron_variant', 'splice_region_variant&intron_variant'].map(async (terms) => (await readingOf({ a: vcf([], [`7 1 . A G . PASS CSQ=${effect({ terms })}`], [csq]) })).alterations[0]?.kind))
    expect(kinds).toEqual(['splice', 'snv'])
  })

  it('finds VEP under another name and SnpEff under ANN', async () => {
    const renamed = await readingOf({ a: vcf([], [`7 1 . A G . PASS VEP=${effect({ p: 'p.Val600Glu', gene: 'BRAF' })}`], [csq.replace('ID=CSQ', 'ID=VEP')]) })
    expect(renamed.alterations[0]).toMatchObject({ gene: 'BRAF', hgvsp: 'p.V600E' })
    const ann = `##INFO=<ID=ANN,Number=.,Type=String,Description="Functional annotations: 'Allele | Annotation | Annotation_Impact'">`
    const snpeff = await readingOf({ a: vcf([], ['7 1 . A G . PASS ANN=G|missense_variant|MODERATE|KRAS|ENSG|transcript|ENST7|protein_coding|2/6|c.35G>A|p.Gly12Asp|1/1|35/567|12/189||', '22 5 . N N[9:7[ . PASS SVTYPE=BND;ANN=N[9:7[|gene_fusion|HIGH|BCR&ABL1|x|gene_variant|y|||n.1|||||'], [ann]) })
    expect(snpeff.alterations).toMatchObject([{ gene: 'KRAS', hgvsp: 'p.G12D', exon: 2 }, { gene: 'BCR', partner: 'ABL1', kind: 'fusion' }])
  })
})

describe('a VCF without annotation', () => {
  it('keeps positions, names no gene and says so', async () => {
    const reading = await readingOf({ a: vcf([], ['7 140453136 . A T . PASS .']) })
    expect(reading.alterations).toMatchObject([{ gene: '', hgvsp: null, genomic: { chrom: '7', pos: 140453136, ref: 'A', alt: 'T' } }])
    expect(codes(reading)).toContain('no_gene_annotation')
  })

  it('lists reference blocks and alleles that another record states', async () => {
    const reading = await readingOf({ a: vcf(['S'], ['7 1 . A <NON_REF> . . END=50 GT 0/0', '7 60 . A . . . . GT 0/0', '7 70 . A * . . . GT 0/1', '7 80 . A G,<NON_REF> . PASS . GT 0/1']) })
    expect(reading).toMatchObject({ records: 4, read: 1, listed: { reference_block: 2, stated_by_another_record: 1 } })
  })
})

describe('which column is the tumour', () => {
  const rule = async (samples: readonly string[], extra: readonly string[] = [], sample: string | null = null) => { const reading = await readingOf({ a: vcf(samples, [`7 1 . A G . PASS . GT ${samples.map(() => '0/1').join(' ')}`], extra) }, { sample }); return [reading.tumourSamples[0] ?? null, reading.tumourSampleRule] }
  it('follows header, then names, then the only column; never the place', async () => {
    expect(await rule(['A', 'B'], ['##tumor_sample=B'])).toEqual(['B', 'header'])
    expect(await rule(['A', 'B'], ['##SAMPLE=<ID=B,IsTumor=yes>'])).toEqual(['B', 'header'])
    expect(await rule(['NORMAL', 'TUMOR'])).toEqual(['TUMOR', 'named_tumour'])
    expect(await rule(['TUMOR', 'NORMAL'])).toEqual(['TUMOR', 'named_tumour'])
    expect(await rule(['Patient_Germline', 'Patient_Somatic'])).toEqual(['Patient_Somatic', 'name_says_tumour'])
    expect(await rule(['TCGA-A6-2686-10A-01D', 'TCGA-A6-2686-01A-01D'])).toEqual(['TCGA-A6-2686-01A-01D', 'tcga_barcode'])
    expect(await rule(['x1', 'x2'], ['##cmdline=configManta.py --tumorBam /d/x2.bam --normalBam /d/x1.bam'])).toEqual([null, 'not_stated'])
    expect(await rule(['case1', 'case2'], ['##cmdline=configManta.py --tumorBam /d/case2.bam --normalBam /d/case1.bam'])).toEqual(['case2', 'command_line'])
    expect(await rule(['H_NJ-HCC1395-HCC1395'])).toEqual(['H_NJ-HCC1395-HCC1395', 'only_column'])
    expect(await rule(['A', 'B'])).toEqual([null, 'not_stated'])
    expect(await rule(['A', 'B'], [], 'A')).toEqual(['A', 'chosen'])
  })

  it('reads nothing from a column when two have the same name, and says it', async () => {
    const reading = await readingOf({ a: vcf(['S', 'S'], ['7 1 . A G . PASS . GT:AD 0/0:9,1 0/1:5,5']) })
    expect(reading.alterations).toMatchObject([{ vaf: null, sample: null }])
    expect(codes(reading)).toContain('duplicate_sample_name')
  })

  it('asks when header and genotypes contradict each other', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => `7 ${at + 1} . A G . PASS . GT:AD 0/0:9,0 0/1:5,5`)
    const reading = await readingOf({ a: vcf(['T1', 'N1'], rows, ['##tumor_sample=T1', '##normal_sample=N1']) })
    expect(codes(reading)).toContain('tumour_sample_contradicts')
    expect(reading).toMatchObject({ tumourSamples: [], records: 6, read: 6 })
    expect(reading.alterations.every((one) => one.vaf === null && one.origin === 'unknown')).toBe(true)
  })

  it('lists what the tumour does not carry', async () => {
    const reading = await readingOf({ a: vcf(['NORMAL', 'TUMOR'], ['7 1 . A G . PASS . GT:AD 0/1:5,5 0/0:9,0', '7 2 . A G . PASS . GT:AD 0/0:9,0 0/1:5,5']) })
    expect(reading).toMatchObject({ read: 1, listed: { not_in_the_tumour_sample: 1 } })
    expect(reading.alterations).toMatchObject([{ origin: 'somatic', vaf: 0.5 }])
  })
})

describe('a line whose genotypes are exchanged', () => {
  it('keeps a called somatic change without its reads, and says so', async () => {
    const reading = await readingOf({ a: vcf(['NORMAL', 'TUMOR'], ['7 1 . A G . PASS SOMATIC GT:AD 0/1:5,5 0/0:9,0', '7 2 . A G . PASS SOMATIC GT:AD 0/0:9,0 0/1:5,5']) })
    expect(reading.alterations.map((one) => [one.genomic?.pos, one.vaf, one.origin])).toEqual([[1, null, 'somatic'], [2, 0.5, 'somatic']])
    expect(codes(reading)).toContain('reads_in_the_other_column')
  })
})

describe('reads of the variant, by caller', () => {
  const read = async (format: string, cell: string, row = '7 1 . A G . PASS .') => { const { alterations } = await readingOf({ a: vcf(['TUMOR'], [`${row} ${format} ${cell}`]) }); const one = alterations[0]; return [one?.vaf, one?.depth, one?.altReads] }
  it('follows each caller\'s own fields', async () => {
    expect(await read('GT:AD:DP:AF', '0/1:90,10:101:0.0987')).toEqual([0.0987, 101, 10])
    expect(await read('GT:AD:BQ:DP:FA', '0:175,30:.:206:0.146')).toEqual([0.146, 206, 30])
    expect(await read('GT:GQ:DP:RD:AD:FREQ', '0/1:.:91:56:35:38.46%')).toEqual([0.3846, 91, 35])
    expect(await read('DP:AU:CU:GU:TU', '25:15,16:0,0:10,11:0,0')).toEqual([0.4, 25, 10])
    expect(await read('DP:TAR:TIR', '40:30,31:10,11', '7 1 . A AG . PASS .')).toEqual([0.25, 40, 10])
    expect(await read('GT:DP:RO:AO', '0/1:20:15:5')).toEqual([0.25, 20, 5])
    expect(await read('GT:DP:VD:AF', '0/1:4046:1209:0.299')).toEqual([0.299, 4046, 1209])
    expect(await read('GT:AD:DP', '0/1:.,21:54')).toEqual([0.388889, 54, 21])
    expect(await read('GT', '0/1', '7 1 . A G . PASS TVAF=0.27;TDP=29')).toEqual([0.27, 29, null])
    expect(await read('GT', '0/1', '7 1 . A G . PASS AF=0.5')).toEqual([null, null, null])
  })
})

describe('structural variants', () => {
  it('reads copy number where the file states copies, and never invents them', async () => {
    const rows = ['7 1 . N <DUP> . PASS SVTYPE=CNV;END=900;SEGID=MET GT:CN ./1:9', '7 1000 . N <DUP> . PASS SVTYPE=CNV;END=1900;SEGID=EGFR GT:SM ./1:1.49', '9 1 . N <DEL> . PASS SVTYPE=CNV;END=9;SEGID=CDKN2A GT:CN ./1:0', '9 20 . N . . PASS END=40;SEGID=PTEN GT:CN ./.:2']
    const reading = await readingOf({ a: vcf(['S'], rows) })
    expect(reading.alterations.map((one) => [one.gene, one.kind, one.copyNumber])).toEqual([['MET', 'amplification', 9], ['EGFR', 'gain', null], ['CDKN2A', 'deletion', 0]])
    expect(reading.listed).toEqual({ reference_block: 1 })
  })

  it('joins the two ends of a breakend pair into one fusion', async () => {
    const of = (gene: string) => effect({ gene, terms: 'intron_variant' })
    const rows = [`2 42522694 b1 T T]2:29446394] . PASS SVTYPE=BND;MATEID=b2;CSQ=${of('EML4')}`, `2 29446394 b2 G G]2:42522694] . PASS SVTYPE=BND;MATEID=b1;CSQ=${of('ALK')}`, `2 5 b3 G G]9:4] . PASS SVTYPE=BND;MATEID=b4;CSQ=${effect({ gene: 'MET', terms: 'intergenic_variant' })}`]
    const reading = await readingOf({ a: vcf([], rows, [csq]) })
    expect(reading.alterations).toMatchObject([{ gene: 'EML4', partner: 'ALK', kind: 'fusion' }])
    expect(reading).toMatchObject({ records: 3, read: 2, listed: { intergenic_or_intronic: 1 } })
  })
})

describe('faulty VCFs', () => {
  it.each([
    ['a position that is no number', '7 12x . A G . PASS .', 'position_not_a_number'],
    ['too few columns', '7 12 . A G', 'too_few_columns'],
    ['letters that are no bases', '7 12 . A I . PASS .', 'alternative_allele_invalid'],
    ['no reference allele', '7 12 . . G . PASS .', 'reference_allele_invalid'],
    ['an unclosed symbol', '7 12 . A <DEL . PASS .', 'alternative_allele_invalid'],
  ])('%s: the line is counted, not read, and said with its number', async (_, row, code) => {
    const reading = await readingOf({ a: vcf([], [row, '7 13 . A G . PASS .']) })
    expect(reading).toMatchObject({ records: 2, read: 1, listed: { unreadable_line: 1 } })
    expect(reading.problems.find((problem) => problem.code === code)).toMatchObject({ severity: 'error', line: 4, file: 'a' })
  })

  it('refuses records without a #CHROM line and a header in the wrong order', async () => {
    expect(codes(await readingOf({ a: '##fileformat=VCFv4.2\n7\t1\t.\tA\tG\t.\tPASS\t.\n' }))).toEqual(['vcf_without_header'])
    expect(codes(await readingOf({ a: '7\t1\t.\tA\tG\t.\tPASS\t.\n' }))).toEqual(['vcf_without_header'])
    expect(codes(await readingOf({ a: '##fileformat=VCFv4.2\n#CHROM\tPOS\tREF\tALT\tID\tQUAL\tFILTER\tINFO\n' }))).toEqual(['vcf_header_columns'])
  })

  it('says a missing or contradicting build and never assumes one', async () => {
    const silent = await readingOf({ a: '##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n7\t1\t.\tA\tG\t.\tPASS\t.\n' })
    expect([silent.genomeBuild, codes(silent)]).toEqual(['unknown', expect.arrayContaining(['genome_build_unknown'])])
    const both = await readingOf({ a: vcf([], ['7 1 . A G . PASS .'], ['##reference=GRCh38.fa']) })
    expect([both.genomeBuild, codes(both)]).toEqual(['unknown', expect.arrayContaining(['genome_build_contradicts'])])
  })

  it('spells out ten lines of one fault and counts the rest', async () => {
    const reading = await readingOf({ a: vcf([], Array.from({ length: 25 }, (_, at) => `7 x${at} . A G . PASS .`)) })
    const faults = reading.problems.filter((problem) => problem.code === 'position_not_a_number')
    expect(faults).toHaveLength(11)
    expect(faults.at(-1)?.message).toMatch(/^15 more lines/)
  })
})
