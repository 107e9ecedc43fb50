import { createSortedRowModel, rowSortingFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { DataColumn, DataGroup } from './table-model.ts'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

type Sortable = string | number | undefined
const compare = (a: Sortable, b: Sortable) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true })

/** The order as one word, `gene` or `gene.desc`, for a caller that keeps it (in the address); null is the caller's own order. */
export type TableSort = { value: string | null; onChange: (value: string | null) => void }

const sortingOf = (value: string | null | undefined) => (value ? [{ id: value.replace('.desc', ''), desc: value.endsWith('.desc') }] : [])

/** TanStack Table behind a small door: rows of all groups in sorted order, and the sort state of each column. */
export function useSortedRows<Row extends object>(columns: readonly DataColumn<Row>[], groups: readonly DataGroup<Row>[], rowId: (row: Row) => string, sort?: TableSort) {
  const data = useMemo(() => groups.flatMap(group => group.rows), [groups])
  const definitions = useMemo(
    () => columns.map((column): ColumnDef<typeof features, Row> => ({
      id: column.id,
      accessorFn: row => column.sortBy?.(row) ?? undefined,
      enableSorting: column.sortBy !== undefined,
      sortUndefined: 'last',
      // getValue is typed by the table as unknown; the accessor above returns a Sortable.
      sortFn: (a, b, id) => compare(a.getValue(id) as Sortable, b.getValue(id) as Sortable),
    })),
    [columns],
  )
  const table = useTable({ features, columns: definitions, data, getRowId: rowId, enableMultiSort: false, initialState: { sorting: sortingOf(sort?.value) } })
  return {
    rows: table.getRowModel().rows,
    sortOf: (id: string) => table.getColumn(id)?.getIsSorted() ?? false,
    toggleSort: (id: string) => {
      const sorted = table.getColumn(id)?.getIsSorted() ?? false
      const value = sorted === false ? id : sorted === 'asc' ? `${id}.desc` : null
      table.setSorting(sortingOf(value))
      sort?.onChange(value)
    },
  }
}
