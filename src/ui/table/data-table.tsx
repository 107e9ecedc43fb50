import './data-table.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../parts/icon.tsx'
import { useShortcuts } from '../keys/shortcut.ts'
import { linesOf, type DataColumn, type DataGroup, type RowTone } from './table-model.ts'
import { DetailLine, GroupLine, RowLine } from './table-line.tsx'
import { useSortedRows } from './use-sorted-rows.ts'

export type TableSelection = { selectedId: string | null; onSelect: (id: string) => void; onOpen?: (id: string) => void }
export type TableDetail<Row> = { openIds: ReadonlySet<string>; render: (row: Row) => ReactNode }

type DataTableProps<Row> = {
  label: string
  columns: readonly DataColumn<Row>[]
  groups: readonly DataGroup<Row>[]
  rowId: (row: Row) => string
  selection: TableSelection
  detail?: TableDetail<Row>
  options?: { tone?: (row: Row) => RowTone; isWrapping?: boolean; hasKeys?: boolean }
}

const noIds: ReadonlySet<string> = new Set()

/** Virtualised grid: rows of 28 under a head that stays, groups, sorting, opened details. Arrows, Home, End, Page move; Enter opens; left and right walk the cells;
    j and k work from anywhere on the screen. Selection follows the focus and belongs to the caller. */
export function DataTable<Row extends object>({ label, columns, groups, rowId, selection, detail, options = {} }: DataTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null)
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set(groups.filter(group => group.startsClosed).map(group => group.id)))
  const [active, setActive] = useState<{ id: string | null; column: number }>({ id: selection.selectedId, column: -1 })
  const { rows, sortOf, toggleSort } = useSortedRows(columns, groups, rowId)
  const lines = useMemo(() => linesOf(groups, rows, closed, detail?.openIds ?? noIds, rowId), [groups, rows, closed, detail?.openIds, rowId])
  const template = columns.map(column => column.width).join(' ')
  const virtual = useVirtualizer({
    count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => 28, overscan: 12, scrollPaddingStart: 28, getItemKey: index => lines[index]?.id ?? index,
  })
  const activeIndex = Math.max(0, lines.findIndex(line => line.id === (active.id ?? selection.selectedId)))

  const focusLine = (index: number, column: number) => {
    requestAnimationFrame(() => {
      const line = scroller.current?.querySelector(`[data-index="${index}"] > *`)
      const target = column < 0 ? line : line?.children[column]
      if (target instanceof HTMLElement) target.focus({ preventScroll: true })
    })
  }
  const moveTo = (index: number, column = active.column) => {
    const line = lines[index]
    if (!line) return
    setActive({ id: line.id, column: line.kind === 'row' ? column : -1 })
    if (line.kind === 'row') selection.onSelect(line.id)
    virtual.scrollToIndex(index)
    focusLine(index, line.kind === 'row' ? column : -1)
  }
  const step = (by: number) => {
    let index = activeIndex + by
    while (lines[index]?.kind === 'detail') index += by
    moveTo(Math.min(lines.length - 1, Math.max(0, index)))
  }
  const toggleGroup = (id: string) => setClosed(before => {
    const after = new Set(before)
    if (!after.delete(id)) after.add(id)
    return after
  })
  const enter = () => {
    const line = lines[activeIndex]
    if (line?.kind === 'group') toggleGroup(line.group.id)
    if (line?.kind === 'row') (selection.onOpen ?? selection.onSelect)(line.id)
  }
  const walk = (by: number) => {
    const line = lines[activeIndex]
    if (line?.kind === 'row') moveTo(activeIndex, Math.min(columns.length - 1, Math.max(-1, active.column + by)))
    if (line?.kind === 'group' && (by < 0) === line.isOpen) toggleGroup(line.group.id)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && event.target.closest('button, a, input, select, textarea')) return
    const moves: Record<string, () => void> = {
      ArrowDown: () => step(1), ArrowUp: () => step(-1), PageDown: () => step(12), PageUp: () => step(-12),
      Home: () => moveTo(0), End: () => moveTo(lines.length - 1), Enter: enter, ArrowRight: () => walk(1), ArrowLeft: () => walk(-1),
    }
    const move = moves[event.key]
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move()
  }
  const hasKeys = options.hasKeys ?? true
  useShortcuts([{ keys: 'j', does: 'Next row', act: () => step(1), isOff: !hasKeys }, { keys: 'k', does: 'Previous row', act: () => step(-1), isOff: !hasKeys }])

  return (
    <div ref={scroller} className="data-table" role="grid" aria-label={label} aria-rowcount={lines.length + 1} aria-colcount={columns.length} onKeyDown={press} data-wrap={options.isWrapping || undefined}>
      <div className="data-table-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column, index) => {
          const sorted = sortOf(column.id)
          return (
            <div key={column.id} role="columnheader" aria-colindex={index + 1} aria-label={column.label} data-align={column.align} aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : undefined}>
              {column.sortBy ? <button type="button" onClick={() => toggleSort(column.id)}>{column.head}{sorted ? <span aria-hidden="true" style={{ rotate: sorted === 'asc' ? '180deg' : '0deg' }}><Icon name="down" isSmall /></span> : null}</button> : column.head}
            </div>
          )
        })}
      </div>
      <div className="data-table-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(item => {
          const line = lines[item.index]
          if (!line) return null
          const rowIndex = item.index + 2
          const isActive = item.index === activeIndex
          return (
            <div key={item.key} ref={virtual.measureElement} data-index={item.index} role="presentation" className="data-table-line" style={{ transform: `translateY(${item.start}px)` }}>
              {line.kind === 'group' ? <GroupLine group={line.group} isOpen={line.isOpen} isActive={isActive} rowIndex={rowIndex} onToggle={() => toggleGroup(line.group.id)} /> : null}
              {line.kind === 'detail' ? <DetailLine rowIndex={rowIndex}>{detail?.render(line.row)}</DetailLine> : null}
              {line.kind === 'row' ? (
                <RowLine row={line.row} columns={columns} template={template} rowIndex={rowIndex} onSelect={() => { setActive({ id: line.id, column: -1 }); selection.onSelect(line.id) }} onOpen={() => selection.onOpen?.(line.id)}
                  at={{ isSelected: line.id === selection.selectedId, isActive, activeColumn: active.column, tone: options.tone?.(line.row) ?? 'plain' }} />
              ) : null}
            </div>
          )
        })}
      </div>
    </div>
  )
}
