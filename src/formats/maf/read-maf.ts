import type { Alteration, Origin } from '#src/domain/alteration.ts'
import { parseProteinChange } from '#src/domain/protein-change.ts'
import type { OpenText } from '../bytes/text.ts'
import { alterationOf, count, fraction, numberIn, positionOf } from '../names/alteration-of.ts'
import { chromosome } from '../names/chromosome.ts'
import { geneNames } from '../names/gene-names.ts'
import type { GeneNames } from '../names/gene-names.ts'
import { buildOfName } from '../names/genome-build.ts'
import { textKeeper } from '../keep-text.ts'
import type { TextKeeper } from '../keep-text.ts'
import { codingText, proteinText } from '../names/protein-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import { refuse } from '../reading-refusal.ts'
import type { ReadContext } from '../record-file.ts'
import { cellsOf, delimiterOf } from '../table.ts'
import { tertPromoterChange, tertPromoterOffset } from '../names/tert-promoter.ts'
import { mostSevere } from '../vcf/consequence.ts'
import { checkPlace } from './check-place.ts'
import { checkClassification, valueChecks } from './check-values.ts'
import type { ValueChecks } from './check-values.ts'
import { meaningOf, variantTypes } from './classification.ts'
import { mafColumns } from './columns.ts'
import type { MafColumns, MafField } from './columns.ts'

type State = {
  part: ReadingPart; context: ReadContext; columns: MafColumns | null; delimiter: string; gene: GeneNames; keep: TextKeeper
  samples: Set<string>; builds: Map<string, number>; shifted: number; sampleColumn: boolean; checks: ValueChecks
}

type Row = { get: (field: MafField) => string; number: number }

/**
 * Reads a MAF (mutation annotation format) and its cousins. Silent, intronic and intergenic rows are counted, TERT's promoter is kept.
 * A header that does not fit its data is said, and none of the rows in question becomes a finding. records = read + listed.
 */
export async function readMaf(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'maf')
  const state: State = { part, context, columns: null, delimiter: '\t', gene: geneNames(part, context), keep: textKeeper(), samples: new Set(), builds: new Map(), shifted: 0, sampleColumn: false, checks: () => undefined }
  await text.lines((line, number) => {
    if (line.trim() === '' || (state.columns === null && line.startsWith('#'))) return
    if (state.columns === null) return readColumns(state, line, number)
    part.records++
    if (part.records > context.limits.records) refuse('too_many_records', `The file holds more than ${context.limits.records} records.`, { line: number })
    const outcome = readRow(state, line, number)
    if (typeof outcome === 'string') list(part, outcome)
    else if (part.alterations.length < context.limits.alterations) { part.alterations.push(outcome); part.read++ }
    else {
      note(part, 'error', 'too_many_alterations', `More than ${context.limits.alterations} findings: from line ${number} on they are counted only. Choose samples or genes.`, { line: number })
      list(part, 'over_the_limit')
    }
  })
  if (state.columns === null) refuse('table_without_header', 'The file has no header line, so nobody can say which column is which. Ask the laboratory for the complete file.')
  finish(state)
  return part
}

function readColumns(state: State, line: string, number: number): void {
  state.delimiter = delimiterOf(line)
  const columns = mafColumns(cellsOf(line, state.delimiter))
  const missing = (['gene', 'classification'] as const).filter((field) => columns.at[field] === undefined)
  if (columns.at.gene === undefined || (missing.length > 0 && columns.at.proteinShort === undefined && columns.at.protein === undefined)) {
    refuse('column_missing', `Line ${number}: the columns ${missing.map((field) => (field === 'gene' ? 'Hugo_Symbol' : 'Variant_Classification')).join(' and ')} are missing. A MAF names gene and kind of change in every row.`, { line: number })
  }
  const twice = columns.names.find((name, at) => name !== '' && columns.names.indexOf(name) !== at)
  if (twice !== undefined) note(state.part, 'warning', 'column_twice', `Line ${number}: the column ${twice.slice(0, 40)} stands twice; the first one was read.`, { line: number, column: twice.slice(0, 40) })
  state.columns = columns
  state.checks = valueChecks(state.part, columns.names, number)
  state.sampleColumn = columns.at.sample !== undefined
  if (columns.at.proteinShort === undefined && columns.at.protein === undefined) note(state.part, 'warning', 'column_missing', 'The file has no column of protein changes (HGVSp_Short). Positions and genes were read; protein changes must be added before evidence can be matched.', { line: number, column: 'HGVSp_Short' })
}

