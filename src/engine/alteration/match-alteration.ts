import type { GeneMatch } from '#src/knowledge/expression.ts'
import { isSameProteinChange, parseProteinChange } from '#src/domain/protein-change.ts'
import type { ProteinChange } from '#src/domain/protein-change.ts'
import { exonOfResidue, isInDomain } from './protein-regions.ts'
import type { TumourAlteration } from './tumour-alteration.ts'

/** How closely an alteration satisfies what is stated. `unspecified`: it may or may not be that change (`BRAF mutation` against `BRAF V600E`). */
export type Closeness = 'stated' | 'codon' | 'region' | 'gene' | 'unspecified' | 'none'

const parsed = new Map<string, ProteinChange | null>()
/** Changes of knowledge rows are few and repeat in every run: each is parsed once. */
export function changeOf(text: string): ProteinChange | null {
  let change = parsed.get(text)
  if (change === undefined) { change = parseProteinChange(text); parsed.set(text, change) }
  return change
}

const isUnspecified = (one: TumourAlteration) => one.alteration.category === 'oncogenic_mutation' && one.change === null
const isLoss = (one: TumourAlteration) => one.truncating || one.alteration.kind === 'deletion' || one.alteration.category === 'loss_of_function'

/** A duplication is an insertion of what stands before it: the two names of one change are of one sort. */
const sortOf = (change: ProteinChange) => (change.kind === 'duplication' ? 'insertion' : change.kind)

function matchChange(target: ProteinChange | null, gene: string, one: TumourAlteration): Closeness {
  if (target === null || !target.start) return 'none'
  const { change } = one
  if (change === null || !change.start) {
    if (isUnspecified(one)) return 'unspecified'
    const exon = exonOfResidue(gene, target.start.position)
    const sameSort = one.alteration.category === 'exon_deletion' ? target.kind === 'deletion' || target.kind === 'delins' : one.alteration.category === 'exon_insertion' ? target.kind === 'insertion' || target.kind === 'duplication' : one.alteration.category === 'exon_mutation'
    return one.exon !== null && one.exon === exon && sameSort ? 'region' : 'none'
  }
  // an insertion may be a duplication by another name; all else that begins elsewhere is another change
  if ((target.kind !== change.kind || target.start.position === change.start.position) && isSameProteinChange(target, change)) return 'stated'
  const sameResidue = target.start.position === change.start.position && target.start.residue === change.start.residue
  if (change.kind === 'unknown' && sameResidue) return 'codon'
  if (sortOf(target) !== sortOf(change)) return 'none'
  if (sameResidue && target.kind === 'substitution') return 'codon'
  if (target.kind === 'frameshift' || target.kind === 'nonsense') return 'none'
  const exon = exonOfResidue(gene, target.start.position)
  if (exon !== null && exon === one.exon) return 'region'
  return target.kind === 'substitution' ? 'gene' : 'none'
}

function matchCodon(match: Extract<GeneMatch, { kind: 'codon' }>, gene: string, one: TumourAlteration): Closeness {
  const { change } = one
  if (change === null || !change.start) return isUnspecified(one) ? 'unspecified' : one.alteration.category === 'exon_mutation' && one.exon === exonOfResidue(gene, match.position) ? 'region' : 'none'
  if (change.kind !== 'substitution' && change.kind !== 'unknown' && change.kind !== 'delins') return 'none'
  if (change.start.position === match.position && change.start.residue === match.residue) return match.to === null || match.to === change.inserted || change.kind === 'unknown' ? 'stated' : 'codon'
  if (change.kind !== 'substitution') return 'none'
  return one.exon !== null && one.exon === exonOfResidue(gene, match.position) ? 'region' : 'gene'
}

