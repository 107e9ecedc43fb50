/** Terms of the Sequence Ontology that laboratories use for what a change does to a transcript (under SO:0001537). */
const consequences: Readonly<Record<string, string>> = {
  '0001583': 'missense_variant', '0001587': 'stop_gained', '0001589': 'frameshift_variant', '0001574': 'splice_acceptor_variant', '0001575': 'splice_donor_variant', '0001821': 'inframe_insertion',
  '0001822': 'inframe_deletion', '0001818': 'protein_altering_variant', '0001578': 'stop_lost', '0002012': 'start_lost', '0001819': 'synonymous_variant', '0001630': 'splice_region_variant',
  '0001627': 'intron_variant', '0001631': 'upstream_gene_variant', '0001632': 'downstream_gene_variant', '0001623': '5_prime_UTR_variant', '0001624': '3_prime_UTR_variant', '0001572': 'exon_loss_variant',
  '0001565': 'gene_fusion', '0001889': 'transcript_amplification', '0001893': 'transcript_ablation', '0001628': 'intergenic_variant',
}
/** Functional effects (under SO:0001536). */
const effects: Readonly<Record<string, string>> = {
  '0002053': 'gain of function', '0002054': 'loss of function', '0002052': 'dominant negative',
}

/** `SO:0001583` and `SO_0001583` are both seen. */
const digits = (code: string) => (/^SO[:_][0-9]{7}$/.test(code) ? code.slice(3) : '')
const within = (table: Readonly<Record<string, string>>, code: string) => (Object.hasOwn(table, digits(code)) ? table[digits(code)] ?? null : null)

export const consequenceTerm = (code: string): string | null => within(consequences, code)
export const functionalEffect = (code: string): string | null => within(effects, code)
