import type { Alteration } from '#src/domain/alteration.ts'

/** What a reader states of a finding; what it does not state stays not stated. */
export type Stated = Partial<Omit<Alteration, 'id' | 'gene' | 'kind' | 'asReported'>> & Pick<Alteration, 'gene' | 'kind' | 'asReported'>

/** The content that makes two findings the same one: sample, gene, and the change at the most exact level stated. */
export function contentKey(of: Pick<Alteration, 'sample' | 'gene' | 'kind' | 'genomic' | 'hgvsp' | 'hgvsc' | 'partner' | 'category'>): string {
  const { genomic } = of
  const change = genomic && genomic.alt !== '' ? `${genomic.chrom}:${genomic.pos}:${genomic.ref}>${genomic.alt}` : of.hgvsp ?? of.hgvsc ?? of.category ?? ''
  return [of.sample ?? '', of.gene, of.kind, of.partner ?? '', change].join('|')
}

/** A finding with everything not stated at its *not stated* value. The id is its content; `readRecords` numbers repeats. */
export function alterationOf(stated: Stated): Alteration {
  const whole: Omit<Alteration, 'id'> = {
    category: null, hgvsp: null, hgvsc: null, transcript: null, exon: null, consequence: null, genomic: null, partner: null, copyNumber: null,
    vaf: null, depth: null, altReads: null, ccf: null, zygosity: 'unknown', populationAf: null, origin: 'unknown', phase: null, filter: null, sample: null,
    ...stated,
  }
  // Sums of reads that no sequencer makes, in a broken or hostile file.
  whole.depth = count(whole.depth)
  whole.altReads = count(whole.altReads)
  return { id: contentKey(whole), ...whole }
}

/** A fraction between 0 and 1 from text or number; null for anything else. `places` keeps a ratio of reads readable. */
export function fraction(value: number | null): number | null {
  return value === null || !Number.isFinite(value) || value < 0 || value > 1 ? null : Math.round(value * 1e6) / 1e6
}

/** A non-negative whole number of reads, or null. */
export function count(value: number | null): number | null {
  return value === null || !Number.isSafeInteger(value) || value < 0 ? null : value
}

/** A number as written in a table; `.`, `NA` and the empty cell are no number. */
export function numberIn(text: string | undefined): number | null {
  if (text === undefined) return null
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '.') return null
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : null
}

/** A 1-based position: a whole number no chromosome exceeds, or null. */
export function positionOf(text: string): number | null {
  const value = numberIn(text)
  return value === null || !Number.isInteger(value) || value < 0 || value > 3e9 ? null : value
}
