/**
 * Sequence Ontology terms in the order of severity that Ensembl VEP publishes (calculated consequences), with SnpEff's own terms beside their equals.
 * `interest`: what may change a protein or its splicing becomes a finding; the rest is counted.
 */
export type Interest = 'coding' | 'splice_site' | 'splice_region' | 'fusion' | 'silent' | 'noncoding'

const order: readonly (readonly [string, Interest])[] = [
  ['transcript_ablation', 'coding'], ['gene_fusion', 'fusion'], ['bidirectional_gene_fusion', 'fusion'], ['rearranged_at_DNA_level', 'fusion'],
  ['exon_loss_variant', 'coding'], ['splice_acceptor_variant', 'splice_site'], ['splice_donor_variant', 'splice_site'],
  ['stop_gained', 'coding'], ['frameshift_variant', 'coding'], ['stop_lost', 'coding'], ['start_lost', 'coding'], ['initiator_codon_variant', 'coding'],
  ['transcript_amplification', 'coding'], ['feature_elongation', 'coding'], ['feature_truncation', 'coding'],
  ['disruptive_inframe_insertion', 'coding'], ['inframe_insertion', 'coding'], ['conservative_inframe_insertion', 'coding'],
  ['disruptive_inframe_deletion', 'coding'], ['inframe_deletion', 'coding'], ['conservative_inframe_deletion', 'coding'],
  ['missense_variant', 'coding'], ['rare_amino_acid_variant', 'coding'], ['protein_altering_variant', 'coding'],
  ['splice_donor_5th_base_variant', 'splice_region'], ['splice_region_variant', 'splice_region'], ['splice_donor_region_variant', 'splice_region'],
  ['splice_polypyrimidine_tract_variant', 'noncoding'],
  ['incomplete_terminal_codon_variant', 'coding'], ['coding_sequence_variant', 'coding'],
  ['start_retained_variant', 'silent'], ['stop_retained_variant', 'silent'], ['synonymous_variant', 'silent'],
  ['mature_miRNA_variant', 'noncoding'], ['5_prime_UTR_premature_start_codon_gain_variant', 'noncoding'], ['5_prime_UTR_variant', 'noncoding'], ['3_prime_UTR_variant', 'noncoding'],
  ['non_coding_transcript_exon_variant', 'noncoding'], ['intron_variant', 'noncoding'], ['NMD_transcript_variant', 'noncoding'],
  ['non_coding_transcript_variant', 'noncoding'], ['upstream_gene_variant', 'noncoding'], ['downstream_gene_variant', 'noncoding'],
  ['TF_binding_site_variant', 'noncoding'], ['regulatory_region_variant', 'noncoding'], ['intergenic_variant', 'noncoding'], ['intergenic_region', 'noncoding'],
]

const ranks = new Map(order.map(([term], rank) => [term, rank]))
const interests = new Map(order)
const LAST = order.length

type Severity = { term: string; rank: number }

const severities = new Map<string, Severity>()

/** The most severe of the `&`-joined terms; unknown terms come last and are kept as they are. The few hundred combinations of a file are judged once. */
export function mostSevere(terms: string): Severity {
  const known = severities.get(terms)
  if (known) return known
  const own = `${terms} `.slice(0, -1)
  let best = { term: own, rank: LAST }
  for (const term of own.split('&')) {
    const rank = ranks.get(term) ?? LAST
    if (rank < best.rank) best = { term, rank }
  }
  if (severities.size < 5000 && own.length < 300) severities.set(own, best)
  return best
}

export const interestOf = (term: string): Interest => interests.get(term) ?? 'noncoding'

/**
 * Why a consequence is not a finding: silent, or outside the coding sequence. Null when it is one.
 * A region term beside a silent one (`splice_region_variant&synonymous_variant`) stays a finding: it may still change splicing.
 */
export function listedReason(terms: string): 'silent' | 'intergenic_or_intronic' | null {
  const interest = interestOf(mostSevere(terms).term)
  return interest === 'silent' ? 'silent' : interest === 'noncoding' ? 'intergenic_or_intronic' : null
}
