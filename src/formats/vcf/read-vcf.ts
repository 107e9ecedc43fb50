import type { OpenText } from '../bytes/text.ts'
import { byteTable } from '../bytes/byte-table.ts'
import type { TextLine } from '../bytes/text-lines.ts'
import { geneNames } from '../names/gene-names.ts'
import { textKeeper } from '../keep-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note, startPart } from '../reading-part.ts'
import { refuse } from '../reading-refusal.ts'
import type { ReadContext } from '../record-file.ts'
import { annotationReader } from './annotation.ts'
import { recordChecks } from './check-record.ts'
import { entriesOf } from './choose-transcript.ts'
import { buildOfHeader, emptyHeader, readMetaLine, versionOf } from './header.ts'
import { infoFields } from './info-fields.ts'
import { readRecord } from './read-record.ts'
import type { ReadingState } from './reading-state.ts'
import { sayHeader } from './say-header.ts'
import { emptyLine, formatPlaces } from './scan-line.ts'
import { joinBreakends } from './structural.ts'
import { chooseTumour } from './tumour-sample.ts'
import { noUnseenAlleles, settleUnseen } from './unseen-alleles.ts'

const EXPECTED = ['#CHROM', 'POS', 'ID', 'REF', 'ALT', 'QUAL', 'FILTER', 'INFO']
const HASH = 35
const SPACE = 32

/**
 * Reads a VCF 4.x: annotated by VEP or SnpEff, or plain. Alterations are alleles that touch coding sequence, splice sites or the TERT promoter;
 * every other record is counted under a reason. A plain file gives places without genes. records = read + listed.
 */
export async function readVcf(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'vcf')
  const state: ReadingState = {
    part, context, header: emptyHeader(), choice: { tumour: -1, normal: -1, rule: '' }, paired: false, gene: geneNames(part, context), keep: textKeeper(), breakends: [], unseen: noUnseenAlleles(), body: null,
  }
  if (text.encoding !== 'utf-8') note(part, 'warning', 'not_utf8', `Line 1: the file is written as ${text.encoding}; a VCF is UTF-8. It was read as ${text.encoding}; compare names and words with the laboratory's report.`, { line: 1, column: 'fileformat' })
  let headerSize = 0
  await text.byteLines((line) => {
    const first = line.bytes[line.from] ?? 0
    if (line.to > line.from && first === HASH) {
      if (state.body) { if (line.to > line.from + 1) note(part, 'warning', 'header_after_records', `Line ${line.number}: a header line stands among the records and was passed over.`, { line: line.number }); return }
      headerSize += line.to - line.from
      if (headerSize > context.limits.headerCharacters) refuse('header_too_long', 'The header of this VCF is longer than 16 MB. It is not the header of a variant file; ask the laboratory for the file as its program wrote it.', { line: line.number })
      const header = line.text(line.from, line.to)
      if (header.startsWith('##')) readMetaLine(state.header, header, line.number, part)
      else readColumns(state, header, line)
    } else if (line.to > line.from && (first > SPACE || line.text(line.from, line.to).trim() !== '')) readRecordLine(state, line)
    else if (state.body && line.to > line.from) note(part, 'warning', 'blank_line', `Line ${line.number} is blank and was passed over.`, { line: line.number })
  })
  if (!state.body) refuse('vcf_without_header', 'This VCF has no line beginning with #CHROM, so nobody can say which column is which. Ask the laboratory for the complete file.')
  settleUnseen(part, state.unseen, state.choice)
  const absorbed = joinBreakends(state.breakends)
  if (absorbed.size > 0) part.alterations = part.alterations.filter((alteration) => !absorbed.has(alteration))
  if (!state.header.annotation && part.read > 0 && part.alterations.every((alteration) => alteration.gene === '')) {
    note(part, 'warning', 'no_gene_annotation', `None of the ${part.records} records names a gene or a protein change: the file was not annotated. Its positions are kept, but nothing can be concluded from them. Annotate the file with VEP or SnpEff, or enter the findings by hand.`)
  }
  return part
}

function readRecordLine(state: ReadingState, line: TextLine): void {
  readRecord(state, line)
  if (!line.isEnded && versionOf(state.header) >= 43) note(state.part, 'warning', 'no_line_end', `Line ${line.number}: the last line of the file has no line end. It was read; the file may have been cut, so compare the number of records with the laboratory's.`, { line: line.number, column: columnOfEnd(state) })
}

const columnOfEnd = (state: ReadingState) => state.header.columns.at(-1) ?? 'INFO'

function readColumns(state: ReadingState, text: string, line: TextLine): void {
  const { part, header, context } = state
  const { number } = line
  const columns = text.split('\t')
  const wrong = EXPECTED.findIndex((name, at) => columns[at]?.trim() !== name)
  if (wrong >= 0) refuse('vcf_header_columns', `Line ${number}: column ${wrong + 1} of the #CHROM line should be ${EXPECTED[wrong]} but reads "${(columns[wrong] ?? '').slice(0, 30)}". The columns must be separated by tabs and stand in the order of the VCF standard.`, { line: number, column: EXPECTED[wrong] ?? '' })
  if (columns.length === 9) note(part, 'warning', 'format_without_samples', `Line ${number}: the header names FORMAT but no sample. The records were read without reads of a sample; ask the laboratory for the sample columns.`, { line: number, column: 'FORMAT' })
  else if (columns.length > 9 && columns[8]?.trim() !== 'FORMAT') note(part, 'warning', 'format_without_samples', `Line ${number}: column 9 should be FORMAT but reads "${(columns[8] ?? '').slice(0, 30)}". It was read as FORMAT; compare allele fractions with the laboratory's report.`, { line: number, column: 'FORMAT' })
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
  const info = infoFields(header.info, versionOf(header))
  const reader = header.annotation ? annotationReader(header.annotation) : null
  const annotation = reader && { ...reader, entries: entriesOf(reader, () => line) }
  state.body = { line: emptyLine(line), info, annotation, checks: recordChecks(part, header, info), filters: byteTable(500, (filter) => filter), formats: byteTable(500, formatPlaces) }
}
