import type { Alteration } from '#src/domain/alteration.ts'
import type { OpenText } from '../bytes/text.ts'
import { alterationOf } from '../alteration-of.ts'
import { chromosome } from '../chromosome.ts'
import { geneNames } from '../gene-names.ts'
import type { GeneNames } from '../gene-names.ts'
import { ownText, textKeeper } from '../keep-text.ts'
import type { TextKeeper } from '../keep-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import { refuse } from '../reading-refusal.ts'
import type { ReadContext } from '../record-file.ts'
import { minimalAllele } from './allele.ts'
import type { Allele } from './allele.ts'
import { effectsOf, nothingOfInterest } from './annotation.ts'
import { checkLine, unreadable } from './check-line.ts'
import { annotatedFinding, geneView, smallKind } from './finding.ts'
import type { Observed } from './finding.ts'
import { buildOfHeader, emptyHeader, readMetaLine } from './header.ts'
import type { VcfHeader } from './header.ts'
import { originOf } from './origin.ts'
import { genotypeHas, readSupport } from './read-support.ts'
import { infoValue, noFields, sampleFields, scanLine } from './scan-line.ts'
import type { SampleFields, VcfLine } from './scan-line.ts'
import { sayHeader } from './say-header.ts'
import { noUnseenAlleles, settleUnseen } from './unseen-alleles.ts'
import type { UnseenAlleles } from './unseen-alleles.ts'
import { copiesOf, endOf, joinBreakends, symbolicKind } from './structural.ts'
import type { OpenBreakend } from './structural.ts'
import { chooseTumour } from './tumour-sample.ts'
import type { TumourChoice } from './tumour-sample.ts'

type State = {
  part: ReadingPart; context: ReadContext; header: VcfHeader; choice: TumourChoice; paired: boolean
  gene: GeneNames; keep: TextKeeper; unseen: UnseenAlleles; breakends: OpenBreakend[]; last: string; closed: Set<string>; chrom: string
}

const EXPECTED = ['#CHROM', 'POS', 'ID', 'REF', 'ALT', 'QUAL', 'FILTER', 'INFO']

/**
 * Reads a VCF 4.x: annotated by VEP or SnpEff, or plain. Alterations are alleles that touch coding sequence, splice sites or the TERT promoter;
 * every other record is counted under a reason. A plain file gives places without genes. records = read + listed.
 */
export async function readVcf(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'vcf')
  const state: State = {
    part, context, header: emptyHeader(), choice: { tumour: -1, normal: -1, rule: '' }, paired: false, gene: geneNames(part, context), keep: textKeeper(),
    breakends: [], unseen: noUnseenAlleles(), last: '', closed: new Set(), chrom: '',
  }
  let headerSize = 0
  await text.lines((line, number) => {
    if (line.startsWith('#')) {
      if (state.header.columns.length > 0) { if (line.length > 1) note(part, 'warning', 'header_after_records', `Line ${number}: a header line stands among the records and was passed over.`, { line: number }); return }
      headerSize += line.length
      if (headerSize > context.limits.headerCharacters) refuse('header_too_long', 'The header of this VCF is longer than 16 MB. It is not the header of a variant file.', { line: number })
      if (line.startsWith('##')) readMetaLine(state.header, line, number, part)
      else readColumns(state, line, number)
    } else if (line.trim() !== '') readRecord(state, line, number)
    else if (state.header.columns.length > 0 && line !== '') note(part, 'warning', 'blank_line', `Line ${number} is blank and was passed over.`, { line: number })
  })
  if (state.header.columns.length === 0) refuse('vcf_without_header', 'This VCF has no line beginning with #CHROM, so nobody can say which column is which. Ask the laboratory for the complete file.')
  settleUnseen(part, state.unseen, state.choice)
  const absorbed = joinBreakends(state.breakends)
  if (absorbed.size > 0) part.alterations = part.alterations.filter((alteration) => !absorbed.has(alteration))
  if (!state.header.annotation && part.read > 0 && part.alterations.every((alteration) => alteration.gene === '')) {
    note(part, 'warning', 'no_gene_annotation', `None of the ${part.records} records names a gene or a protein change: the file was not annotated. Its positions are kept, but nothing can be concluded from them. Annotate the file with VEP or SnpEff, or enter the findings by hand.`)
  }
  return part
}

