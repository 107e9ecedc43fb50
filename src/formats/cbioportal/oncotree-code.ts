import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import { successorsOf } from './retired-codes.ts'

/**
 * OncoTree code of a row, or null. A code that is a type no more is read as its successor, and said. `Normal` and tissue names stand in this column of
 * real files: they are no tumour type, and a person is asked.
 */
export function oncotreeOf(part: ReadingPart, context: ReadContext, said: string, number: number): string | null {
  const known = context.tumourTypes
  const where = { line: number, column: 'ONCOTREE_CODE' }
  const isCode = (code: string) => (known ? known.has(code) : code === code.toUpperCase() && !code.includes(' ') && code !== 'NORMAL')
  const successors = successorsOf(said).filter((code) => known?.has(code) ?? true)
  if (known ? known.has(said) : successors.length === 0 && isCode(said)) return said
  const [only] = successors
  if (only !== undefined && successors.length === 1) {
    note(part, 'warning', 'tumour_type_renamed', `Line ${number}: ${said.slice(0, 30)} is a code of an earlier OncoTree; it was read as ${only}, which has taken its place. Check that this is the patient's tumour.`, where)
    return only
  }
  if (successors.length > 1) note(part, 'warning', 'tumour_type_unknown', `Line ${number}: ${said.slice(0, 30)} is a code of an earlier OncoTree that became ${successors.join(' and ')}. Say at intake which one it is.`, where)
  else note(part, 'warning', 'tumour_type_unknown', `Line ${number}: "${said.slice(0, 30)}" is no OncoTree code of a tumour (the name of a tissue, or "Normal", is none). State the tumour type at intake.`, where)
  return null
}
