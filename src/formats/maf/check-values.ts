import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'
import { columnKey } from '../table.ts'
import { meaningOf } from './classification.ts'

const driver = new Set(['putative_driver', 'putative_passenger', 'unknown', 'na', ''])
const missing = new Set(['', '.', 'na', 'n/a', '-', '---', 'unknown', 'null'])
/** Columns of the MAF specification (GDC) and of cBioPortal's file formats whose words are a closed list. */
const words: Readonly<Record<string, ReadonlySet<string>>> = {
  mutation_status: new Set(['none', 'germline', 'somatic', 'loh', 'post-transcriptional modification', 'unknown', 'wildtype', 'uncalled', 'called', 'unmatched', '']),
  validation_status: new Set(['untested', 'inconclusive', 'valid', 'validated', 'invalid', 'unknown', 'redacted', 'na', '.', '']),
  verification_status: new Set(['verified', 'unknown', 'na', '.', '']),
  cbp_driver: driver,
}
const counts = ['t_alt_count', 't_ref_count', 't_depth', 'n_alt_count', 'n_ref_count', 'n_depth']
/** Annotation columns of cBioPortal come in pairs; longest text it stores. */
const pairs = [['cbp_driver', 'cbp_driver_annotation', 80], ['cbp_driver_tiers', 'cbp_driver_tiers_annotation', 20]] as const

type Column = { at: number; name: string }
export type ValueChecks = (cells: readonly string[], number: number) => void

/** The names a row is checked by, with the names as written, for the places that are said. */
export function columnPlaces(names: readonly string[]): Map<string, Column> {
  return new Map(names.map((name, at) => [columnKey(name), { at, name: name.trim() }] as const).reverse())
}

/** Says values outside the closed lists of the specification. None of these makes a row unreadable; each may hide a mistake of the laboratory's export. */
export function valueChecks(part: ReadingPart, names: readonly string[], headerLine: number): ValueChecks {
  const columns = columnPlaces(names)
  const has = (key: string) => columns.get(key)
  for (const [value, annotation] of pairs) {
    const [one, other] = [has(value), has(annotation)]
    if ((one === undefined) !== (other === undefined)) note(part, 'warning', 'column_missing', `Line ${headerLine}: the column ${one ? annotation : value} is missing; it belongs beside ${one ? value : annotation}. The annotations were not used.`, { line: headerLine, column: one ? annotation : value })
  }
  const listed = Object.keys(words).flatMap((key) => { const at = has(key); return at ? [[at, words[key] ?? new Set<string>()] as const] : [] })
  const numbers = counts.flatMap((key) => has(key) ?? [])
  const annotations = pairs.flatMap(([value, annotation, longest]) => { const [one, other] = [has(value), has(annotation)]; return one && other ? [[one, other, longest] as const] : [] })
  return (cells, number) => {
    const cell = (column: Column) => cells[column.at]?.trim() ?? ''
    for (const [column, allowed] of listed) {
      const value = cell(column)
      if (!allowed.has(value.toLowerCase())) note(part, 'warning', 'value_not_in_list', `Line ${number}: "${value.slice(0, 30)}" is no value of ${column.name}. The row was read without it.`, { line: number, column: column.name })
    }
    for (const column of numbers) {
      const value = cell(column)
      if (!missing.has(value.toLowerCase()) && !/^[0-9]+(\.0+)?$/.test(value)) note(part, 'warning', 'value_not_a_number', `Line ${number}: "${value.slice(0, 30)}" in ${column.name} is no count of reads. It was left out.`, { line: number, column: column.name })
    }
    for (const [value, annotation, longest] of annotations) {
      const [said, why] = [cell(value), cell(annotation)]
      if (said === '' && why !== '') note(part, 'warning', 'annotation_without_value', `Line ${number}: ${annotation.name} says "${why.slice(0, 30)}", but ${value.name} is empty.`, { line: number, column: value.name })
      else if (why === '' && said !== '' && !missing.has(said.toLowerCase())) note(part, 'warning', 'annotation_without_value', `Line ${number}: ${value.name} says "${said.slice(0, 30)}", but ${annotation.name} is empty.`, { line: number, column: annotation.name })
      if (why.length > longest || (value.name.toLowerCase().includes('tier') && said.length > longest)) note(part, 'warning', 'text_too_long', `Line ${number}: the text of ${annotation.name} is longer than ${longest} characters.`, { line: number, column: annotation.name })
    }
  }
}

/** A classification that is known, but not as the specification writes it; a blank one. */
export function checkClassification(part: ReadingPart, classification: string, number: number): void {
  const place = { line: number, column: 'Variant_Classification' }
  if (classification === '') note(part, 'warning', 'classification_unknown', `Line ${number}: the kind of change is blank; the row was read by its protein change.`, place)
  else if (meaningOf(classification) !== null && /[a-z][A-Z]/.test(classification)) note(part, 'warning', 'classification_spelling', `Line ${number}: "${classification.slice(0, 30)}" is not written as the specification has it; it was read as if it were.`, place)
}
