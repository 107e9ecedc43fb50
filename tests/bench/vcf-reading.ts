import VcfParser from '@gmod/vcf'
import { readRecords } from '#src/formats/read-records.ts'
import { defaultLimits } from '#src/formats/record-file.ts'
import { inMs, interleaved } from './measure.ts'
import type { Figure } from './figure.ts'

const records = 20_000
const csqFields = 'Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON|HGVSc|HGVSp|cDNA_position|CDS_position|Protein_position|Amino_acids|Codons|Existing_variation|DISTANCE|STRAND|FLAGS|PICK|CANONICAL|MANE_SELECT|gnomADe_AF'

/** A tumour-normal VCF with CSQ of 25 fields and three transcripts a record, made with a fixed rule: no file of anybody. */
function madeVcf(): Uint8Array {
  const head = [
    '##fileformat=VCFv4.2', '##contig=<ID=chr1,length=248956422>', '##FILTER=<ID=PASS,Description="All filters passed">', '##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">',
    `##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: ${csqFields}">`,
    '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">', '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth by allele">', '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">',
    '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR\tNORMAL',
  ]
  const kinds = ['missense_variant|MODERATE', 'intron_variant|MODIFIER', 'synonymous_variant|LOW', 'stop_gained|HIGH']
  const body = Array.from({ length: records }, (_, i) => {
    const position = (i % 900) + 1
    const csq = Array.from({ length: 3 }, (__, t) =>
      `T|${kinds[(i + t) % 4]}|GENE${i % 700}|ENSG0000000${i % 700}|Transcript|ENST000000${i % 700}${t}|protein_coding|${(i % 20) + 1}/27||ENST000000${i % 700}${t}.4:c.${position * 3}C>T|ENSP000000${i % 700}${t}.1:p.Arg${position}Cys|${position * 3}|${position * 3}|${position}|R/C|Cgt/Tgt|rs${i}||1||${t === 0 ? 1 : ''}|${t === 0 ? 'YES' : ''}|${t === 0 ? `NM_${i % 700}.2` : ''}|0.0001`).join(',')
    return `chr1\t${10_000 + i * 20}\t.\tC\tT\t50\tPASS\tDP=200;CSQ=${csq}\tGT:AD:DP\t0/1:${120 - (i % 60)},${40 + (i % 60)}:160\t0/0:40,0:40`
  })
  return new TextEncoder().encode(`${head.join('\n')}\n${body.join('\n')}\n`)
}

/** The peer as it is normally used: every line parsed, CSQ split, samples read. */
function withPeer(bytes: Uint8Array): number {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const first = lines.findIndex((line) => !line.startsWith('#'))
  const parser = new VcfParser({ header: lines.slice(0, first).join('\n') })
  let fields = 0
  for (const line of lines.slice(first)) {
    if (!line) continue
    const variant = parser.parseLine(line)
    for (const entry of (variant.INFO['CSQ'] as string[] | undefined) ?? []) fields += entry.split('|').length
    fields += Object.keys(variant.SAMPLES()).length
  }
  return fields
}

export async function vcfReading(): Promise<Figure[]> {
  const bytes = madeVcf()
  const context = { resolveGene: (symbol: string) => ({ symbol, via: 'symbol' as const }), limits: defaultLimits }
  const { a, b } = await interleaved(7, () => readRecords([{ name: 'made.vcf', bytes }], context), () => withPeer(bytes))
  return [{ what: `Reading a VCF of ${records} records (${(bytes.length / 1e6).toFixed(1)} MB) to alterations`, ours: inMs(a), against: `@gmod/vcf with INFO and samples ${inMs(b)}`, ratio: (a.median / b.median).toFixed(2), note: 'ours also chooses transcripts, reads HGVS and counts what it lists' }]
}
