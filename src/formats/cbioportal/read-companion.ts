import type { OpenText } from '../bytes/text.ts'
import { textKeeper } from '../keep-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note, startPart } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import { cellsOf, columnKey, delimiterOf } from '../table.ts'
import { companionKinds, valuesKind } from './companion-kinds.ts'
import type { CompanionKind } from './companion-kinds.ts'

const unread = (name: string, sentence: string): ReadingPart => {
  const part = startPart(name, 'unknown')
  part.refused = true
  note(part, 'warning', 'format_not_read', sentence)
  return part
}

/** Which companion a table is by its columns (as keys), or null. */
export const companionOf = (keys: readonly string[]): CompanionKind | null => { const columns = new Set(keys); return companionKinds.find((kind) => kind.is(columns)) ?? null }

/** Numbers of a generic assay stand in most cells of its samples; then a word is a fault. Categories are words throughout. */
const mostlyNumbers = (rows: readonly (readonly string[])[], from: number) => {
  const cells = rows.flatMap((row) => row.slice(from)).filter((cell) => cell.trim() !== '' && cell.trim() !== 'NA')
  return cells.filter((cell) => Number.isFinite(Number(cell.replace('<', '').replace('>', '')))).length * 2 > cells.length
}

const HEAD_ROWS = 20

/** Checks a table that is not read, so that its faults are said where they stand. Nothing of it becomes a record. */
export async function readCompanion(name: string, text: OpenText, _context: ReadContext): Promise<ReadingPart> {
  const lines = text.head.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const delimiter = delimiterOf(lines[0] ?? '')
  const names = cellsOf((lines[0] ?? '').trimEnd(), delimiter).map((cell) => cell.trim())
  const keys = names.map(columnKey)
  const kind = companionOf(keys) ?? valuesKind()
  const part = unread(name, kind.sentence)
  const own = textKeeper()
  const isNumeric = kind.kind === 'generic-assay' && mostlyNumbers(lines.slice(1, HEAD_ROWS).map((line) => cellsOf(line, delimiter)), keys.findLastIndex((key) => ['entity_stable_id', 'name', 'description', 'url'].includes(key)) + 1)
  // Scores lie on both sides of zero, p values never below it; the table does not say which it holds.
  const negative = lines.slice(1, HEAD_ROWS).flatMap((line) => cellsOf(line, delimiter).slice(1)).filter((cell) => cell.trim().startsWith('-')).length
  const arePValues = kind.kind === 'gene-sets' && negative * 20 <= (lines.length - 1) * (names.length - 1)
  const seen = new Map<string, number>()
  let header = 0
  await text.lines((line, number) => {
    if (line.trim() === '' || line.startsWith('#')) return
    if (header === 0) { header = number; return sayMissing(part, kind, keys, number) }
    const row = cellsOf(line.endsWith('\r') ? line.slice(0, -1) : line, delimiter).map((cell) => cell.trim())
    if (row.length > names.length) note(part, 'warning', 'column_count', `Line ${number}: the row has ${row.length} columns, the header has ${names.length}.`, { line: number })
    for (const [at, column] of keys.entries()) {
      const cell = row[at] ?? ''
      const fault = kind.rule(cell, column) ?? (isNumeric && !['entity_stable_id', 'name', 'description', 'url'].includes(column) && cell !== '' && cell !== 'NA' && !Number.isFinite(Number(cell.replace('<', '').replace('>', ''))) ? 'is no number' : null)
      if (fault === null && arePValues && at > 0 && Number(cell) < 0) note(part, 'warning', 'value_invalid', `Line ${number}: "${cell.slice(0, 30)}" under ${names[at]} is no p value between 0 and 1. Correct it where the table is made.`, { line: number, column: names[at] ?? null })
      if (fault !== null) note(part, 'warning', 'value_invalid', `Line ${number}: "${cell.slice(0, 30)}" under ${names[at]} ${fault}. Correct it where the table is made.`, { line: number, column: names[at] ?? null })
    }
    const key = own(keys.flatMap((column, at) => (kind.unique.includes(column) ? [row[at] ?? ''] : [])).join('\t'))
    const before = seen.get(key)
    if (key.trim() !== '' && before !== undefined) note(part, 'warning', 'record_twice', `Line ${number}: the row repeats line ${before}.`, { line: number })
    else seen.set(key, number)
  })
  return part
}

function sayMissing(part: ReadingPart, kind: CompanionKind, keys: readonly string[], number: number): void {
  for (const column of kind.required) if (!keys.includes(column)) note(part, 'warning', 'column_missing', `Line ${number}: the column ${column.toUpperCase()} is missing.`, { line: number, column: column.toUpperCase() })
}

/** A list of cancer types with their colours: four or five columns without names (id, name, colour, parent). */
export async function readCancerTypes(name: string, text: OpenText, { tumourTypes }: ReadContext): Promise<ReadingPart> {
  const part = unread(name, 'This is a list of cancer types with their colours. It holds no findings.')
  const seen = new Map<string, number>()
  await text.lines((line, number) => {
    if (line.trim() === '' || line.startsWith('#')) return
    const cells = line.split('\t').map((cell) => cell.trim())
    const [id = '', colour = ''] = [cells[0], cells.length > 4 ? cells[3] : cells[2]]
    const say = (code: string, column: string, what: string) => note(part, 'warning', code, `Line ${number}: ${what}`, { line: number, column })
    for (const [at, column] of ['id', 'name'].entries()) if ((cells[at] ?? '') === '') say('value_missing', column, `the ${column} of the cancer type is empty.`)
    if (!/^[A-Za-z]{3,24}$/.test(colour) || !cssColours.has(colour.toLowerCase())) say('value_invalid', 'colour', `"${colour.slice(0, 30)}" is no colour of CSS.`)
    if ((cells.at(-1) ?? '') === '') say('value_missing', 'parent', 'the parent of the cancer type is empty.')
    const before = seen.get(id.toLowerCase())
    if (before !== undefined) say('record_twice', 'id', `${id.slice(0, 30)} stands in line ${before} already.`)
    else seen.set(id.toLowerCase(), number)
    if (tumourTypes?.has(id.toUpperCase())) say('tumour_type_redefined', 'id', `${id.slice(0, 30)} is a code of OncoTree already; this list gives it a name of its own, which was not taken over.`)
  })
  return part
}

/** Named colours of CSS Color Module 3. */
const cssColours = new Set('aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkturquoise darkviolet deeppink deepskyblue dimgray dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightpink lightsalmon lightseagreen lightskyblue lightslategray lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen'.split(' '))
