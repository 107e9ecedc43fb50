import type { Alteration } from './alteration.ts'

const exonWords: Readonly<Record<string, string>> = { exon_deletion: 'deletion', exon_insertion: 'insertion', exon_skipping: 'skipping', exon_mutation: 'mutation' }
const categoryWords: Readonly<Record<string, string>> = {
  oncogenic_mutation: 'mutation', truncating: 'truncating', loss_of_function: 'loss', gain_of_function: 'gain of function', itd: 'ITD', reversion: 'reversion',
  fusion: 'fusion', arm_deletion: 'deletion', overexpression: 'overexpression',
}

/** Name of an isoform as people write it. */
function isoform(alteration: Alteration): string {
  if (/v ?iii|variant iii/i.test(alteration.asReported)) return `${alteration.gene}vIII`
  if (/kdd|kinase domain/i.test(alteration.asReported)) return `${alteration.gene}-KDD`
  return /v7/i.test(alteration.asReported) ? `${alteration.gene}-V7` : `${alteration.gene} isoform`
}

/** Short name as people say it: `EGFR L858R`, `EML4::ALK`, `ERBB2 amplification`, `germline BRCA2 loss`. The gene leads; nothing of the sample is in it. */
export function alterationLabel(alteration: Alteration): string {
  const prefix = alteration.origin === 'germline' ? 'germline ' : ''
  return `${prefix}${bareLabel(alteration)}`
}

function bareLabel(alteration: Alteration): string {
  const { gene, partner, hgvsp, hgvsc, category, exon, kind } = alteration
  if (partner !== null) return `${gene}::${partner}`
  if (category === 'isoform') return isoform(alteration)
  if (hgvsp !== null && hgvsp !== 'p.?') {
    const label = `${gene} ${hgvsp.startsWith('p.') ? hgvsp.slice(2) : hgvsp}`
    return label.endsWith('?') ? label.slice(0, -1) : label
  }
  if (category !== null && exon !== null && exonWords[category]) return `${gene} exon ${exon} ${exonWords[category]}`
  if (hgvsc !== null) return `${gene} ${hgvsc}`
  if (category !== null) return `${gene} ${categoryWords[category] ?? category}`
  if (kind === 'snv' && alteration.consequence === 'upstream_gene_variant') return `${gene} promoter mutation`
  if (kind === 'snv' || kind === 'indel') return `${gene} variant`
  return `${gene} ${kind === 'loss' ? 'copy loss' : kind === 'gain' ? 'copy gain' : kind}`
}
