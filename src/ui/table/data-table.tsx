import './data-table.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useShortcuts } from '../keys/shortcut.ts'
import { TableHead } from './table-head.tsx'
import { DetailLine, GroupLine, RowLine } from './table-line.tsx'
import { linesOf, type DataColumn, type DataGroup, type RowTone } from './table-model.ts'
import { useGridFocus } from './use-grid-focus.ts'
import { useSortedRows, type TableSort } from './use-sorted-rows.ts'

export type TableSelection = { selectedId: string | null; onSelect: (id: string) => void; onOpen?: (id: string) => void }
export type TableDetail<Row> = { openIds: ReadonlySet<string>; render: (row: Row) => ReactNode }

type DataTableProps<Row> = {
  label: string
  columns: readonly DataColumn<Row>[]
  groups: readonly DataGroup<Row>[]
  rowId: (row: Row) => string
  selection: TableSelection
  detail?: TableDetail<Row>
  options?: { tone?: (row: Row) => RowTone; isWrapping?: boolean; hasKeys?: boolean; sort?: TableSort }
}

const noIds: ReadonlySet<string> = new Set()

/** Virtualised grid: rows of 28 under a head that stays, groups, sorting, opened details. Arrows, Home, End, Page move; Enter opens; left and right walk the cells;
    j and k work from anywhere on the screen. Selection follows the focus and belongs to the caller. Give columns, groups and rowId a stable identity. */
export function DataTable<Row extends object>({ label, columns, groups, rowId, selection, detail, options = {} }: DataTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set(groups.filter(group => group.startsClosed).map(group => group.id)))
  const { rows, sortOf, toggleSort } = useSortedRows(columns, groups, rowId, options.sort)
  const lines = useMemo(() => linesOf(groups, rows, closed, detail?.openIds ?? noIds, rowId), [groups, rows, closed, detail?.openIds, rowId])
  const template = columns.map(column => column.width).join(' ')
  // Head and rows are grids of their own: one least width for all of them keeps their columns in line when the pane is narrower than the table.
  const least = columns.reduce((sum, column) => sum + (Number.parseFloat(column.width.replace('minmax(', '')) || 0), 0)
  // Scroll padding: the head covers the first 28 px.
  const virtual = useVirtualizer({
    count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => 28, overscan: 12, scrollPaddingStart: 28, getItemKey: index => lines[index]?.id ?? index,
  })
  const toggleGroup = (id: string) => setClosed(before => {
    const after = new Set(before)
    if (!after.delete(id)) after.add(id)
    return after
  })
  const open = selection.onOpen ?? selection.onSelect
  const focus = useGridFocus({
    lines, columnCount: columns.length, scroller, selectedId: selection.selectedId, onSelect: selection.onSelect, onOpen: open, onToggleGroup: toggleGroup, scrollTo: index => virtual.scrollToIndex(index),
  })
  const isOff = options.hasKeys === false
  useShortcuts([{ keys: 'j', does: 'Next row', act: () => focus.step(1), isOff }, { keys: 'k', does: 'Previous row', act: () => focus.step(-1), isOff }])

  const draw = (index: number) => {
    const line = lines[index]
    const place = { rowIndex: index + 2 }
    const isActive = index === focus.index
    if (line?.kind === 'group') return <GroupLine {...place} group={line.group} isOpen={line.isOpen} isActive={isActive} onToggle={() => { focus.take(line.id); toggleGroup(line.group.id) }} />
    if (line?.kind === 'detail') return <DetailLine {...place}>{detail?.render(line.row)}</DetailLine>
    if (!line) return null
    const at = { isSelected: line.id === selection.selectedId, isActive, activeColumn: focus.column, tone: options.tone?.(line.row) ?? 'plain' }
    return <RowLine {...place} row={line.row} columns={columns} template={template} at={at} onSelect={() => { focus.take(line.id); selection.onSelect(line.id) }} onOpen={() => open(line.id)} />
  }
  return (
    <div ref={scroller} className="data-table" role="grid" tabIndex={-1} aria-label={label} aria-rowcount={lines.length + 1} aria-colcount={columns.length} onKeyDown={focus.press} data-wrap={options.isWrapping || undefined}>
      <TableHead columns={columns} template={template} sortOf={sortOf} onSort={toggleSort} least={least} />
      <div className="data-table-body" role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: least }}>
        {virtual.getVirtualItems().map(item => (
          <div key={item.key} ref={virtual.measureElement} data-index={item.index} role="presentation" className="data-table-line" style={{ transform: `translateY(${item.start}px)` }}>{draw(item.index)}</div>
        ))}
      </div>
    </div>
  )
}
