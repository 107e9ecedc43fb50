import type { OpenText } from '../bytes/text.ts'
import { alterationOf } from '../names/alteration-of.ts'
import { geneNames } from '../names/gene-names.ts'
import { textKeeper } from '../keep-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import { valueChecks } from '../maf/check-values.ts'
import type { ValueChecks } from '../maf/check-values.ts'
import { refuse } from '../reading-refusal.ts'
import type { ReadContext } from '../record-file.ts'
import { cellsOf, columnKey, delimiterOf } from '../table.ts'
import { copyCall } from './copy-call.ts'

/** Columns that stand before the samples in a wide matrix. */
const leading = new Set(['hugo_symbol', 'entrez_gene_id', 'cytoband', 'gene_symbol', 'locus_id', 'gene_id'])
/** Up to so many samples, single-copy changes are findings; in a cohort of whole genomes they are most of the genome and only counted. */
const FEW_SAMPLES = 3

function keep(part: ReadingPart, context: ReadContext, finding: Parameters<typeof alterationOf>[0]): boolean {
  if (part.alterations.length >= context.limits.alterations) {
    note(part, 'error', 'too_many_alterations', `More than ${context.limits.alterations} findings: the rest is counted only. Choose a sample.`)
    return false
  }
  part.alterations.push(alterationOf(finding))
  return true
}

function checkEntrez(part: ReadingPart, id: string, number: number): void {
  if (id !== '' && id !== 'NA' && !/^-?[0-9]{1,10}$/.test(id)) note(part, 'warning', 'value_not_a_number', `Line ${number}: "${id.slice(0, 20)}" is no Entrez number of a gene. The row was read by its symbol.`, { line: number, column: 'Entrez_Gene_Id' })
}

/**
 * Discrete copy number as a matrix of genes by samples. `NA` and empty cells mean that the gene was not on the panel of that sample, never zero.
 * A record is a row (gene); cells of ±1 are findings only where few samples are read, else they are counted.
 */
export async function readCnaWide(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'cna-wide')
  const gene = geneNames(part, context)
  const own = textKeeper()
  let columns: { name: string; at: number }[] = []
  let geneAt = -1
  let width = 0
  let delimiter = '\t'
  let cells = 0
  let invalid = 0
  let lowLevel = 0
  let notTested = 0
  let entrezAt = -1
  const seen = new Set<string>()
  const panel = { genes: [] as string[], notTested: new Map<string, number[]>() }
  const readHeader = (line: string, number: number) => {
    delimiter = delimiterOf(line)
    const names = cellsOf(line, delimiter).map((cell) => cell.trim())
    const keys = names.map(columnKey)
    width = names.length
    entrezAt = keys.indexOf('entrez_gene_id')
    geneAt = ['hugo_symbol', 'gene_symbol'].map((key) => keys.indexOf(key)).find((at) => at >= 0) ?? -1
    if (geneAt < 0) refuse('column_missing', `Line ${number}: the genes are given by Entrez number only. Gene symbols (Hugo_Symbol) are needed.`, { line: number, column: 'Hugo_Symbol' })
    columns = names.flatMap((sample, at) => (leading.has(keys[at] ?? '') || sample === '' ? [] : [{ name: own(sample), at }]))
    for (const [at, sample] of names.entries()) if (sample === '') note(part, 'error', 'column_name_blank', `Line ${number}: column ${at + 1} has no name and was not read.`, { line: number })
    const twice = columns.find((one, at) => columns.findIndex((other) => other.name === one.name) !== at)
    if (twice) refuse('duplicate_sample_name', `Line ${number}: sample ${twice.name.slice(0, 40)} stands twice. Ask for a file in which each sample has one column.`, { line: number })
    part.samples = columns.map((column) => column.name)
    part.tumourSamples = part.samples
    part.tumourSampleRule = 'sample_columns'
    if (context.sample) columns = columns.filter((column) => column.name === context.sample)
  }
  await text.lines((line, number) => {
    if (line.trim() === '' || (geneAt < 0 && line.startsWith('#'))) return
    if (geneAt < 0) return readHeader(line, number)
    part.records++
    const row = cellsOf(line, delimiter)
    const reported = row[geneAt]?.trim() ?? ''
    if (row.length > width || row.length < width - 1) {
      note(part, 'error', 'column_count', `Line ${number}: the row has ${row.length} columns, the header has ${width}. The row was not read.`, { line: number })
      return list(part, 'unreadable_line')
    }
    if (reported === '') return list(part, 'no_gene_annotation')
    if (seen.has(reported)) { note(part, 'error', 'record_twice', `Line ${number}: the gene ${reported.slice(0, 20)} stands twice; the first row was read.`, { line: number, column: 'Hugo_Symbol' }); return list(part, 'stated_by_another_record') }
    seen.add(own(reported))
    checkEntrez(part, entrezAt < 0 ? '' : row[entrezAt]?.trim() ?? '', number)
    const symbol = gene(reported, number)
    const place = panel.genes.push(symbol) - 1
    let found = false
    for (const column of columns) {
      const cell = row[column.at] ?? ''
      const call = copyCall(cell)
      cells++
      if (call === 'none') continue
      if (call === 'not_tested') { notTested++; const of = panel.notTested.get(column.name); if (of) of.push(place); else panel.notTested.set(column.name, [place]); continue }
      if (call === 'invalid') {
        invalid++
        note(part, 'error', 'copy_number_invalid', `Line ${number}: "${cell.trim().slice(0, 20)}" is no copy-number call (−2, −1, 0, 1, 2, NA). The cell was not read.`, { line: number, column: column.name })
        continue
      }
      if (call.lowLevel && columns.length > FEW_SAMPLES) { lowLevel++; continue }
      found = keep(part, context, { gene: symbol, kind: call.kind, sample: column.name, asReported: own(`${reported} ${cell.trim()}`) }) || found
    }
    if (found) part.read++
    else list(part, 'no_copy_number_call')
    if (part.records === 5 && invalid > cells / 2) refuse('copy_number_not_discrete', 'This matrix holds ratios or expression values, not copy-number calls. Drop the discrete calls (−2 to 2) of the study.')
  })
  if (geneAt < 0) refuse('table_without_header', 'The file has no header line with gene and sample names.')
  part.panel = panel
  if (lowLevel > 0) note(part, 'warning', 'low_level_copy_changes', `${lowLevel} single-copy gains and losses (±1) were counted, not taken as findings; read one sample alone to see its own.`)
  if (notTested > 0) note(part, 'warning', 'genes_not_on_panel', `${notTested} cells are NA: these genes were not on the panel of these samples. They are "not tested", which is not "normal".`)
  return part
}

