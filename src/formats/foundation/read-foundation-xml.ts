import { XMLParser } from 'fast-xml-parser'
import type { Alteration, AlterationKind } from '#src/domain/alteration.ts'
import type { Biomarker } from '#src/domain/biomarker.ts'
import { alterationOf, count, fraction, numberIn, positionOf } from '../names/alteration-of.ts'
import type { OpenText } from '../bytes/text.ts'
import { chromosome } from '../names/chromosome.ts'
import { geneNames } from '../names/gene-names.ts'
import type { GeneNames } from '../names/gene-names.ts'
import { proteinText } from '../names/protein-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import { refuse } from '../reading-refusal.ts'
import type { ReadContext } from '../record-file.ts'
import { xmlFault } from '../xml-fault.ts'
import { statedFacts, therapyLines } from './stated-facts.ts'
import { attribute, below, type Element } from './xml-elements.ts'

/** A report with its PDF inside stays below this; the parser holds all of it. */
const LIMIT = 32 * 2 ** 20

type State = { part: ReadingPart; gene: GeneNames; sample: string | null }

function place(element: Element, name: string): Alteration['genomic'] {
  const [chrom = '', range = ''] = attribute(element, name).split(':')
  const pos = positionOf(range.split('-')[0] ?? '')
  return pos === null || chrom === '' ? null : { chrom: chromosome(chrom), pos, ref: '', alt: '' }
}

const remarks = (element: Element) => [`status ${attribute(element, 'status') || 'not stated'}`, ...(attribute(element, 'equivocal') === 'true' ? ['equivocal'] : [])].join(', ')

/** `cds-effect` lacks its `c.`, `protein-effect` its `p.`; splice changes stand as `splice site 376-1G>A` in place of a protein change. */
function shortVariant(state: State, of: Element): Alteration | string {
  const reported = attribute(of, 'gene')
  if (reported === '') return 'no_gene_annotation'
  const [cds, effect, functional] = [attribute(of, 'cds-effect'), attribute(of, 'protein-effect'), attribute(of, 'functional-effect')]
  const isSplice = functional === 'splice' || effect.startsWith('splice site')
  const isPromoter = functional === 'promoter' || effect.startsWith('promoter')
  const percent = numberIn(attribute(of, 'percent-reads'))
  return alterationOf({
    gene: state.gene(reported, 0), kind: isSplice ? 'splice' : /^[-*0-9+_]+[ACGT]>[ACGT]$/.test(cds) ? 'snv' : 'indel',
    hgvsp: isSplice || isPromoter || effect === '' ? null : proteinText(effect), hgvsc: cds === '' ? null : cds.startsWith('c.') ? cds : `c.${cds}`, transcript: attribute(of, 'transcript') || null,
    consequence: { missense: 'missense_variant', nonsense: 'stop_gained', frameshift: 'frameshift_variant', nonframeshift: 'protein_altering_variant', promoter: 'upstream_gene_variant' }[functional] ?? null,
    genomic: place(of, 'position'), vaf: fraction(numberIn(attribute(of, 'allele-fraction')) ?? (percent === null ? null : percent / 100)), depth: count(numberIn(attribute(of, 'depth'))),
    sample: state.sample, asReported: `${reported} ${effect} ${cds} (${remarks(of)})`.slice(0, 400),
  })
}

function copyNumber(state: State, of: Element): Alteration | string {
  const reported = attribute(of, 'gene')
  const copies = numberIn(attribute(of, 'copy-number'))
  const type = attribute(of, 'type').toLowerCase()
  const kind: AlterationKind | null = type === 'amplification' ? 'amplification' : type === 'loss' ? (copies === 0 ? 'deletion' : 'loss') : type.includes('partial') ? 'loss' : type === 'gain' ? 'gain' : null
  if (reported === '') return 'no_gene_annotation'
  if (kind === null) return 'kind_of_change_unknown'
  if (attribute(of, 'equivocal') === 'true') note(state.part, 'warning', 'equivocal_call', `The laboratory calls the ${type} of ${reported} equivocal. Decide whether it counts.`)
  return alterationOf({ gene: state.gene(reported, 0), kind, copyNumber: copies, genomic: place(of, 'position'), sample: state.sample, asReported: `${reported} ${type}, ${attribute(of, 'copy-number')} copies, exons ${attribute(of, 'number-of-exons')} (${remarks(of)})`.slice(0, 400) })
}