function matchExon(match: Extract<GeneMatch, { kind: 'exon' }>, gene: string, one: TumourAlteration): Closeness {
  const { alteration, exon } = one
  if (isUnspecified(one)) return 'unspecified'
  if (match.change === 'skipping') {
    const site = gene === 'MET' && match.exon === 14 && (one.change?.start?.position === 1010 || (alteration.kind === 'splice' && alteration.hgvsc !== null && isMetExon14Site(alteration.hgvsc)))
    return (alteration.category === 'exon_skipping' && exon === match.exon) || site ? 'stated' : 'none'
  }
  if (exon !== match.exon || !one.sequence || one.truncating || alteration.category === 'exon_skipping') return 'none'
  if (match.change === 'mutation') return 'stated'
  if (match.change === 'deletion') return one.length < 0 ? 'stated' : alteration.category === 'exon_mutation' ? 'unspecified' : 'none'
  return one.length > 0 ? 'stated' : alteration.category === 'exon_mutation' ? 'unspecified' : 'none'
}

/** Splice sites of MET exon 14 (c.2888 to c.3028, NM_000245) and the last base of it. */
function isMetExon14Site(hgvsc: string): boolean {
  return hgvsc.startsWith('c.3028') || hgvsc.startsWith('c.2888-') || hgvsc.startsWith('c.2887+') || hgvsc.startsWith('c.2942-') || hgvsc.startsWith('c.3082+')
}

function matchFusion(partner: string | null, gene: string, one: TumourAlteration): Closeness {
  if (!one.fusion) return 'none'
  const { alteration } = one
  const other = alteration.gene === gene ? alteration.partner : alteration.gene
  if (partner === null || partner === other) return 'stated'
  return other === null ? 'codon' : 'gene'
}

/** Compares one alteration with one stated category of a gene. The caller has checked that the gene is right. */
export function matchAlteration(match: GeneMatch, gene: string, one: TumourAlteration): Closeness {
  const { alteration } = one
  const { kind, category } = alteration
  switch (match.kind) {
    case 'change': return one.sequence && category !== 'reversion' ? matchChange(changeOf(match.change), gene, one) : 'none'
    case 'codon': return one.sequence && category !== 'reversion' ? matchCodon(match, gene, one) : 'none'
    case 'exon': return one.sequence && category !== 'reversion' ? matchExon(match, gene, one) : 'none'
    case 'domain': return matchDomain(match.domain, gene, one)
    case 'functional_class': return isUnspecified(one) ? 'unspecified' : 'none'
    case 'mutation': return one.sequence && category !== 'reversion' ? (category === 'loss_of_function' ? 'codon' : 'stated') : 'none'
    case 'truncating': return one.truncating ? 'stated' : category === 'loss_of_function' ? 'codon' : 'none'
    case 'loss': return isLoss(one) ? 'stated' : kind === 'expression' && category !== 'overexpression' ? 'codon' : 'none'
    case 'gain': return kind === 'amplification' || category === 'gain_of_function' ? 'stated' : 'none'
    case 'amplification': return kind === 'amplification' ? 'stated' : 'none'
    case 'deletion': return kind === 'deletion' ? 'stated' : category === 'loss_of_function' ? 'codon' : 'none'
    case 'fusion': return matchFusion(match.partner, gene, one)
    case 'rearrangement': return matchFusion(null, gene, one)
    case 'itd': return category === 'itd' || (one.length > 0 && isInDomain(gene, 'juxtamembrane', one.change?.start?.position ?? 0) === true) ? 'stated' : isUnspecified(one) ? 'unspecified' : 'none'
    case 'isoform': return category === 'isoform' && one.label === match.name ? 'stated' : 'none'
    case 'reversion': return category === 'reversion' ? 'stated' : 'none'
    case 'overexpression': case 'expression': return category === 'overexpression' ? 'stated' : 'none'
    case 'wild_type': return 'none'
  }
}

function matchDomain(domain: string, gene: string, one: TumourAlteration): Closeness {
  if (!one.sequence || one.truncating) return 'none'
  if (domain === 'promoter') return one.alteration.consequence === 'upstream_gene_variant' || (one.alteration.hgvsc?.startsWith('c.-') ?? false) ? 'stated' : 'none'
  if (one.change?.start) return isInDomain(gene, domain, one.change.start.position) ? 'stated' : 'none'
  if (isUnspecified(one)) return 'unspecified'
  const kinaseExons = domain === 'kinase' && one.exon !== null && (gene === 'EGFR' || gene === 'ERBB2') && one.exon >= 18 && one.exon <= 24
  return kinaseExons ? 'stated' : 'none'
}
