import { describe, expect, it } from 'vitest'
import { fuzzFormat, fuzzInput } from '#tests/faults/fuzz-format.ts'
import { recordSeeds } from '#tests/support/record-seeds.ts'
import { bytesOf, readingOf, tabbed } from '#tests/support/reading-of.ts'

const csq = '##INFO=<ID=CSQ,Number=.,Type=String,Description="Format: Allele|Consequence|SYMBOL|HGVSc|HGVSp|MANE_SELECT">'
const vcf = `##fileformat=VCFv4.2\n##reference=GRCh38\n${csq}\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNORMAL\tTUMOR\n7\t55191822\t.\tT\tG,TA\t.\tPASS\tDP=9;CSQ=G|missense_variant|EGFR|c.2573T>G|p.Leu858Arg|NM_1,A|frameshift_variant|EGFR||p.Leu858fs|\tGT:AD:DP\t0/0:9,0,0:9\t0/1/2:5,3,1:9\n2\t10\tb1\tT\tT]9:4]\t.\tq10;s50\tSVTYPE=BND;MATEID=b2\tGT\t0/0\t0/1\n`
const maf = tabbed(['Hugo_Symbol', 'NCBI_Build', 'Chromosome', 'Start_Position', 'Variant_Classification', 'Reference_Allele', 'Tumor_Seq_Allele2', 'Tumor_Sample_Barcode', 'HGVSp_Short'], ['KRAS', 'GRCh37', '12', 25398284, 'Missense_Mutation', 'C', 'T', 'S1', 'p.G12D'], ['TP53', 'GRCh37', '17', 7577538, 'Silent', 'C', 'T', 'S2', ''])

/** The campaign in full size is `npm run faults -- readers`; here a fiftieth of it with a fixed seed. */
describe('altered files', () => {
  it.each(recordSeeds.map((seed) => [seed.format, seed] as const))('never break the reader of %s, and records stay read + listed', async (_, seed) => {
    const report = await fuzzFormat(seed, 1, 400)
    expect(report.crashes).toEqual([])
    // Alterations that no rule met would say nothing; ones that are all refused would not reach the reader.
    expect(report.refused).toBeGreaterThan(4)
    expect(report.refused).toBeLessThan(400)
  }, 60_000)

  it('that once broke a reader: sums of reads beyond what a number holds', async () => {
    const vcf = recordSeeds.find((seed) => seed.format === 'vcf')
    if (!vcf) throw new Error('VCF has a seed')
    for (const index of [16_084, 18_611]) await readingOf({ file: fuzzInput(vcf, 1, index) })
    const reading = await readingOf({ file: new TextDecoder().decode(vcf.of(1)).replace('5,3,1:9', '99999999999999999999,3,1:9') })
    expect(reading.alterations.every((one) => one.depth === null || Number.isSafeInteger(one.depth))).toBe(true)
  })

  it('are the same again from their seed and number', () => {
    const [seed] = recordSeeds
    if (!seed) throw new Error('there are seeds')
    expect(fuzzInput(seed, 1, 17)).toEqual(fuzzInput(seed, 1, 17))
    expect(fuzzInput(seed, 1, 17)).not.toEqual(fuzzInput(seed, 2, 17))
  })
})

describe('time grows with length, not faster', () => {
  const time = async (bytes: Uint8Array) => {
    let best = Infinity
    for (let round = 0; round < 3; round++) { const from = performance.now(); await readingOf({ file: bytes }); best = Math.min(best, performance.now() - from) }
    return best
  }
  it.each([
    ['quotes that never close', (size: number) => `##fileformat=VCFv4.2\n##INFO=<ID=X,Description="${'\\"a,'.repeat(size)}\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n`],
    ['a CSQ of many entries', (size: number) => vcf.replace('DP=9;', `DP=9;X=${';Y=1'.repeat(size)};`).replace('CSQ=G', `CSQ=${'G|intron_variant|EGFR|||,'.repeat(size)}G`)],
    ['a protein change of one letter', (size: number) => maf.replace('p.G12D', `p.${'A'.repeat(size)}`)],
    ['cells of quotes', (size: number) => `Hugo_Symbol,Variant_Classification,HGVSp_Short\nKRAS,${'"'.repeat(size)},p.G12D\n`],
    ['semicolons in INFO', (size: number) => vcf.replace('DP=9;', `${';'.repeat(size)}DP=9;`)],
  ])('%s', async (_, text) => {
    const [small, large] = [bytesOf(text(20_000)), bytesOf(text(160_000))]
    await time(small)
    const ratio = (await time(large)) / Math.max(await time(small), 2)
    // Eight times the length; quadratic work would take 64 times as long.
    expect(ratio).toBeLessThan(32)
  }, 60_000)
})
