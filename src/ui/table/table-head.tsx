import { Icon } from '../parts/icon.tsx'
import type { DataColumn } from './table-model.ts'

type TableHeadProps<Row> = { columns: readonly DataColumn<Row>[]; template: string; sortOf: (id: string) => false | 'asc' | 'desc'; onSort: (id: string) => void; least: number }

/** The head that stays. A sortable column is a button; the sort is said by aria-sort and an arrow. */
export function TableHead<Row>({ columns, template, sortOf, onSort, least }: TableHeadProps<Row>) {
  return (
    <div className="data-table-head" role="row" aria-rowindex={1} tabIndex={-1} style={{ gridTemplateColumns: template, minWidth: least }}>
      {columns.map((column, index) => {
        const sorted = sortOf(column.id)
        return (
          <div key={column.id} role="columnheader" aria-colindex={index + 1} aria-label={column.label} data-align={column.align} aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}>
            {column.sortBy
              ? <button type="button" onClick={() => onSort(column.id)}>{column.head}{sorted ? <span data-sorted={sorted} aria-hidden="true"><Icon name="down" isSmall /></span> : null}</button>
              : column.head}
          </div>
        )
      })}
    </div>
  )
}