function finish(state: State): void {
  const { part } = state
  part.samples = [...state.samples]
  part.tumourSamples = [...state.samples]
  part.tumourSampleRule = state.sampleColumn ? 'sample_column' : 'no_sample_column'
  const builds = [...state.builds.keys()].map(buildOfName)
  const first = builds[0] ?? 'unknown'
  part.genomeBuild = builds.every((build) => build === first) ? first : 'unknown'
  if (builds.length > 1 && part.genomeBuild === 'unknown') note(part, 'error', 'genome_build_contradicts', `The rows follow different genome builds (${[...state.builds.keys()].slice(0, 4).join(', ')}). Split the file by build.`, { column: 'NCBI_Build' })
  else if (part.genomeBuild === 'unknown' && part.records > 0) note(part, 'warning', 'genome_build_unknown', 'The file does not say which genome build its positions follow. State it at intake (GRCh37 or GRCh38); protein changes can be read without it.', { column: 'NCBI_Build' })
  if (state.shifted > 0 && state.shifted * 2 >= part.records) {
    note(part, 'error', 'columns_shifted', `The header does not fit the data: in ${state.shifted} of ${part.records} rows the values stand under the wrong names (a variant type under Variant_Classification, an identifier under Tumor_Seq_Allele2). None of these rows was read. Ask for a repaired file.`, { column: 'Variant_Classification' })
  }
}

const isAllele = (text: string) => { for (let at = 0; at < text.length; at++) if (!'ACGTNacgtn-'.includes(text.charAt(at))) return false; return true }

function readRow(state: State, line: string, number: number): Alteration | string {
  const { part, columns, context } = state
  if (columns === null) return 'unreadable_line'
  const cells = cellsOf(line, state.delimiter)
  if (cells.length > columns.width && cells.slice(columns.width).some((cell) => cell.trim() !== '')) {
    note(part, 'error', 'column_count', `Line ${number}: the row has ${cells.length} columns, the header has ${columns.width}. The row was not read, since its values may stand under the wrong names.`, { line: number })
    return 'unreadable_line'
  }
  const needed = Math.max(columns.at.gene ?? 0, columns.at.classification ?? 0)
  if (cells.length <= needed) {
    note(part, 'error', 'column_count', `Line ${number}: the row has ${cells.length} columns, the header has ${columns.width}. The row was not read; the file may be cut or edited.`, { line: number })
    return 'unreadable_line'
  }
  const row: Row = { number, get: (field) => { const at = columns.at[field]; return at === undefined ? '' : cells[at]?.trim() ?? '' } }
  const sample = row.get('sample')
  if (sample !== '') state.samples.add(state.samples.has(sample) ? sample : state.keep(sample))
  if (state.sampleColumn && sample === '') note(part, 'warning', 'sample_missing', `Line ${number}: the row names no sample.`, { line: number, column: 'Tumor_Sample_Barcode' })
  if (context.sample && sample !== context.sample && state.sampleColumn) return 'another_sample'
  const build = row.get('build')
  if (build !== '' && build !== '.' && build !== 'NA') state.builds.set(build, (state.builds.get(build) ?? 0) + 1)
  const fault = faultOf(state, row)
  if (fault !== null) return fault
  state.checks(cells, number)
  const absent = statedAbsent(row)
  return absent ?? findingOf(state, row)
}

/** Rows that cannot be trusted: shifted columns, no gene, alleles that are none. */
function faultOf(state: State, row: Row): string | null {
  const { part } = state
  const classification = row.get('classification')
  const alleles = [row.get('ref'), row.get('alt'), row.get('allele1')]
  const odd = alleles.find((allele) => allele !== '' && allele !== '.' && allele !== 'NA' && !isAllele(allele))
  if (variantTypes.has(classification) || (odd !== undefined && /^(rs|ss|COSM|COSV)[0-9]+/.test(odd)) || odd === 'novel') {
    state.shifted++
    note(part, 'error', 'row_shifted', `Line ${row.number}: the values do not fit the header ("${classification.slice(0, 20)}" as classification, "${(odd ?? '').slice(0, 20)}" as allele). The row was not read.`, { line: row.number, column: odd === undefined ? 'Variant_Classification' : 'Tumor_Seq_Allele2' })
    return 'unreadable_line'
  }
  if (odd !== undefined) {
    note(part, 'error', 'allele_invalid', `Line ${row.number}: "${odd.slice(0, 20)}" is no allele. The row was not read; ask the laboratory for a corrected file.`, { line: row.number, column: 'Tumor_Seq_Allele2' })
    return 'unreadable_line'
  }
  const start = row.get('start')
  if (start !== '' && start !== '.' && start !== 'NA' && positionOf(start) === null) {
    note(part, 'error', 'position_not_a_number', `Line ${row.number}: the position "${start.slice(0, 20)}" is not a whole number. The row was not read.`, { line: row.number, column: 'Start_Position' })
    return 'unreadable_line'
  }
  const gene = row.get('gene')
  return gene === '' || gene === '.' || gene === 'Unknown' ? 'no_gene_annotation' : null
}

/** What the laboratory itself says is no mutation of this tumour: the reference (`None`, `Wildtype`), or a call that validation refuted. */
function statedAbsent(row: Row): string | null {
  const status = row.get('status').toLowerCase()
  if (status === 'none' || status === 'wildtype') return 'stated_absent'
  return row.get('validation').toLowerCase() === 'invalid' ? 'failed_by_the_caller' : null
}

/** MAF rule for two allele columns that disagree: the one that is bases and differs from the reference. */
function changedAllele(row: Row): string {
  const ref = row.get('ref').toUpperCase()
  for (const field of ['alt', 'allele1'] as const) {
    const allele = row.get(field).toUpperCase()
    if (allele !== '' && allele !== '.' && allele !== ref) return allele
  }
  return ''
}

