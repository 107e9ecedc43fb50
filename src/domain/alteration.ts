import { z } from 'zod'

/**
 * One molecular change of the tumour, as read from a record and normalised (design: HGNC symbol, HGVS, discrete copy-number calls).
 * Positions are 1-based; fractions are 0..1; copy numbers are absolute copies, never GISTIC codes.
 */
export const AlterationKind = z.enum([
  'snv', 'indel', 'amplification', 'gain', 'loss', 'deletion', 'fusion', 'splice', 'rearrangement', 'expression',
  // what a person may type without the exact change: `BRAF mutation`, `RB1 truncating`, `KIT exon 11 mutation`, `PTEN loss`, `BRCA2 reversion`
  'category',
])
export type AlterationKind = z.infer<typeof AlterationKind>

export const Origin = z.enum(['somatic', 'germline', 'unknown'])
export type Origin = z.infer<typeof Origin>

/** For `kind: 'category'`: what was said of the gene instead of an exact change. */
export const AlterationCategory = z.enum([
  'oncogenic_mutation', 'truncating', 'loss_of_function', 'gain_of_function', 'exon_mutation', 'exon_deletion', 'exon_insertion', 'exon_skipping',
  'itd', 'isoform', 'reversion', 'fusion', 'arm_deletion', 'overexpression',
])
export type AlterationCategory = z.infer<typeof AlterationCategory>

export const GenomicPosition = z.object({ chrom: z.string(), pos: z.int(), ref: z.string(), alt: z.string() })
export type GenomicPosition = z.infer<typeof GenomicPosition>

export const Alteration = z.object({
  /** Unique within a case; derived from content by the reader, so that re-reading the same file gives the same ids. */
  id: z.string(),
  gene: z.string(),
  kind: AlterationKind,
  category: AlterationCategory.nullable(),
  /** One-letter HGVS protein change with `p.`, e.g. `p.L858R`, `p.E746_A750del`; null when there is none. */
  hgvsp: z.string().nullable(),
  hgvsc: z.string().nullable(),
  transcript: z.string().nullable(),
  exon: z.int().nullable(),
  /** Sequence Ontology term of the most severe consequence, e.g. `missense_variant`. */
  consequence: z.string().nullable(),
  genomic: GenomicPosition.nullable(),
  /** Fusions: the other gene. `gene` is then the 5' partner when direction is known. */
  partner: z.string().nullable(),
  copyNumber: z.number().nullable(),
  vaf: z.number().min(0).max(1).nullable(),
  depth: z.int().nullable(),
  altReads: z.int().nullable(),
  /** Cancer cell fraction, when a laboratory states it. */
  ccf: z.number().min(0).max(1).nullable(),
  zygosity: z.enum(['homozygous', 'heterozygous', 'hemizygous', 'unknown']),
  populationAf: z.number().min(0).max(1).nullable(),
  origin: Origin,
  /** Alterations that share a phase group lie on the same molecule (cis); `trans:` groups on opposite ones. */
  phase: z.string().nullable(),
  filter: z.string().nullable(),
  sample: z.string().nullable(),
  /** How the source wrote it, kept beside the normalised form. */
  asReported: z.string(),
})
export type Alteration = z.infer<typeof Alteration>