function readColumns(state: State, line: string, number: number): void {
  const { part, header, context } = state
  const columns = line.split('\t')
  const wrong = EXPECTED.findIndex((name, at) => columns[at]?.trim() !== name)
  if (wrong >= 0) refuse('vcf_header_columns', `Line ${number}: column ${wrong + 1} of the #CHROM line should be ${EXPECTED[wrong]} but reads "${(columns[wrong] ?? '').slice(0, 30)}". The columns must be separated by tabs and stand in the order of the VCF standard.`, { line: number, column: EXPECTED[wrong] ?? '' })
  header.columns = columns
  part.samples = columns.slice(9)
  part.genomeBuild = buildOfHeader(header, part)
  state.choice = chooseTumour(header, part.samples, context.sample ?? null)
  const tumour = state.choice.tumour >= 0 ? part.samples[state.choice.tumour] : undefined
  part.tumourSamples = tumour === undefined ? [] : [tumour]
  part.tumourSampleRule = state.choice.rule
  state.paired = tumour !== undefined && header.tumourNames.has(tumour) && header.normalNames.size > 0
  part.tumourOnly = state.choice.normal >= 0 ? false : header.tumourNames.size > 0 && header.normalNames.size === 0 && part.samples.length === 1 ? true : null
  sayHeader(part, header, state.choice, number)
}

function readRecord(state: State, text: string, number: number): void {
  const { part, header, context } = state
  if (header.columns.length === 0) refuse('vcf_without_header', `Line ${number} is a record, but no line beginning with #CHROM came before it, so nobody can say which column is which. Ask the laboratory for the complete file.`, { line: number })
  part.records++
  if (part.records > context.limits.records) refuse('too_many_records', `The file holds more than ${context.limits.records} records. Filter it to the genes or regions of the assay and try again.`, { line: number })
  const line = scanLine(text)
  if ('code' in line) {
    if (line.code === 'too_few_columns') note(part, 'error', 'too_few_columns', `Line ${number}: it has ${line.columns} columns; a VCF record has at least 8, separated by tabs. The line was not read; the file may be cut or edited.`, { line: number })
    else note(part, 'error', 'position_not_a_number', `Line ${number}: the position "${line.token}" is not a whole number. The line was not read; ask the laboratory for a corrected file.`, { line: number, column: 'POS' })
    return list(part, 'unreadable_line')
  }
  checkOrder(state, line, text, number)
  const alts = line.alt.split(',')
  if (unreadable(part, line, alts, number)) return list(part, 'unreadable_line')
  if (number < 20_000 || part.records < 20_000) checkLine(part, header, line, alts, number)
  const before = part.alterations.length
  let reason = 'reference_block'
  const unseen: Alteration[] = []
  const cells = cellsOf(state, line)
  for (const [at, alt] of alts.entries()) {
    const allele = minimalAllele(line.pos, line.ref, alt)
    if (allele.type === 'REFERENCE') continue
    if (allele.type === 'SPANNING') { reason = 'stated_by_another_record'; continue }
    const outcome = readAllele(state, line, alts, at + 1, allele, cells, number)
    if (typeof outcome === 'string') reason = outcome
    else if (outcome.seen) keepFinding(state, outcome.finding, number)
    else if (isSwapped(line, outcome.finding, cells().normal, at + 1)) {
      note(part, 'warning', 'reads_in_the_other_column', `Line ${number}: the record calls a somatic change, but its reads stand in the column of the normal. The change was read, its reads were not; ask the laboratory.`, { line: number })
      keepFinding(state, { ...outcome.finding, vaf: null, depth: null, altReads: null, phase: null }, number)
    } else unseen.push(outcome.finding)
  }
  const isRead = part.alterations.length > before
  if (isRead) { part.read++; if (unseen.length === 0) state.unseen.recordsSeen++ }
  if (unseen.length > 0 && state.unseen.findings.length < context.limits.alterations) {
    state.unseen.findings.push(...unseen)
    if (!isRead) state.unseen.records++
    if (unseen.some((_, at) => genotypeHas(cells().normal?.get('GT'), at + 1) === true)) state.unseen.inNormal++
  } else if (!isRead) list(part, unseen.length > 0 ? 'not_in_the_tumour_sample' : reason)
}

