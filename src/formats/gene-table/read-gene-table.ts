import type { Alteration } from '#src/domain/alteration.ts'
import type { ColumnMeaning } from '#src/domain/column-mapping.ts'
import { mappingFor } from '#src/domain/given-mapping.ts'
import type { GivenMapping } from '#src/domain/given-mapping.ts'
import type { OpenText } from '../bytes/text.ts'
import { geneNames } from '../names/gene-names.ts'
import type { GeneNames } from '../names/gene-names.ts'
import { textKeeper } from '../keep-text.ts'
import type { TextKeeper } from '../keep-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import { refuse } from '../reading-refusal.ts'
import type { ReadContext } from '../record-file.ts'
import { cellsOf } from '../table.ts'
import { meaningsByName, saysFindings } from './column-words.ts'
import { columnsOfTable, GUESS_ROWS, headerFingerprint, shownColumns } from './columns-of-table.ts'
import type { TableColumns } from './columns-of-table.ts'
import { meaningsOfRow } from './guess-meaning.ts'
import { findingOf } from './row-finding.ts'
import type { TableRow } from './row-finding.ts'
import { linesOf, tableHeader } from './table-header.ts'
import type { TableHeader } from './table-header.ts'

type State = {
  part: ReadingPart; context: ReadContext; header: TableHeader; columns: TableColumns; given: GivenMapping | null; fingerprint: string | null; isUnderstood: boolean
  gene: GeneNames; keep: TextKeeper; samples: Set<string>; firstRows: string[][]; above: number
  /** Fractions without a percent sign, in a column whose head does not say which they are: above 1 and not above 1. */
  large: number; small: { alteration: Alteration; line: number }[]
}

/**
 * A laboratory's own table of genes and changes, read by the names of its columns or by what a person said of them. A record is a row; every row is a
 * finding or counted. Where the columns are not understood no row is read, and `tables` says what was seen, so that somebody can say what they mean.
 */
export async function readGeneTable(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'gene-table')
  const header = tableHeader(text.head) ?? refuse('table_without_header', 'The file has no line with column names.')
  const state = begin(part, context, header, text.head)
  await text.lines((line, number) => {
    if (number <= header.line) { if (line.trim() !== '' && number < header.line && !line.startsWith('#')) state.above++; return }
    if (line.trim() === '' || (line.startsWith('#') && state.part.records === 0)) return
    readRow(state, line, number)
  })
  finish(state)
  return part
}

function begin(part: ReadingPart, context: ReadContext, header: TableHeader, head: string): State {
  const fingerprint = header.line === 0 ? null : headerFingerprint(header.names)
  const given = mappingFor(context.mappings, part.file, fingerprint)
  const firstRow = linesOf(head).find((line) => line.trim() !== '' && !line.startsWith('#')) ?? ''
  const known = header.line === 0 ? meaningsOfRow(cellsOf(firstRow, header.delimiter), context) : meaningsByName(header.names)
  const columns = columnsOfTable(header.names, known, header.line === 0 ? 'values' : 'name', given)
  const isUnderstood = saysFindings(columns.at.keys())
  const state: State = {
    part, context, header, columns, given, fingerprint, isUnderstood, gene: geneNames(part, context), keep: textKeeper(), samples: new Set(), firstRows: [], above: 0, large: 0, small: [],
  }
  sayColumns(state)
  return state
}

const meaningWords: Partial<Record<ColumnMeaning, string>> = { vaf: 'allele fraction', vaf_percent: 'allele fraction in percent', alt_reads: 'reads of the change', kept: 'kept by the caller', call: 'copy-number call' }
const quoted = (names: readonly string[]) => names.slice(0, 8).map((name) => `"${name.slice(0, 30)}"`).join(', ') + (names.length > 8 ? ' …' : '')

function sayColumns({ part, columns, given, header, isUnderstood }: State): void {
  const where = { line: header.line === 0 ? null : header.line }
  for (const name of columns.unknown) note(part, 'error', 'mapping_column_missing', `The mapping names the column "${name.slice(0, 40)}", which this table does not have. Its columns are: ${quoted(columns.names)}.`, where)
  if (!isUnderstood) {
    note(part, 'error', 'columns_not_understood', `The columns of this table are not known, so no row was read: a column of genes and one that says the change are needed. It has: ${quoted(columns.names)}. Say what the columns mean, or enter the findings by hand.`, where)
    return
  }
  const read = [...columns.at].filter(([meaning]) => meaning !== 'ignored').map(([meaning, at]) => `${meaningWords[meaning] ?? meaning} from "${columns.names[at]?.slice(0, 30)}"`).join(', ')
  if (given) note(part, 'warning', 'columns_by_mapping', `This table was read with ${given.source}: ${read}. Compare the findings with the report.`, where)
  else note(part, 'warning', 'columns_by_name', `This table has a layout of its own. It was read so: ${read}. Compare the findings with the report.`, where)
}

