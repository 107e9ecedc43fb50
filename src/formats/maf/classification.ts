import type { AlterationKind } from '#src/domain/alteration.ts'

type Meaning = { consequence: string; listed: 'silent' | 'intergenic_or_intronic' | null; kind: AlterationKind | null }

const coding = (consequence: string, kind: AlterationKind | null = null): Meaning => ({ consequence, listed: null, kind })
const outside = (consequence: string): Meaning => ({ consequence, listed: 'intergenic_or_intronic', kind: null })

/** Variant_Classification of the MAF specification (GDC), older TCGA words, and the words of laboratories that cBioPortal imports as they come. */
const meanings: Readonly<Record<string, Meaning>> = {
  missense_mutation: coding('missense_variant'), missense: coding('missense_variant'), nonsense_mutation: coding('stop_gained'), nonsense: coding('stop_gained'), truncating: coding('stop_gained'),
  frame_shift_del: coding('frameshift_variant', 'indel'), frame_shift_ins: coding('frameshift_variant', 'indel'), frameshift: coding('frameshift_variant', 'indel'), frameshift_deletion: coding('frameshift_variant', 'indel'), frameshift_insertion: coding('frameshift_variant', 'indel'),
  frame_shift: coding('frameshift_variant', 'indel'), fs_del: coding('frameshift_variant', 'indel'), fs_ins: coding('frameshift_variant', 'indel'),
  in_frame_del: coding('inframe_deletion', 'indel'), in_frame_ins: coding('inframe_insertion', 'indel'), nonframeshift: coding('protein_altering_variant', 'indel'),
  in_frame_deletion: coding('inframe_deletion', 'indel'), in_frame_insertion: coding('inframe_insertion', 'indel'), if_del: coding('inframe_deletion', 'indel'), if_ins: coding('inframe_insertion', 'indel'),
  splice_site: coding('splice_acceptor_variant', 'splice'), splice: coding('splice_acceptor_variant', 'splice'), splicing: coding('splice_acceptor_variant', 'splice'), splice_site_snp: coding('splice_acceptor_variant', 'splice'), splice_site_del: coding('splice_acceptor_variant', 'splice'), splice_site_ins: coding('splice_acceptor_variant', 'splice'),
  splice_region: coding('splice_region_variant'), translation_start_site: coding('start_lost'), start_codon_snp: coding('start_lost'), start_codon_del: coding('start_lost'), start_codon_ins: coding('start_lost'), nonstop_mutation: coding('stop_lost'), nonstop: coding('stop_lost'), stop_codon_del: coding('stop_lost'), stop_codon_ins: coding('stop_lost'),
  de_novo_start_outofframe: coding('frameshift_variant'), de_novo_start_inframe: coding('protein_altering_variant'), fusion: coding('gene_fusion', 'fusion'), protein_altering: coding('protein_altering_variant'),
  silent: { consequence: 'synonymous_variant', listed: 'silent', kind: null }, synonymous: { consequence: 'synonymous_variant', listed: 'silent', kind: null }, synonymous_variant: { consequence: 'synonymous_variant', listed: 'silent', kind: null },
  intron: outside('intron_variant'), igr: outside('intergenic_variant'), rna: outside('non_coding_transcript_exon_variant'), lincrna: outside('non_coding_transcript_exon_variant'), targeted_region: outside('intergenic_variant'), upstream: outside('upstream_gene_variant'), non_coding: outside('non_coding_transcript_variant'),
  '3_utr': outside('3_prime_UTR_variant'), '5_utr': outside('5_prime_UTR_variant'), '3_flank': outside('downstream_gene_variant'), '5_flank': outside('upstream_gene_variant'), promoter: outside('upstream_gene_variant'),
}

/** Words of the Variant_Type column; where they stand under Variant_Classification, header and data are shifted. */
export const variantTypes: ReadonlySet<string> = new Set(['SNP', 'DNP', 'TNP', 'ONP', 'INS', 'DEL', 'SNV', 'MNV', 'DELINS'])

/** What a Variant_Classification means, or null for a word that is not known. */
export function meaningOf(classification: string): Meaning | null {
  const key = classification.trim().toLowerCase().replaceAll("'", '_').replaceAll('-', '_').replaceAll(' ', '_').replaceAll('__', '_')
  return Object.hasOwn(meanings, key) ? meanings[key] ?? null : null
}