const statusOrigin = (status: string): Origin => { const word = status.toUpperCase(); return word.startsWith('SOMATIC') ? 'somatic' : word.startsWith('GERMLINE') ? 'germline' : 'unknown' }

function readsOf(row: Row): Pick<Alteration, 'vaf' | 'depth' | 'altReads'> {
  const alt = count(numberIn(row.get('altReads')))
  const ref = count(numberIn(row.get('refReads')))
  const depth = count(numberIn(row.get('depth'))) ?? (alt === null || ref === null ? null : alt + ref)
  const stated = numberIn(row.get('vaf').replace('%', ''))
  const percent = numberIn(row.get('vafPercent'))
  const vaf = percent !== null ? fraction(percent / 100) : stated !== null ? fraction(stated > 1 || row.get('vaf').endsWith('%') ? stated / 100 : stated) : alt !== null && depth !== null && depth > 0 ? fraction(alt / depth) : null
  return { vaf, depth, altReads: alt }
}

function findingOf(state: State, row: Row): Alteration | string {
  const { part, keep } = state
  const classification = row.get('classification')
  const reportedGene = row.get('gene')
  const meaning = meaningOf(classification)
  checkClassification(part, classification, row.number)
  const protein = proteinText(row.get('proteinShort')) ?? proteinText(row.get('protein'))
  const chrom = chromosome(row.get('chrom'))
  const pos = positionOf(row.get('start'))
  const ref = row.get('ref').toUpperCase()
  const alt = changedAllele(row)
  const build = buildOfName(row.get('build'))
  const isTert = reportedGene === 'TERT' && (meaning?.consequence === 'upstream_gene_variant' || (meaning?.consequence === '5_prime_UTR_variant' && pos !== null && tertPromoterOffset(build, chrom, pos) !== null))
  if (meaning?.listed && !isTert) return meaning.listed
  checkPlace(part, { number: row.number, chrom, start: pos, end: row.get('end'), ref, allele1: row.get('allele1').toUpperCase(), alt: row.get('alt').toUpperCase(), type: row.get('type').toUpperCase() })
  if (protein !== null && parseProteinChange(protein) === null) note(part, 'warning', 'protein_change_unclear', `Line ${row.number}: "${protein.slice(0, 30)}" is not written as HGVS has it. It was kept as written, and no evidence will match it.`, { line: row.number, column: 'HGVSp_Short' })
  if (meaning === null && protein === null && row.get('coding') === '') { note(part, 'warning', 'classification_unknown', `Line ${row.number}: "${classification.slice(0, 30)}" is no known kind of change and the row names no protein change. It is counted, not read.`, { line: row.number, column: 'Variant_Classification' }); return 'kind_of_change_unknown' }
  if (meaning === null && classification !== '') note(part, 'warning', 'classification_unknown', `Line ${row.number}: "${classification.slice(0, 30)}" is no known kind of change; the row was read by its protein change.`, { line: row.number, column: 'Variant_Classification' })
  const coding = codingText(row.get('coding'))
  const terms = row.get('consequence').replaceAll(',', '&')
  const consequence = terms === '' ? meaning?.consequence ?? null : mostSevere(terms).term
  const isSmall = ['SNP', 'DNP', 'TNP', 'ONP', 'SNV', 'MNV'].includes(row.get('type')) || (alt !== '' && alt !== '-' && alt.length === ref.length && ref !== '-')
  const promoterChange = isTert && pos !== null ? tertPromoterChange(build, chrom, pos, ref, alt) : null
  const place = /^[0-9]+/.exec(row.get('exon'))
  const whole = [reportedGene, row.get('proteinShort') || row.get('protein'), coding.hgvsc ?? '', classification, pos === null ? '' : `${row.get('chrom')}:${pos} ${ref}>${alt}`]
  return alterationOf({
    ...readsOf(row), gene: state.gene(reportedGene, row.number),
    kind: meaning?.kind ?? (isSmall || (meaning?.consequence === 'missense_variant' && row.get('type') === '') ? 'snv' : alt === '' && row.get('type') === '' && protein !== null && !/del|ins|dup|fs/.test(protein) ? 'snv' : 'indel'),
    hgvsp: protein === null ? null : keep(protein), hgvsc: promoterChange ?? (coding.hgvsc === null ? null : keep(coding.hgvsc)), transcript: keep(row.get('transcript') || coding.transcript || '') || null,
    exon: count(numberIn(place?.[0])), consequence: consequence === null ? null : keep(consequence),
    genomic: pos === null || chrom === '' || alt === '' || ref === '' ? null : { chrom: keep(chrom), pos, ref: keep(ref), alt: keep(alt) },
    populationAf: fraction(numberIn(row.get('populationAf'))), origin: statusOrigin(row.get('status')), filter: row.get('filter') === '' ? null : keep(row.get('filter')),
    partner: null, sample: row.get('sample') === '' ? null : keep(row.get('sample')), asReported: keep(whole.filter((text) => text !== '' && text !== '.').join(' ').slice(0, 400)),
  })
}
