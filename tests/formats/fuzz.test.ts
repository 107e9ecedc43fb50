import { describe, expect, it } from 'vitest'
import { bgzf, bgzfEnd } from '#tests/support/bgzf.ts'
import { bytesOf, readingOf, tabbed } from '#tests/support/reading-of.ts'

/** A small generator of its own (mulberry32), so that a failing input can be made again from its number. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const csq = '##INFO=<ID=CSQ,Number=.,Type=String,Description="Format: Allele|Consequence|SYMBOL|HGVSc|HGVSp|MANE_SELECT">'
const vcf = `##fileformat=VCFv4.2\n##reference=GRCh38\n${csq}\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNORMAL\tTUMOR\n7\t55191822\t.\tT\tG,TA\t.\tPASS\tDP=9;CSQ=G|missense_variant|EGFR|c.2573T>G|p.Leu858Arg|NM_1,A|frameshift_variant|EGFR||p.Leu858fs|\tGT:AD:DP\t0/0:9,0,0:9\t0/1/2:5,3,1:9\n2\t10\tb1\tT\tT]9:4]\t.\tq10;s50\tSVTYPE=BND;MATEID=b2\tGT\t0/0\t0/1\n`
const maf = tabbed(['Hugo_Symbol', 'NCBI_Build', 'Chromosome', 'Start_Position', 'Variant_Classification', 'Reference_Allele', 'Tumor_Seq_Allele2', 'Tumor_Sample_Barcode', 'HGVSp_Short'], ['KRAS', 'GRCh37', '12', 25398284, 'Missense_Mutation', 'C', 'T', 'S1', 'p.G12D'], ['TP53', 'GRCh37', '17', 7577538, 'Silent', 'C', 'T', 'S2', ''])
const cna = tabbed(['Hugo_Symbol', 'S1', 'S2'], ['MET', 2, 'NA'], ['CDKN2A', -2, 0])
const packed = Uint8Array.from([...bgzf(vcf), ...bgzfEnd])
const seeds = [bytesOf(vcf), bytesOf(maf), bytesOf(cna), packed]
const pieces = ['\t', '\n', '\r', '|', ',', ';', '=', '<', '>', '"', '%', '%3D', ':', '/', '.', '-1', '0', '99999999999999999999', 'NaN', '\u0000', 'é', '[', ']', '##', '#CHROM', 'p.', '\uFEFF', 'A'.repeat(300)].map(bytesOf)

function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  let list = [...bytes]
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
    const at = Math.floor(next() * list.length)
    const length = Math.floor(next() * 12)
    const piece = pieces[Math.floor(next() * pieces.length)] ?? []
    const kind = next()
    if (kind < 0.25) list.splice(at, length)
    else if (kind < 0.5) list.splice(at, 0, ...piece)
    else if (kind < 0.7) list.splice(at, piece.length, ...piece)
    else if (kind < 0.85) list[at] = Math.floor(next() * 256)
    else list = [...list.slice(0, at), ...list.slice(Math.max(0, at - 30), at), ...list.slice(at)]
  }
  return Uint8Array.from(list)
}

describe('altered files', () => {
  // The campaign in full size takes the number of inputs from FUZZ; the gate runs a small one with a fixed seed.
  const inputs = Number(process.env['FUZZ'] ?? 400)
  it(`never break a reader, and records stay read + listed (${inputs} inputs)`, async () => {
    let refused = 0
    for (let seed = 1; seed <= inputs; seed++) {
      const bytes = mutated(seeds[seed % seeds.length] ?? packed, random(seed))
      const reading = await readingOf({ file: bytes }).catch((error: unknown) => { throw new Error(`input ${seed}`, { cause: error }) })
      if (reading.problems.some((problem) => problem.severity === 'error')) refused++
      for (const problem of reading.problems) expect(problem.message, `input ${seed}`).not.toMatch(/undefined|\[object|TypeError|RangeError/)
    }
    expect(refused).toBeGreaterThan(inputs / 20)
    expect(refused).toBeLessThan(inputs)
  }, 60_000)
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