function readRow(state: State, line: string, number: number): void {
  const { part, context, columns, header } = state
  part.records++
  if (part.records > context.limits.records) refuse('too_many_records', `The file holds more than ${context.limits.records} records.`, { line: number })
  const cells = cellsOf(line, header.delimiter)
  if (state.firstRows.length < GUESS_ROWS) state.firstRows.push(cells.map(state.keep))
  if (!state.isUnderstood) return list(part, 'columns_not_understood')
  if (header.delimiter !== '\t' && line.split('"').length % 2 === 0) {
    note(part, 'error', 'quote_not_closed', `Line ${number}: a cell opens with a quotation mark and does not close on the same line. The row was not read; take line breaks out of the cells and export again.`, { line: number })
    return list(part, 'unreadable_line')
  }
  if (cells.length > columns.names.length && cells.slice(columns.names.length).some((cell) => cell.trim() !== '')) {
    note(part, 'error', 'column_count', `Line ${number}: the row has ${cells.length} cells, the header has ${columns.names.length}. The row was not read, since its values may stand under the wrong names${header.delimiter === ',' ? ' (a decimal comma in a table divided by commas?)' : ''}.`, { line: number })
    return list(part, 'unreadable_line')
  }
  const row: TableRow = { number, line, get: (meaning) => { const at = columns.at.get(meaning); return at === undefined ? '' : cells[at]?.trim() ?? '' } }
  const sample = row.get('sample')
  if (sample !== '') state.samples.add(state.samples.has(sample) ? sample : state.keep(sample))
  if (context.sample && sample !== '' && sample !== context.sample) return list(part, 'another_sample')
  const finding = findingOf(row, state.gene, context)
  if (typeof finding === 'string') {
    if (finding === 'kind_of_change_unknown') note(part, 'warning', 'change_unclear', `Line ${number}: no change can be told from "${line.slice(0, 60)}". The row was counted, not read.`, { line: number })
    return list(part, finding)
  }
  if (part.alterations.length >= context.limits.alterations) {
    note(part, 'error', 'too_many_alterations', `More than ${context.limits.alterations} findings: from line ${number} on they are counted only. Choose samples or genes.`, { line: number })
    return list(part, 'over_the_limit')
  }
  rememberScale(state, row, finding)
  part.alterations.push(finding)
  part.read++
}

function rememberScale(state: State, row: TableRow, alteration: Alteration): void {
  const said = row.get('vaf')
  const value = Number(said.replace(',', '.'))
  if (said === '' || said.includes('%') || !Number.isFinite(value) || value === 0) return
  if (value > 1) state.large++
  else state.small.push({ alteration, line: row.number })
}

/** 35 and 0.8 in one column: 35 is a percentage, and 0.8 may be 0.8 % or 80 %. It is asked, not guessed. */
function finishScale({ part, columns, large, small }: State): void {
  if (large === 0) return
  const name = columns.names[columns.at.get('vaf') ?? -1] ?? ''
  for (const { alteration, line } of small) {
    alteration.vaf = null
    note(part, 'warning', 'vaf_scale_unclear', `Line ${line}: the column "${name.slice(0, 30)}" holds percentages above 1, so it cannot be told whether this value is a fraction or a percentage. It was left out; say that the column is in percent, or correct the value.`, { line, column: name })
  }
}

function finish(state: State): void {
  const { part, columns, samples } = state
  finishScale(state)
  if (state.above > 0 && state.isUnderstood) note(part, 'warning', 'lines_above_the_table', `${state.above} lines stand above the header (line ${state.header.line}) and were not read as findings.`)
  if (!state.isUnderstood) { part.refused = true; part.format = 'unknown' }
  part.samples = [...samples]
  part.tumourSamples = part.samples
  part.tumourSampleRule = samples.size > 0 ? 'sample_column' : ''
  part.tables.push({ file: part.file, fingerprint: state.fingerprint, columns: shownColumns(columns, state.firstRows, state.context), rows: part.records, understood: state.isUnderstood })
}
