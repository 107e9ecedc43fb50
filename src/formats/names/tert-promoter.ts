import type { GenomeBuild } from '#src/domain/record-reading.ts'

/**
 * TERT lies on the minus strand of chromosome 5; c.1 of NM_198253 is at 1295104 (GRCh37) and 1294989 (GRCh38), so c.-124 is 1295228 and 1295113.
 * The core promoter with its hotspots c.-124C>T and c.-146C>T (Huang 2013, PMID 23348506; Horn 2013, PMID 23348503) ends about 250 bases before c.1.
 */
const firstBase = { GRCh37: 1295104, GRCh38: 1294989 } as const
const REACH = 250
const complement: Readonly<Record<string, string>> = { A: 'T', C: 'G', G: 'C', T: 'A' }

/** Distance from c.1 (positive: upstream), or null when the build is unknown or the place lies outside the promoter. */
export function tertPromoterOffset(build: GenomeBuild, chrom: string, pos: number): number | null {
  if (build === 'unknown' || chrom !== '5') return null
  const offset = pos - firstBase[build]
  return offset > 0 && offset <= REACH ? offset : null
}

/** HGVS c. of a promoter change: arithmetic on the strand for single bases and substitutions, null for anything longer. */
export function tertPromoterChange(build: GenomeBuild, chrom: string, pos: number, ref: string, alt: string): string | null {
  const offset = tertPromoterOffset(build, chrom, pos)
  if (offset === null || ref.length !== alt.length || ref.length > 2) return null
  const strand = (bases: string) => [...bases].reverse().map((base) => complement[base] ?? '').join('')
  const [from, to] = [strand(ref), strand(alt)]
  if (from.length !== ref.length || to.length !== alt.length) return null
  return ref.length === 1 ? `c.-${offset}${from}>${to}` : `c.-${offset + 1}_-${offset}delins${to}`
}
