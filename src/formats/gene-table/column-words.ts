import type { ColumnMeaning } from '#src/domain/column-mapping.ts'
import { columnKey } from '../table.ts'

type Named = Exclude<ColumnMeaning, 'vaf_percent' | 'ignored'>

/** Words laboratories write over the same column, English and German, in the order of trust. */
const words: Readonly<Record<Named, readonly string[]>> = {
  gene: ['gene', 'hugo', 'hugo_symbol', 'symbol', 'gene_symbol', 'genesymbol', 'gene_name', 'genename', 'hgnc_symbol', 'approved_symbol', 'genes', 'gen', 'gensymbol', 'gene.refgene', 'gene_a', 'gene1', 'gene_1', 'feature'],
  protein: ['protein', 'protein_change', 'proteinchange', 'protein_effect', 'protein_notation', 'aa_change', 'aachange', 'aa', 'p.', 'p_dot', 'p_dot_notation', 'p.notation', 'hgvsp', 'hgvsp_short', 'hgvs_p', 'hgvs.p', 'hgvs_protein', 'amino_acid_change', 'aminoacidchange', 'amino_acid', 'proteinaenderung', 'protein_nderung', 'aminosaeureaustausch', 'aminos_ureaustausch', 'aminosaeureveraenderung', 'aminos_urever_nderung', 'alteration'],
  coding: ['cdna', 'cdna_change', 'cdnachange', 'coding', 'coding_change', 'c.', 'c_dot', 'c_dot_notation', 'hgvsc', 'hgvs_c', 'hgvs.c', 'hgvs_coding', 'cds', 'cds_change', 'cds_effect', 'cdna_aenderung', 'cdna_nderung', 'nukleotidaustausch'],
  vaf: ['vaf', 'af', 'allele_frequency', 'allelefrequency', 'allele_fraction', 'allele_freq', 'allelic_fraction', 'variant_allele_frequency', 'variant_allele_fraction', 'variant_frequency', 'mutant_allele_frequency', 'maf', 'allelfrequenz', 'variantenallelfrequenz', 'allel_frequency', 'freq', 'frequency', 'tumor_af', 'tumour_af', 'tumor_vaf', 'tumour_vaf'],
  depth: ['depth', 'dp', 'coverage', 'cov', 'read_depth', 'readdepth', 'total_depth', 'total_reads', 'tumourdepth', 'tumor_depth', 'tumour_depth', 'abdeckung', 'lesetiefe'],
  alt_reads: ['alt_reads', 'tumouraltcount', 'variant_reads', 'alt_count', 'alternate_reads', 'supporting_reads', 'alt_depth'],
  copies: ['cn', 'copy_number', 'copies', 'copynumber', 'total_cn', 'kopienzahl'],
  type: ['type', 'variant_type', 'varianttype', 'alteration_type', 'mutation_type', 'variant_classification', 'variant_class', 'consequence', 'variant', 'effect', 'mutationstyp', 'variantentyp', 'art_der_variante'],
  call: ['call', 'cnvstate', 'cnv', 'cna', 'cnv_call', 'cna_call', 'copy_number_call', 'copy_number_change', 'copy_number_alteration'],
  tier: ['tier', 'amp_tier', 'variant_tier', 'tier_classification', 'classification', 'pathogenicity', 'clinical_significance', 'significance', 'klassifikation', 'escat', 'oncokb_level'],
  fusion: ['fusion', 'fusion_gene', 'fusiongene', 'fusion_genes', 'fusionname', 'fusion_name', 'gene_pair', 'gene_fusion', 'fusionsgen', 'rearrangement'],
  partner: ['partner', 'partner_gene', 'fusion_partner', 'gene_b', 'gene2', 'gene_2', 'other_gene', 'fusionspartner'],
  sample: ['sample', 'sample_id', 'sampleid', 'sample_name', 'samplename', 'tumor_sample_barcode', 'probe', 'proben_id', 'probennummer'],
  chromosome: ['chrom', 'chromosome', 'chr', 'chromosom'], position: ['pos', 'position', 'start', 'start_position', 'startposition', 'genomic_position', 'start_pos'],
  ref: ['ref', 'reference', 'refseq', 'reference_allele', 'ref_allele', 'reference_call'], alt: ['alt', 'altseq', 'alternative', 'alternate_allele', 'alt_allele', 'alternative_call', 'tumor_seq_allele2'],
  filter: ['filter'], kept: ['keepfusion'], origin: ['origin', 'feature_type', 'status', 'somatic_status', 'mutation_status', 'herkunft'],
}

/** The key without what stands in brackets (`Depth (x)`) and without a leading `#`. */
function keyOf(name: string): string {
  const bracket = [...name].findIndex((char, at) => at > 0 && (char === '(' || char === '['))
  const key = columnKey(bracket > 0 ? name.slice(0, bracket) : name)
  return key.startsWith('#') ? key.slice(1) : key
}

const isPercent = (name: string) => { const lower = name.toLowerCase(); return lower.includes('%') || lower.includes('percent') || lower.includes('prozent') }

/** Meanings of columns by their names alone, one column for a meaning: the one with the most trusted name, else the first. */
export function meaningsByName(names: readonly string[]): Map<number, ColumnMeaning> {
  const keys = names.map((name) => keyOf(name.trim()))
  const found = new Map<number, ColumnMeaning>()
  for (const meaning of Object.keys(words) as Named[]) { // the keys of the table above are exactly the meanings
    const at = words[meaning].map((word) => keys.indexOf(word)).find((place) => place >= 0)
    if (at !== undefined && !found.has(at)) found.set(at, meaning === 'vaf' && isPercent(names[at] ?? '') ? 'vaf_percent' : meaning)
  }
  const bare = names.findIndex((name) => name.trim() === '%')
  if (bare >= 0 && ![...found.values()].some((meaning) => meaning.startsWith('vaf'))) found.set(bare, 'vaf_percent')
  return found
}

const changes: readonly ColumnMeaning[] = ['protein', 'coding', 'type', 'call', 'copies', 'partner', 'position']

/** Whether findings can be read: genes, and something that says what happened to them. */
export function saysFindings(meanings: Iterable<ColumnMeaning | null>): boolean {
  const all = new Set(meanings)
  return all.has('fusion') || (all.has('gene') && changes.some((meaning) => all.has(meaning)))
}
