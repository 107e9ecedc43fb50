import type { Alteration } from '#src/domain/alteration.ts'
import { alterationOf } from '../names/alteration-of.ts'
import { chromosome } from '../names/chromosome.ts'
import { ownText } from '../keep-text.ts'
import type { Allele } from './allele.ts'
import { annotatedFinding, geneView, smallKind } from './finding.ts'
import type { Observed } from './finding.ts'
import type { InfoFields } from './info-fields.ts'
import { originOf } from './origin.ts'
import { genotypeHas, readSupport } from './read-support.ts'
import type { Body, ReadingState, VcfRecord } from './reading-state.ts'
import { ID, columnText, noFields } from './scan-line.ts'
import type { SampleFields } from './scan-line.ts'
import { copiesOf, endOf, symbolicKind } from './structural.ts'

/** Phase of an allele: Mutect2's `PID` with `PGT`, else `PS` with a phased `GT`. The group names haplotype and set, so that equal groups are cis. */
function phaseOf(chrom: string, fields: SampleFields | null, allele: number): string | null {
  const set = fields?.get('PID') ?? fields?.get('PS')
  const genotype = fields?.get('PGT') ?? fields?.get('GT')
  if (set === undefined || set === '.' || genotype === undefined || !genotype.includes('|')) return null
  const haplotype = genotype.split('|').indexOf(fields?.has('PGT') ? '1' : String(allele))
  return haplotype < 0 ? null : `${chromosome(chrom)}:${set}:${haplotype + 1}`
}

/** What one ALT (`number` 1 is the first) means for a gene, and whether the tumour carries it; a text is the reason why it is only counted. */
export function readAllele(state: ReadingState, body: Body, record: VcfRecord, number: number, allele: Allele): { finding: Alteration; seen: boolean } | string {
  const { part, header, keep } = state
  const { info } = body
  const { chrom, ref } = record
  const alt = record.alts[number - 1] ?? ''
  const place = header.annotation ? info.place(header.annotation.field) : null
  const annotation = body.annotation
  const isPlain = annotation === null || (place === null && namedGene(state, info) !== null)
  if (!isPlain && (place === null || place.from < 0 || place.to === place.from)) return 'no_gene_annotation'
  if (annotation !== null && place !== null && allele.type !== 'BND') {
    const reason = annotation.nothingOfInterest(record.line.source, place.from, place.to)
    if (reason !== null) return reason
  }
  const { source } = record.line
  const view = annotation !== null && place !== null ? geneView(annotation.effects(source, place.from, place.to, ref, record.alts, number), annotation.entries, part.genomeBuild, chromosome(chrom), allele) : null
  if (view !== null && 'listed' in view) return view.listed
  const { tumour, normal } = record.cells()
  const support = readSupport(tumour ?? noFields, info.text, ref, alt, number)
  const seen = genotypeHas(tumour?.get('GT'), number) !== false || (support.altReads !== null && support.altReads > 0)
  const observed: Observed = {
    vaf: support.vaf, depth: support.depth, altReads: support.altReads, filter: record.filter, zygosity: 'unknown',
    origin: originOf(info.text, record.filter, tumour, normal, number, state.paired), phase: phaseOf(chrom, tumour, number), sample: part.tumourSamples[0] ?? null,
  }
  const reported = `${chrom}:${record.pos} ${ref.slice(0, 60)}>${alt.slice(0, 60)}`
  if (view === null || annotation === null) return { finding: plainFinding(state, info, record, allele, alt, reported, observed, tumour), seen }
  // SnpEff names both genes of a fusion: `BCR&ABL1`.
  const [first = '', second] = view.chosen.effect.gene.split('&')
  const { terms } = view.chosen.effect
  const wholeGene = terms.includes('transcript_ablation') || terms.includes('transcript_amplification')
  const copies = allele.type === 'SYMBOLIC' ? copiesOf(tumour, info.text) : null
  const kind = second !== undefined ? 'fusion' : allele.type === 'SYMBOLIC' ? symbolicKind(alt, info.text, copies, wholeGene) : allele.type === 'BND' ? 'rearrangement' : smallKind(allele, terms)
  const finding = annotatedFinding(view, annotation.entries, state.gene(first, record.number), kind, chrom, allele, reported, observed, keep)
  if (second !== undefined) finding.partner = state.gene(second, record.number)
  finding.copyNumber = copies
  if (allele.type === 'BND') openBreakend(state, info, record, finding)
  return { finding, seen }
}

/** A gene that the caller itself wrote (`GENE=BRCA1`, DRAGEN's `SEGID=MET`), when it is a gene. */
function namedGene(state: ReadingState, info: InfoFields): string | null {
  const stated = info.text('GENE') ?? info.text('SEGID')
  return stated !== null && stated !== '' && stated !== '.' && !stated.includes(',') && state.context.resolveGene(stated).via !== 'none' ? stated : null
}

/** An allele without annotation: its place is kept, the gene stays empty unless the caller wrote it. */
function plainFinding(state: ReadingState, info: InfoFields, record: VcfRecord, allele: Allele, alt: string, reported: string, observed: Observed, tumour: SampleFields | null): Alteration {
  const { keep } = state
  const named = namedGene(state, info)
  const copies = allele.type === 'SYMBOLIC' ? copiesOf(tumour, info.text) : null
  const end = allele.type === 'SYMBOLIC' ? endOf(record.pos, info.text) : null
  const finding = alterationOf({
    ...observed, gene: named === null ? '' : state.gene(named, record.number), copyNumber: copies,
    kind: allele.type === 'SYMBOLIC' ? symbolicKind(alt, info.text, copies, false) : allele.type === 'BND' ? 'rearrangement' : smallKind(allele, ''),
    genomic: { chrom: keep(chromosome(record.chrom)), pos: allele.pos, ref: ownText(allele.ref), alt: ownText(allele.alt) },
    asReported: ownText(`${reported}${end === null ? '' : ` to ${end}`}${named === null ? '' : ` ${named}`}`),
  })
  if (allele.type === 'BND') openBreakend(state, info, record, finding)
  return finding
}

function openBreakend(state: ReadingState, info: InfoFields, record: VcfRecord, alteration: Alteration): void {
  const mate = info.text('MATEID') ?? info.text('MATE_ID')
  const id = columnText(record.line, ID)
  if (mate !== null && mate !== '' && id !== '.') state.breakends.push({ id: state.keep(id), mate: state.keep(mate), alteration })
}