/** A called somatic change whose genotypes are exchanged in this one line: a call must not vanish over a mix-up of columns. */
function isSwapped(line: VcfLine, finding: Alteration, normal: SampleFields | null, allele: number): boolean {
  return line.filter === 'PASS' && infoValue(line.info, 'SOMATIC') !== null && finding.origin === 'somatic' && genotypeHas(normal?.get('GT'), allele) === true
}

function keepFinding(state: State, finding: Alteration, number: number): void {
  const { part, context } = state
  if (part.alterations.length < context.limits.alterations) part.alterations.push(finding)
  else if (part.alterations.length === context.limits.alterations) {
    note(part, 'error', 'too_many_alterations', `More than ${context.limits.alterations} findings: from line ${number} on they are counted only. Filter the file to the genes of the assay.`, { line: number })
  }
}

/** Repeated records and chromosomes that come back are signs of a file put together by hand. */
function checkOrder(state: State, line: VcfLine, text: string, number: number): void {
  const key = `${line.pos} ${line.ref} ${line.alt}`
  if (line.chrom === state.chrom && key === state.last && !line.alt.startsWith('<') && line.alt !== '.') note(state.part, 'warning', 'record_twice', `Line ${number} repeats the change of the line before it.`, { line: number })
  if (line.chrom !== state.chrom) {
    if (state.closed.has(line.chrom)) note(state.part, 'warning', 'chromosomes_not_in_order', `Line ${number}: chromosome ${line.chrom.slice(0, 20)} comes back after another one. Check that no part of the file was pasted in.`, { line: number, column: 'CHROM' })
    state.closed.add(state.keep(state.chrom))
    state.chrom = state.keep(line.chrom)
  }
  state.last = state.keep(key.length < 60 ? key : text.slice(0, 60))
}

type Cells = { tumour: SampleFields | null; normal: SampleFields | null }

/** Cut when first asked for: most records of a genome are counted by their annotation alone. */
function cellsOf(state: State, line: VcfLine): () => Cells {
  let known: Cells | null = null
  const of = (at: number) => { const cell = line.format === '' ? null : line.sample(at); return cell === null ? null : sampleFields(line.format, cell) }
  return () => (known ??= { tumour: of(state.choice.tumour), normal: of(state.choice.normal) })
}

/** Phase of an allele: Mutect2's `PID` with `PGT`, else `PS` with a phased `GT`. The group names haplotype and set, so that equal groups are cis. */
function phaseOf(chrom: string, fields: SampleFields | null, allele: number): string | null {
  const set = fields?.get('PID') ?? fields?.get('PS')
  const genotype = fields?.get('PGT') ?? fields?.get('GT')
  if (set === undefined || set === '.' || genotype === undefined || !genotype.includes('|')) return null
  const haplotype = genotype.split('|').indexOf(fields?.has('PGT') ? '1' : String(allele))
  return haplotype < 0 ? null : `${chromosome(chrom)}:${set}:${haplotype + 1}`
}

