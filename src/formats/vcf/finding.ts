import type { Alteration, AlterationKind } from '#src/domain/alteration.ts'
import type { GenomeBuild } from '#src/domain/record-reading.ts'
import { alterationOf, count, numberIn } from '../names/alteration-of.ts'
import { chromosome } from '../names/chromosome.ts'
import { ownText } from '../keep-text.ts'
import type { TextKeeper } from '../keep-text.ts'
import { codingText, proteinText } from '../names/protein-text.ts'
import { tertPromoterChange, tertPromoterOffset } from '../names/tert-promoter.ts'
import type { Allele } from './allele.ts'
import { standings } from './annotation.ts'
import type { TranscriptEffect } from './annotation.ts'
import type { ChosenEffect, Entries } from './choose-transcript.ts'
import { chooseTranscript, isSeenElsewhere, seenElsewhere } from './choose-transcript.ts'
import { interestOf, listedReason, mostSevere } from './consequence.ts'

/** What one allele is in terms of genes, or why it is only counted. */
export type GeneView = { chosen: ChosenEffect; promoter: string | null } | { listed: string }

/** TERT's promoter is judged before all other genes: annotators call it upstream, which everywhere else is nothing. */
function promoterEffect(effects: readonly TranscriptEffect[], entries: Entries, build: GenomeBuild, chrom: string, allele: Allele): GeneView | null {
  if (!effects.some((effect) => effect.gene === 'TERT')) return null
  const best = effects.filter((effect) => effect.gene === 'TERT').sort((a, b) => a.rank - b.rank)[0]
  if (!best || interestOf(mostSevere(best.terms).term) !== 'noncoding') return null
  const { distance } = entries.detail(best)
  const near = distance !== null && distance <= 250 && best.terms.includes('upstream_gene_variant')
  const inPromoter = tertPromoterOffset(build, chrom, allele.pos) !== null
  if (!inPromoter && !(build === 'unknown' && near)) return null
  return { chosen: { effect: best, rule: 'TERT promoter', all: [best] }, promoter: tertPromoterChange(build, chrom, allele.pos, allele.ref, allele.alt) }
}

/** Breakends matter in introns too; every other allele must touch coding sequence or its splice sites. */
export function geneView(effects: readonly TranscriptEffect[], entries: Entries, build: GenomeBuild, chrom: string, allele: Allele): GeneView {
  const promoter = promoterEffect(effects, entries, build, chrom, allele)
  if (promoter) return promoter
  const chosen = chooseTranscript(effects, entries)
  if (!chosen) return { listed: 'no_gene_annotation' }
  if (allele.type === 'BND') {
    const outside = ['upstream_gene_variant', 'downstream_gene_variant', 'intergenic_variant', 'intergenic_region'].includes(mostSevere(chosen.effect.terms).term)
    return outside ? { listed: 'intergenic_or_intronic' } : { chosen, promoter: null }
  }
  const reason = listedReason(chosen.effect.terms)
  if (reason === null) return { chosen, promoter: null }
  // The reference transcript sees nothing, another of the gene does: said as its own reason, since a person may look.
  return { listed: reason === 'silent' || !isSeenElsewhere(chosen) ? reason : 'outside_reference_transcript' }
}

export function smallKind(allele: Allele, terms: string): AlterationKind {
  if (interestOf(mostSevere(terms).term) === 'splice_site') return 'splice'
  return allele.type === 'SNV' || allele.type === 'MNV' ? 'snv' : 'indel'
}

export type Observed = Pick<Alteration, 'vaf' | 'depth' | 'altReads' | 'origin' | 'phase' | 'filter' | 'sample' | 'zygosity'>

/** The finding of an annotated allele. `gene` is already resolved; texts are copied out of the file's buffer. */
export function annotatedFinding(view: Extract<GeneView, { chosen: ChosenEffect }>, entries: Entries, gene: string, kind: AlterationKind, chrom: string, allele: Allele, reported: string, observed: Observed, keep: TextKeeper): Alteration {
  const { effect } = view.chosen
  const rule = view.chosen.rule ?? standings[entries.standing(effect)] ?? ''
  const { exon, hgvsc: reportedCoding, hgvsp, transcript } = entries.detail(effect)
  const coding = codingText(reportedCoding)
  const protein = interestOf(mostSevere(effect.terms).term) === 'splice_region' ? null : proteinText(hgvsp)
  const place = /^[0-9]+/.exec(exon)
  const detail = [effect.gene, transcript, reportedCoding.slice(reportedCoding.indexOf(':') + 1), hgvsp.slice(hgvsp.indexOf(':') + 1), effect.terms].filter((text) => text !== '').join(' ')
  const hgvsc = view.promoter ?? coding.hgvsc
  return alterationOf({
    ...observed, gene, kind,
    hgvsp: protein === null ? null : ownText(protein), hgvsc: hgvsc === null ? null : ownText(hgvsc), transcript: keep(transcript || coding.transcript || '') || null,
    exon: count(numberIn(place?.[0])), consequence: keep(mostSevere(effect.terms).term) || null, populationAf: entries.populationAf(effect),
    genomic: { chrom: keep(chromosome(chrom)), pos: allele.pos, ref: ownText(allele.ref), alt: ownText(allele.alt) },
    asReported: ownText(`${reported} ${detail} (${rule}${seenElsewhere(view.chosen, hgvsp, entries)})`.slice(0, 400)),
  })
}
