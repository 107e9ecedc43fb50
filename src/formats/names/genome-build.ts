import type { GenomeBuild } from '#src/domain/record-reading.ts'

/** Spellings of an assembly in a column or a header; anything else is unknown, never a guess. */
export function buildOfName(text: string): GenomeBuild {
  const name = text.toLowerCase()
  if (name.includes('grch38') || name.includes('hg38') || name.includes('hs38') || name === '38') return 'GRCh38'
  if (name.includes('grch37') || name.includes('hg19') || name.includes('hs37') || name.includes('g1k_v37') || name.includes('b37') || name === '37' || name === '19') return 'GRCh37'
  return 'unknown'
}

/** Lengths that tell the two assemblies apart: chromosomes of NCBI assembly reports GCF_000001405.25 (GRCh37.p13) and .40 (GRCh38.p14). */
const lengths: Readonly<Record<string, readonly [number, number]>> = {
  '1': [249250621, 248956422], '2': [243199373, 242193529], '3': [198022430, 198295559], '4': [191154276, 190214555], '5': [180915260, 181538259],
  '6': [171115067, 170805979], '7': [159138663, 159345973], '8': [146364022, 145138636], '9': [141213431, 138394717], '10': [135534747, 133797422],
  '11': [135006516, 135086622], '12': [133851895, 133275309], '13': [115169878, 114364328], '14': [107349540, 107043718], '15': [102531392, 101991189],
  '16': [90354753, 90338345], '17': [81195210, 83257441], '18': [78077248, 80373285], '19': [59128983, 58617616], '20': [63025520, 64444167],
  '21': [48129895, 46709983], '22': [51304566, 50818468], X: [155270560, 156040895], Y: [59373566, 57227415],
}

/** Assembly that has a chromosome of this length, or unknown. */
export function buildOfContig(chrom: string, length: number): GenomeBuild {
  const [b37, b38] = Object.hasOwn(lengths, chrom) ? lengths[chrom] ?? [0, 0] : [0, 0]
  return length === b37 && length > 0 ? 'GRCh37' : length === b38 && length > 0 ? 'GRCh38' : 'unknown'
}
