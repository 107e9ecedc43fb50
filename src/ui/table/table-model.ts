import type { ReactNode } from 'react'

/** A column. `width` is a CSS grid track ("96px", "minmax(120px, 1fr)"). `sortBy` makes the head a sort button; null sorts last. */
export type DataColumn<Row> = {
  id: string
  head: ReactNode
  width: string
  cell: (row: Row) => ReactNode
  sortBy?: (row: Row) => string | number | null
  align?: 'right'
  isMono?: boolean
  /** Heard instead of the head when that is a sign. */
  label?: string
}

/** Rows under one heading. A group without a title shows no heading row. */
export type DataGroup<Row> = { id: string; title?: ReactNode; count?: number; note?: ReactNode; rows: readonly Row[]; startsClosed?: boolean }

export type RowTone = 'plain' | 'quiet' | 'dismissed'

/** What stands on one line of the grid. */
export type TableLine<Row> =
  | { kind: 'group'; id: string; group: DataGroup<Row>; isOpen: boolean }
  | { kind: 'row'; id: string; row: Row }
  | { kind: 'detail'; id: string; row: Row }

/** Groups, their sorted rows and opened details as one list of lines. `sorted` holds every row in the order of the table, keyed by id. */
export function linesOf<Row>(groups: readonly DataGroup<Row>[], sorted: readonly { id: string; original: Row }[], closed: ReadonlySet<string>, expanded: ReadonlySet<string>, rowId: (row: Row) => string): TableLine<Row>[] {
  const groupOf = new Map<string, string>()
  for (const group of groups) for (const row of group.rows) groupOf.set(rowId(row), group.id)
  const rowsOf = new Map<string, TableLine<Row>[]>(groups.map(group => [group.id, []]))
  for (const { id, original } of sorted) {
    const lines = rowsOf.get(groupOf.get(id) ?? '')
    lines?.push({ kind: 'row', id, row: original })
    if (expanded.has(id)) lines?.push({ kind: 'detail', id: `detail-${id}`, row: original })
  }
  return groups.flatMap(group => {
    const isOpen = !closed.has(group.id)
    const head: TableLine<Row>[] = group.title === undefined ? [] : [{ kind: 'group', id: `group-${group.id}`, group, isOpen }]
    return isOpen ? [...head, ...(rowsOf.get(group.id) ?? [])] : head
  })
}
