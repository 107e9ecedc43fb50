import { isSpreadsheetDate } from '../names/gene-shape.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'

/** Attributes whose type cBioPortal fixes (its page "File Formats", clinical data). */
const fixedTypes: Readonly<Record<string, 'NUMBER' | 'STRING'>> = {
  OS_MONTHS: 'NUMBER', DFS_MONTHS: 'NUMBER', PFS_MONTHS: 'NUMBER', DSS_MONTHS: 'NUMBER', OS_STATUS: 'STRING', DFS_STATUS: 'STRING', PFS_STATUS: 'STRING', DSS_STATUS: 'STRING', PATIENT_ID: 'STRING', SAMPLE_ID: 'STRING',
}
/** Computed by the portal from the mutations and copy numbers themselves. */
const computed = new Set(['MUTATION_COUNT', 'FRACTION_GENOME_ALTERED'])
/** Attributes of a sample that mean nothing of a patient. */
const ofSamples = new Set(['METASTATIC_SITE', 'PRIMARY_SITE', 'SAMPLE_TYPE', 'OTHER_SAMPLE_ID', 'CANCER_TYPE_DETAILED', 'ONCOTREE_CODE'])
const statusWords: Readonly<Record<string, readonly string[]>> = { OS_STATUS: ['0:LIVING', '1:DECEASED'], DFS_STATUS: ['0:DiseaseFree', '1:Recurred/Progressed', '1:Recurred', '1:Progressed/Recurred'] }

export type HeaderLine = { number: number; cells: string[] }
export type RowCheck = (values: readonly string[], number: number) => void

const isNumber = (text: string) => Number.isFinite(Number(text.startsWith('<') || text.startsWith('>') ? text.slice(text.charAt(1) === '=' ? 2 : 1) : text))

function checkNames(part: ReadingPart, names: readonly string[], number: number, isPatient: boolean): void {
  for (const name of names) {
    const where = { line: number, column: name }
    if (name === '') { note(part, 'error', 'column_name_blank', `Line ${number}: column ${names.indexOf(name) + 1} has no name and was not read.`, { line: number }); continue }
    if (name !== name.toUpperCase()) note(part, 'warning', 'attribute_not_in_capitals', `Line ${number}: the attribute ${name.slice(0, 40)} is not written in capitals. It was read as written.`, where)
    if (computed.has(name)) note(part, 'warning', 'attribute_reserved', `Line ${number}: ${name} is computed from the records of a study; a stated value may contradict them. It was kept as words only.`, where)
    if (isPatient && ofSamples.has(name)) note(part, 'warning', 'attribute_of_samples', `Line ${number}: ${name} belongs to a sample, but stands in a table of patients. A patient may have several samples; state it at the sample.`, where)
  }
}

/** The four `#` lines above the names: display name, description, type, priority. */
function checkHeads(part: ReadingPart, heads: readonly HeaderLine[], names: readonly string[], number: number): ReadonlyMap<number, 'NUMBER' | 'BOOLEAN'> {
  const types = new Map<number, 'NUMBER' | 'BOOLEAN'>()
  if (heads.length === 0) { note(part, 'warning', 'header_lines_missing', `Line ${number}: the lines with display name, description, type and priority are missing above the names, so the types of the values are not known. They were read as words.`, { line: number }); return types }
  if (heads.length < 4) note(part, 'warning', 'header_lines_missing', `Line ${number}: ${heads.length} of the 4 lines with display name, description, type and priority stand above the names.`, { line: number })
  for (const { number: line, cells } of heads.slice(0, 4)) if (cells.length !== names.length) note(part, 'warning', 'column_count', `Line ${line}: this line has ${cells.length} cells, the table has ${names.length} columns.`, { line })
  for (const [at, cell] of (heads[2]?.cells ?? []).entries()) {
    const [name, type, line] = [names[at] ?? '', cell.trim().toUpperCase(), heads[2]?.number ?? number]
    const fixed = Object.hasOwn(fixedTypes, name) ? fixedTypes[name] : undefined
    if (name !== '' && !['STRING', 'NUMBER', 'BOOLEAN'].includes(type)) note(part, 'warning', 'attribute_type_unknown', `Line ${line}: "${cell.trim().slice(0, 20)}" is no type of ${name} (STRING, NUMBER, BOOLEAN).`, { line, column: name })
    else if (fixed !== undefined && fixed !== type) note(part, 'warning', 'attribute_type_wrong', `Line ${line}: ${name} is always ${fixed}, but is called ${type} here.`, { line, column: name })
    if (type === 'NUMBER') types.set(at, 'NUMBER')
    else if (type === 'BOOLEAN') types.set(at, 'BOOLEAN')
  }
  for (const [at, cell] of (heads[3]?.cells ?? []).entries()) if (names[at] !== undefined && !/^-?[0-9]{1,9}$/.test(cell.trim())) note(part, 'warning', 'attribute_priority_invalid', `Line ${heads[3]?.number}: "${cell.trim().slice(0, 20)}" is no priority (a whole number).`, { line: heads[3]?.number ?? null, column: names[at] ?? null })
  return types
}

/** Says what in a clinical table is not as its own header or cBioPortal's rules have it. Values stay words in any case; nothing is corrected. */
export function clinicalChecks(part: ReadingPart, heads: readonly HeaderLine[], names: readonly string[], number: number, isPatient: boolean): RowCheck {
  checkNames(part, names, number, isPatient)
  const types = checkHeads(part, heads, names, number)
  const place = (name: string) => names.indexOf(name)
  const survival = ['OS', 'DFS', 'PFS', 'DSS'].flatMap((of) => (place(`${of}_STATUS`) >= 0 && place(`${of}_MONTHS`) >= 0 ? [[place(`${of}_STATUS`), place(`${of}_MONTHS`)] as const] : []))
  return (values, line) => {
    for (const [at, value] of values.entries()) {
      const name = names[at] ?? ''
      if (value === '') continue
      const type = types.get(at)
      const where = { line, column: name }
      if (type === 'NUMBER' && !isNumber(value)) note(part, 'warning', 'value_not_a_number', `Line ${line}: "${value.slice(0, 30)}" in ${name} is no number. It was kept as words.`, where)
      else if (type === 'BOOLEAN' && !['true', 'false'].includes(value.toLowerCase())) note(part, 'warning', 'value_not_in_list', `Line ${line}: "${value.slice(0, 30)}" in ${name} is neither TRUE nor FALSE.`, where)
      if (isSpreadsheetDate(value)) note(part, 'warning', 'value_is_a_date', `Line ${line}: "${value.slice(0, 30)}" in ${name} looks like a number that a spreadsheet has turned into a date. Compare with the source.`, where)
      const words = Object.hasOwn(statusWords, name) ? statusWords[name] : undefined
      if ((words && !words.includes(value)) || (name.endsWith('_STATUS') && survival.some(([status]) => status === at) && !/^[01]:./.test(value))) note(part, 'warning', 'value_not_in_list', `Line ${line}: "${value.slice(0, 30)}" is no value of ${name}${words ? ` (${words.slice(0, 2).join(', ')})` : ' (0:… or 1:…)'}.`, where)
    }
    for (const [status, months] of survival) if (names[status] === 'OS_STATUS' && (values[status] ?? '').startsWith('1:') && (values[months] ?? '') === '') note(part, 'warning', 'value_missing', `Line ${line}: ${names[status]} says that the event happened, but ${names[months]} is not stated.`, { line, column: names[months] ?? null })
  }
}
