import { describe, expect, it } from 'vitest'
import { readingOf } from '#tests/support/reading-of.ts'

const tso500 = (of: { tmb?: string; msi?: string; sites?: string; amplifications?: string; splice?: string; fusions?: string; small?: string }) => `TruSight Oncology 500 - Combined Variant Output\t\t
[Analysis Details]\t\t
Pair ID\tP7\t
DNA Sample ID\tD7\t
\t\t
[TMB]
Total TMB\t${of.tmb ?? 'NA'}
[MSI]
Usable MSI Sites\t${of.sites ?? '120'}
Percent Unstable MSI Sites\t${of.msi ?? 'NA'}
[Gene Amplifications]
Gene\tFold Change
${of.amplifications ?? 'NA\t'}
[Splice Variants]
Gene\tAffected Exon(s)\tBreakpoint 1\tBreakpoint 2\tSplice Supporting Reads
${of.splice ?? 'NA'}
[Fusions]
Gene Pair\tBreakpoint 1\tBreakpoint 2\tFusion Supporting Reads
${of.fusions ?? 'NA'}
[Small Variants]
Gene\tChromosome\tGenomic Position\tReference Call\tAlternative Call\tAllele Frequency\tDepth\tP-Dot Notation\tC-Dot Notation\tConsequence(s)\tAffected Exon(s)
${of.small ?? 'NA'}
`

describe('TruSight Oncology 500', () => {
  it('reads small variants, amplifications, splice variants and fusions; silent rows and rows without a gene are counted', async () => {
    const reading = await readingOf({ a: tso500({
      amplifications: 'MET\t2.173', splice: 'EGFR\t2-7\tchr7:1\tchr7:2\t30\nMET\t14\tchr7:3\tchr7:4\t25', fusions: 'EML4-ALK\tchr2:1\tchr2:2\t12',
      small: ['BRAF\tchr7\t140453136\tA\tT\t0.31\t900\tNP_004324.2:p.(Val600Glu)\tNM_004333.4:c.1799T>A\tmissense_variant\t15/18', 'BRAF\tchr7\t1\tA\tG\t0.5\t9\tNM_004333.4:c.3A>G(p.(Asn1=))\tNM_004333.4:c.3A>G\tsynonymous_variant\t1/18', '\tchr9\t19072413\tC\tT\t0.1\t1404\t\t\t\t'].join('\n'),
    }) })
    expect(reading.alterations.map((one) => [one.gene, one.kind, one.category, one.exon, one.hgvsp, one.partner])).toEqual([
      ['MET', 'amplification', null, null, null, null], ['EGFR', 'category', 'isoform', null, null, null], ['MET', 'category', 'exon_skipping', 14, null, null], ['EML4', 'fusion', null, null, null, 'ALK'], ['BRAF', 'snv', null, 15, 'p.V600E', null],
    ])
    expect(reading.alterations[0]).toMatchObject({ copyNumber: null, asReported: 'MET fold change 2.173', sample: 'D7' })
    expect(reading.alterations.at(-1)).toMatchObject({ vaf: 0.31, depth: 900, hgvsc: 'c.1799T>A', transcript: 'NM_004333.4', genomic: { chrom: '7', pos: 140453136 } })
    expect(reading).toMatchObject({ format: 'tso500', records: 7, read: 5, listed: { silent: 1, no_gene_annotation: 1 } })
  })

  it('keeps TMB and MSI of a report without variants; NA is not zero, and too few sites are no call', async () => {
    const measured = await readingOf({ a: tso500({ tmb: '275.6', msi: '64.8' }) })
    expect(measured.biomarkers).toMatchObject([{ name: 'TMB', value: 275.6, status: 'measured', call: 'high' }, { name: 'MSI', value: 'MSI-H', status: 'measured', call: 'high' }])
    expect([measured.records, measured.alterations]).toEqual([0, []])
    expect((await readingOf({ a: tso500({}) })).biomarkers).toMatchObject([{ name: 'TMB', value: null, status: 'no_call', call: null }, { name: 'MSI', value: null, status: 'no_call' }])
    expect((await readingOf({ a: tso500({ tmb: '9.9', msi: '19.9' }) })).biomarkers).toMatchObject([{ call: 'low' }, { value: 'MSS', call: 'low' }])
    expect((await readingOf({ a: tso500({ msi: '50', sites: '39' }) })).biomarkers[1]).toMatchObject({ status: 'no_call', value: null })
  })
})
