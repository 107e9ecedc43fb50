import type { GenomicPosition } from '#src/domain/alteration.ts'
import type { GenomeBuild } from '#src/domain/record-reading.ts'

/** Version of each chromosome's RefSeq accession in GRCh37; GRCh38 has the next one (NCBI assembly reports GCF_000001405.25 and .40). 23 is X, 24 is Y. */
const versions = [10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9]

/** What a genomic HGVS name states: the assembly by its accession, and the place of a substitution (`NC_000007.14:g.140753336A>T`). */
export function genomicHgvs(text: string): { build: GenomeBuild; genomic: GenomicPosition | null } {
  const parts = /^NC_0000([0-9]{2})\.([0-9]{1,2}):g\.(.{1,200})$/.exec(text.trim())
  const number = Number(parts?.[1])
  const of37 = versions[number - 1]
  if (!parts || of37 === undefined) return { build: 'unknown', genomic: null }
  const version = Number(parts[2])
  const change = /^([0-9]{1,9})([ACGT])>([ACGT])$/.exec(parts[3] ?? '')
  const chrom = number === 23 ? 'X' : number === 24 ? 'Y' : String(number)
  return {
    build: version === of37 ? 'GRCh37' : version === of37 + 1 ? 'GRCh38' : 'unknown',
    genomic: change ? { chrom, pos: Number(change[1]), ref: change[2] ?? '', alt: change[3] ?? '' } : null,
  }
}

/** Gene and changes in a ClinVar name: `NM_024675.3(PALB2):c.3549C>A (p.Tyr1183Ter)`. */
export function clinvarName(text: string): { gene: string; transcript: string; coding: string; protein: string } | null {
  const parts = /^([A-Z]{2}_[0-9]+\.[0-9]+)\(([A-Za-z0-9-]{1,20})\):(c\.[^ ]{1,120})(?: \((p\.[^ )]{1,120})\))?$/.exec(text.trim())
  return parts ? { transcript: parts[1] ?? '', gene: parts[2] ?? '', coding: parts[3] ?? '', protein: parts[4] ?? '' } : null
}