function readAllele(state: State, line: VcfLine, alts: readonly string[], number: number, allele: Allele, cells: () => Cells, lineNumber: number): { finding: Alteration; seen: boolean } | string {
  const { part, header, keep } = state
  const alt = alts[number - 1] ?? ''
  const annotation = header.annotation ? infoValue(line.info, header.annotation.field) : null
  const isPlain = !header.annotation || (annotation === null && namedGene(state, line) !== null)
  if (!isPlain && (annotation === null || annotation === '')) return 'no_gene_annotation'
  if (header.annotation && annotation !== null && !isPlain && allele.type !== 'BND') { const reason = nothingOfInterest(header.annotation, annotation); if (reason !== null) return reason }
  const view = header.annotation && annotation !== null && !isPlain ? geneView(effectsOf(header.annotation, annotation, line.ref, alts, number), part.genomeBuild, chromosome(line.chrom), allele) : null
  if (view !== null && 'listed' in view) return view.listed
  const { tumour, normal } = cells()
  const support = readSupport(tumour ?? noFields, line.info, line.ref, alt, number)
  const seen = genotypeHas(tumour?.get('GT'), number) !== false || (support.altReads !== null && support.altReads > 0)
  const observed: Observed = {
    vaf: support.vaf, depth: support.depth, altReads: support.altReads, filter: keep(line.filter), zygosity: 'unknown',
    origin: originOf(line.info, line.filter, tumour, normal, number, state.paired), phase: phaseOf(line.chrom, tumour, number), sample: part.tumourSamples[0] ?? null,
  }
  const reported = `${line.chrom}:${line.pos} ${line.ref.slice(0, 60)}>${alt.slice(0, 60)}`
  if (view === null) return { finding: plainFinding(state, line, allele, alt, reported, observed, tumour, lineNumber), seen }
  // SnpEff names both genes of a fusion: `BCR&ABL1`.
  const [first = '', second] = view.chosen.effect.gene.split('&')
  const wholeGene = ['transcript_ablation', 'transcript_amplification'].some((term) => view.chosen.effect.terms.includes(term))
  const copies = allele.type === 'SYMBOLIC' ? copiesOf(tumour, line.info) : null
  const kind = second !== undefined ? 'fusion' : allele.type === 'SYMBOLIC' ? symbolicKind(alt, line.info, copies, wholeGene) : allele.type === 'BND' ? 'rearrangement' : smallKind(allele, view.chosen.effect.terms)
  const finding = annotatedFinding(view, state.gene(first, lineNumber), kind, line.chrom, allele, reported, observed, keep)
  if (second !== undefined) finding.partner = state.gene(second, lineNumber)
  finding.copyNumber = copies
  if (allele.type === 'BND') openBreakend(state, line, finding)
  return { finding, seen }
}

/** A gene that the caller itself wrote (`GENE=BRCA1`, DRAGEN's `SEGID=MET`), when it is a gene. */
function namedGene(state: State, line: VcfLine): string | null {
  const stated = infoValue(line.info, 'GENE') ?? infoValue(line.info, 'SEGID')
  return stated !== null && stated !== '' && stated !== '.' && !stated.includes(',') && state.context.resolveGene(stated).via !== 'none' ? stated : null
}

/** An allele without annotation: its place is kept, the gene stays empty unless the caller wrote it. */
function plainFinding(state: State, line: VcfLine, allele: Allele, alt: string, reported: string, observed: Observed, tumour: SampleFields | null, lineNumber: number): Alteration {
  const { keep } = state
  const named = namedGene(state, line)
  const copies = allele.type === 'SYMBOLIC' ? copiesOf(tumour, line.info) : null
  const end = allele.type === 'SYMBOLIC' ? endOf(line.pos, line.info) : null
  const finding = alterationOf({
    ...observed, gene: named === null ? '' : state.gene(named, lineNumber), copyNumber: copies,
    kind: allele.type === 'SYMBOLIC' ? symbolicKind(alt, line.info, copies, false) : allele.type === 'BND' ? 'rearrangement' : smallKind(allele, ''),
    genomic: { chrom: keep(chromosome(line.chrom)), pos: allele.pos, ref: ownText(allele.ref), alt: ownText(allele.alt) },
    asReported: ownText(`${reported}${end === null ? '' : ` to ${end}`}${named === null ? '' : ` ${named}`}`),
  })
  if (allele.type === 'BND') openBreakend(state, line, finding)
  return finding
}

function openBreakend(state: State, line: VcfLine, alteration: Alteration): void {
  const mate = infoValue(line.info, 'MATEID') ?? infoValue(line.info, 'MATE_ID')
  if (mate !== null && mate !== '' && line.id !== '.') state.breakends.push({ id: state.keep(line.id), mate: state.keep(mate), alteration })
}
