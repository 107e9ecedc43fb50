import type { OpenText } from '../bytes/text.ts'
import { textKeeper } from '../keep-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { list, note, startPart } from '../reading-part.ts'
import { refuse } from '../reading-refusal.ts'
import type { ReadContext } from '../record-file.ts'
import { cellsOf, columnKey, delimiterOf } from '../table.ts'
import { clinicalChecks } from './check-clinical.ts'
import type { HeaderLine, RowCheck } from './check-clinical.ts'
import { oncotreeOf } from './oncotree-code.ts'

const missing = new Set(['', 'na', 'n/a', '[not available]', '[not applicable]', '[unknown]', 'not available', '.'])

/** Clinical attributes of patients or samples: comment rows, then column names, then one row each. Every row is read; values stay words. */
export async function readClinical(name: string, text: OpenText, context: ReadContext): Promise<ReadingPart> {
  const part = startPart(name, 'clinical')
  const own = textKeeper()
  let names: string[] | null = null
  let delimiter = '\t'
  let at = { patient: -1, sample: -1, oncotree: -1 }
  const seen = new Set<string>()
  const heads: HeaderLine[] = []
  let check: RowCheck = () => undefined
  await text.lines((line, number) => {
    if (line.trim() === '') return
    if (names === null && line.startsWith('#')) { heads.push({ number, cells: line.slice(1).split('\t') }); return }
    if (names === null) {
      delimiter = delimiterOf(line)
      names = cellsOf(line, delimiter).map((cell) => own(cell.trim()))
      const keys = names.map(columnKey)
      at = { patient: keys.indexOf('patient_id'), sample: Math.max(keys.indexOf('sample_id'), keys.indexOf('sample_id') < 0 ? keys.indexOf('tumor_sample_barcode') : -1), oncotree: keys.indexOf('oncotree_code') }
      const twice = names.find((column, place) => column !== '' && (names ?? []).indexOf(column) !== place)
      if (twice !== undefined) note(part, 'error', 'column_twice', `Line ${number}: the column ${twice.slice(0, 40)} stands twice; the first one was read.`, { line: number, column: twice.slice(0, 40) })
      check = clinicalChecks(part, heads, names, number, at.sample < 0)
      return
    }
    part.records++
    const row = cellsOf(line, delimiter)
    if (row.length > names.length) { note(part, 'error', 'column_count', `Line ${number}: the row has ${row.length} columns, the header has ${names.length}. The row was not read.`, { line: number }); return list(part, 'unreadable_line') }
    const attributes: Record<string, string> = {}
    const values = row.map((cell) => { const value = cell.trim(); return missing.has(value.toLowerCase()) ? '' : value })
    for (const [place, column] of names.entries()) {
      const value = values[place] ?? ''
      if (column !== '' && value !== '' && attributes[column] === undefined) attributes[column] = own(value)
    }
    check(values, number)
    const patient = row[at.patient]?.trim() ?? ''
    const sample = at.sample < 0 ? '' : row[at.sample]?.trim() ?? ''
    const key = at.sample < 0 ? patient : sample
    if (key === '') { note(part, 'error', 'sample_missing', `Line ${number}: the row names no ${at.sample < 0 ? 'patient' : 'sample'} and was not read.`, { line: number }); return list(part, 'unreadable_line') }
    if (seen.has(key)) { note(part, 'error', 'record_twice', `Line ${number}: ${key.slice(0, 40)} stands twice; the first row was read.`, { line: number }); return list(part, 'stated_by_another_record') }
    seen.add(own(key))
    part.read++
    if (at.sample < 0) { part.patients.set(own(patient), attributes); return }
    part.samples.push(own(sample))
    part.clinical.push({ sample: own(sample), patient: patient === '' ? null : own(patient), oncotree: (values[at.oncotree] ?? '') === '' ? null : oncotreeOf(part, context, values[at.oncotree] ?? '', number), attributes })
  })
  if (names === null) refuse('table_without_header', 'The file has no line with column names.')
  return part
}