/** The order of the two genes is not 5' to 3' in this report; a rearrangement without a second gene is no fusion. */
function rearrangement(state: State, of: Element): Alteration | string {
  const [target, other] = [attribute(of, 'targeted-gene') || attribute(of, 'target-gene'), attribute(of, 'other-gene')]
  if (target === '' || target === 'N/A') return 'no_gene_annotation'
  const partner = other === '' || other === 'N/A' || other === target ? null : state.gene(other, 0)
  const type = attribute(of, 'type') || attribute(of, 'description')
  return alterationOf({ gene: state.gene(target, 0), partner, kind: partner === null || type === 'truncation' ? 'rearrangement' : 'fusion', genomic: place(of, 'pos1'), altReads: count(numberIn(attribute(of, 'supporting-read-pairs'))), sample: state.sample, asReported: `${target} / ${other || 'N/A'} ${type} (${remarks(of)})`.slice(0, 400) })
}

function biomarkers(report: Element): Biomarker[] {
  const found: Biomarker[] = []
  for (const of of below(report, 'microsatellite-instability')) {
    const status = attribute(of, 'status')
    const call = status === 'MSI-H' ? 'high' : status === 'MSS' || status === 'MSI-L' ? 'low' : status.toLowerCase() === 'ambiguous' ? 'intermediate' : null
    found.push({ name: 'MSI', value: call === null ? null : status, unit: null, cutoff: null, status: call === null ? 'no_call' : 'measured', call, asReported: `microsatellite-instability ${status}` })
  }
  for (const of of below(report, 'tumor-mutation-burden')) {
    const score = numberIn(attribute(of, 'score'))
    const status = attribute(of, 'status').toLowerCase()
    found.push({ name: 'TMB', value: score, unit: 'mutations/Mb', cutoff: null, status: score === null ? 'no_call' : 'measured', call: score === null ? null : status === 'high' ? 'high' : status === 'intermediate' ? 'intermediate' : status === 'low' ? 'low' : null, asReported: `tumor-mutation-burden ${attribute(of, 'score')} ${attribute(of, 'status')}` })
  }
  return found
}

/** The validator lets pass what the parser then throws at (`<?` without an end): to a person both are a broken file. */
function parsedXml(whole: string): unknown {
  try {
    return new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: false, parseAttributeValue: false, parseTagValue: false, removeNSPrefix: true }).parse(whole)
  } catch (error) {
    return refuse('xml_broken', `The XML is broken: ${error instanceof Error ? error.message.slice(0, 120) : 'it does not end'}. Export the report again.`)
  }
}

/** Reads the XML of a Foundation Medicine report: short variants, copy numbers, rearrangements, MSI and TMB. The laboratory's status (`unknown` is a VUS) stays in words. */
export async function readFoundationXml(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'foundation-xml')
  const whole = await text.whole(LIMIT)
  if (/<!(DOCTYPE|ENTITY)/i.test(whole)) refuse('xml_with_definitions', 'This XML defines entities of its own, as no laboratory report does. It was not read.')
  const fault = xmlFault(whole)
  if (fault) refuse('xml_broken', fault.message, { line: fault.line })
  const parsed = parsedXml(whole)
  const report = below(parsed, 'variant-report')[0]
  if (!report) refuse('report_without_variants', 'This Foundation report holds no variant section (variant-report). Ask for the full XML of the report.')
  const state: State = { part, gene: geneNames(part, context), sample: attribute(report, 'specimen') || attribute(below(report, 'sample')[0] ?? {}, 'name') || null }
  const kinds = [['short-variant', shortVariant], ['copy-number-alteration', copyNumber], ['rearrangement', rearrangement]] as const
  for (const [element, read] of kinds) {
    for (const of of below(report, element)) {
      part.records++
      const finding = read(state, of)
      if (typeof finding === 'string') { list(part, finding); continue }
      part.alterations.push(finding)
      part.read++
    }
  }
  const quality = attribute(below(report, 'quality-control')[0] ?? {}, 'status')
  if (quality !== '' && quality.toLowerCase() !== 'pass' && quality.toLowerCase() !== 'passed') note(part, 'warning', 'quality_control_not_passed', `The laboratory's quality control reads "${quality.slice(0, 30)}": the sample did not reach its minimum performance. What was not found may have been missed.`)
  part.samples = state.sample === null ? [] : [state.sample]
  part.tumourSamples = part.samples
  part.tumourSampleRule = 'only_sample'
  part.biomarkers = biomarkers(report)
  statedFacts(part, context, parsed, report)
  therapyLines(part, context, parsed, state.gene)
  // Foundation Medicine sequences the tumour without a matched normal (FoundationOne technical information).
  part.tumourOnly = true
  part.genomeBuild = 'GRCh37'
  note(part, 'warning', 'genome_build_by_format', 'The report does not state its genome build; Foundation Medicine reports of this form follow GRCh37 (hg19). Check it where positions matter.')
  return part
}
