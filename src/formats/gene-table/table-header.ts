import { cellsOf, delimiterOf } from '../table.ts'
import { meaningsByName, saysFindings } from './column-words.ts'

/** Where a table begins. `line` (1-based) is the header; 0: the first row is a finding already and there is no header. `isNamed`: its names say findings. */
export type TableHeader = { line: number; delimiter: string; names: string[]; isNamed: boolean }

/** Laboratories write a title, the patient and the panel above their table; a header further down than this is not looked for. */
const PREAMBLE = 60

export const linesOf = (head: string) => head.split(head.includes('\n') || !head.includes('\r') ? '\n' : '\r').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))

/** Names that are each there once: a blank one is `column 3`, a repeated one carries its number. */
export function distinctNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, at) => {
    const name = cell.trim().slice(0, 190) || `column ${at + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** A first row that is already a finding: a gene-like word beside a word for a change. */
function isRowOfFindings(cells: readonly string[]): boolean {
  if (cells.length < 2 || cells.length > 8 || !cells.some((cell) => /^[A-Z][A-Z0-9-]{1,14}$/.test(cell.trim()))) return false
  return cells.some((cell) => /^(missense|nonsense|frame ?shift|in ?frame|splice|amplification|deletion|gain|loss|fusion)/i.test(cell.trim()))
}

/** Looks for the header of a table in the first stretch of a file: the first line whose names say findings, else the first row of cells. */
export function tableHeader(head: string): TableHeader | null {
  const lines = linesOf(head.startsWith('\uFEFF') ? head.slice(1) : head).slice(0, PREAMBLE)
  let first: TableHeader | null = null
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('##')) continue
    const delimiter = delimiterOf(line)
    const cells = cellsOf(line, delimiter)
    if (cells.length < 2) continue
    const isComment = line.startsWith('#')
    const named = distinctNames(cells.map((cell, place) => (place === 0 && isComment ? cell.slice(1) : cell)))
    if (saysFindings(meaningsByName(named).values())) return { line: at + 1, delimiter, names: named, isNamed: true }
    if (first !== null || isComment) continue
    if (isRowOfFindings(cells)) return { line: 0, delimiter, names: cells.map((_, place) => `column ${place + 1}`), isNamed: true }
    // A title or `Panel;TSO500` above the table has fewer cells than the table itself.
    const wider = lines.slice(at + 1, at + 12).some((other) => cellsOf(other, delimiterOf(other)).length > cells.filter((cell) => cell.trim() !== '').length + 1)
    if (!wider) first = { line: at + 1, delimiter, names: named, isNamed: false }
  }
  return first
}
