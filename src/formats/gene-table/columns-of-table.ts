import type { ColumnMeaning, TableColumn } from '#src/domain/column-mapping.ts'
import type { GivenMapping } from '#src/domain/given-mapping.ts'
import { sha256 } from '#src/domain/sha256.ts'
import type { ReadContext } from '../record-file.ts'
import { columnKey } from '../table.ts'
import { guessMeaning } from './guess-meaning.ts'

const SHOWN_ROWS = 3
const SHOWN_CHARACTERS = 40
/** Rows that a guess looks at. */
export const GUESS_ROWS = 8

/** The same header gives the same name, whatever its case, spaces and punctuation. */
export const headerFingerprint = (names: readonly string[]): string => sha256(names.map(columnKey).join('\n')).slice(0, 32)

export type TableColumns = { names: string[]; at: Map<ColumnMeaning, number>; by: Map<number, 'name' | 'mapping' | 'values'>; unknown: string[] }

/** Columns by name, and what a person said of them on top: a meaning that was given away leaves the column that had it by name. */
export function columnsOfTable(names: readonly string[], byName: ReadonlyMap<number, ColumnMeaning>, source: 'name' | 'values', given: GivenMapping | null): TableColumns {
  const of = new Map<number, ColumnMeaning>(byName)
  const by = new Map<number, 'name' | 'mapping' | 'values'>([...byName.keys()].map((at) => [at, source] as const))
  const unknown: string[] = []
  const slot = (meaning: ColumnMeaning) => (meaning === 'vaf_percent' ? 'vaf' : meaning)
  for (const [name, meaning] of Object.entries(given?.columns ?? {})) {
    const at = names.indexOf(name)
    if (at < 0) { unknown.push(name); continue }
    for (const [other, had] of [...of]) if (slot(had) === slot(meaning) && meaning !== 'ignored' && by.get(other) !== 'mapping') { of.delete(other); by.delete(other) }
    of.set(at, meaning)
    by.set(at, 'mapping')
  }
  return { names: [...names], at: new Map([...of].map(([at, meaning]) => [meaning, at] as const)), by, unknown }
}

/** The columns as a person is shown them, with guesses where nothing is known. */
export function shownColumns(columns: TableColumns, rows: readonly (readonly string[])[], context: ReadContext): TableColumn[] {
  const meaningAt = new Map([...columns.at].map(([meaning, at]) => [at, meaning] as const))
  return columns.names.map((name, at) => {
    const values = rows.map((row) => row[at]?.trim() ?? '')
    const firstValues = values.slice(0, SHOWN_ROWS).map((value) => value.slice(0, SHOWN_CHARACTERS))
    const by = columns.by.get(at)
    if (by === 'mapping') return { name, firstValues, meaning: meaningAt.get(at) ?? 'ignored', by }
    if (by) return { name, firstValues, meaning: meaningAt.get(at) ?? null, by }
    const guess = guessMeaning(values, context)
    const isTaken = guess !== null && (columns.at.has(guess) || (guess.startsWith('vaf') && (columns.at.has('vaf') || columns.at.has('vaf_percent'))))
    return guess === null || isTaken ? { name, firstValues, meaning: null, by: 'nothing' as const } : { name, firstValues, meaning: guess, by: 'guess' as const }
  })
}