/** Discrete copy number in long form: one row a gene and sample. A record is a row. */
export async function readCnaLong(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'cna-long')
  const gene = geneNames(part, context)
  const own = textKeeper()
  const samples = new Set<string>()
  const places = new Map<string, number>()
  const seen = new Set<string>()
  const panel = { genes: [] as string[], notTested: new Map<string, number[]>() }
  let at: { gene: number; sample: number; value: number } | null = null
  let delimiter = '\t'
  let lowLevel = 0
  let check: ValueChecks = () => undefined
  await text.lines((line, number) => {
    if (line.trim() === '' || (at === null && line.startsWith('#'))) return
    if (at === null) {
      delimiter = delimiterOf(line)
      const keys = cellsOf(line, delimiter).map(columnKey)
      at = { gene: keys.indexOf('hugo_symbol'), sample: keys.indexOf('sample_id'), value: keys.indexOf('value') }
      for (const [name, place] of [['Sample_Id', at.sample], ['Value', at.value]] as const) if (place < 0) refuse('column_missing', `Line ${number}: the column ${name} is missing. Copy number in long form names gene, sample and value in every row.`, { line: number, column: name })
      if (at.gene < 0) refuse('column_missing', `Line ${number}: no column names genes by symbol${keys.includes('entrez_gene_id') ? ', only by Entrez number' : ''}. Gene symbols (Hugo_Symbol) are needed.`, { line: number, column: 'Hugo_Symbol' })
      check = valueChecks(part, cellsOf(line, delimiter), number)
      return
    }
    part.records++
    const row = cellsOf(line, delimiter)
    const [reported, sample, cell] = [row[at.gene]?.trim() ?? '', row[at.sample]?.trim() ?? '', row[at.value] ?? '']
    if (sample === '') { note(part, 'error', 'sample_missing', `Line ${number}: the row names no sample and was not read.`, { line: number, column: 'Sample_Id' }); return list(part, 'unreadable_line') }
    samples.add(own(sample))
    check(row, number)
    if (context.sample && sample !== context.sample) return list(part, 'another_sample')
    if (reported === '' || reported === 'NA') return list(part, 'no_gene_annotation')
    const symbol = gene(reported, number)
    const key = own(`${symbol} ${sample}`)
    if (seen.has(key)) { note(part, 'warning', 'record_twice', `Line ${number}: ${reported.slice(0, 20)} of sample ${sample.slice(0, 40)} stands twice; the first row was read.`, { line: number }); return list(part, 'stated_by_another_record') }
    seen.add(key)
    let place = places.get(symbol)
    if (place === undefined) { place = panel.genes.push(symbol) - 1; places.set(symbol, place) }
    const call = copyCall(cell)
    if (call === 'none') return list(part, 'no_copy_number_call')
    if (call === 'not_tested') { const of = panel.notTested.get(sample); if (of) of.push(place); else panel.notTested.set(own(sample), [place]); return list(part, 'not_tested') }
    if (call === 'invalid') { note(part, 'error', 'copy_number_invalid', `Line ${number}: "${cell.trim().slice(0, 20)}" is no copy-number call (−2, −1, 0, 1, 2, NA). The row was not read.`, { line: number, column: 'Value' }); return list(part, 'unreadable_line') }
    if (call.lowLevel && !context.sample) { lowLevel++; return list(part, 'low_level_copy_change') }
    if (keep(part, context, { gene: symbol, kind: call.kind, sample: own(sample), asReported: own(`${reported} ${cell.trim()}`) })) part.read++
    else list(part, 'over_the_limit')
  })
  part.samples = [...samples]
  part.tumourSamples = part.samples
  part.tumourSampleRule = 'sample_column'
  part.panel = panel
  if (lowLevel > 0) note(part, 'warning', 'low_level_copy_changes', `${lowLevel} single-copy gains and losses (±1) were counted, not taken as findings; read one sample alone to see its own.`)
  return part
}
