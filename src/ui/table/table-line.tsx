import type { ReactNode } from 'react'
import { Icon } from '../parts/icon.tsx'
import type { DataColumn, DataGroup, RowTone } from './table-model.ts'

type GroupLineProps<Row> = { group: DataGroup<Row>; isOpen: boolean; isActive: boolean; rowIndex: number; onToggle: () => void }

/** Heading of a group; opens and closes it. */
export function GroupLine<Row>({ group, isOpen, isActive, rowIndex, onToggle }: GroupLineProps<Row>) {
  return (
    // The keys of every line are heard once, by the grid around it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div role="row" aria-rowindex={rowIndex} aria-expanded={isOpen} tabIndex={isActive ? 0 : -1} className="data-group" onClick={onToggle}>
      <span role="gridcell" className="row">
        {isOpen ? null : <Icon name="open" isSmall />}
        <span><b>{group.title}</b> <span className="qq">{group.count ?? group.rows.length}</span></span>
        {group.note === undefined ? null : <span className="qq">{group.note}</span>}
      </span>
    </div>
  )
}

type RowLineProps<Row> = {
  row: Row
  columns: readonly DataColumn<Row>[]
  template: string
  rowIndex: number
  at: { isSelected: boolean; isActive: boolean; activeColumn: number; tone: RowTone }
  onSelect: () => void
  onOpen: () => void
}

/** One row of data. Either the row or one of its cells takes the focus (roving tabindex). */
export function RowLine<Row>({ row, columns, template, rowIndex, at, onSelect, onOpen }: RowLineProps<Row>) {
  const isRowActive = at.isActive && at.activeColumn < 0
  return (
    // The keys of every line are heard once, by the grid around it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div role="row" aria-rowindex={rowIndex} aria-selected={at.isSelected} tabIndex={isRowActive ? 0 : -1} className="data-row" data-tone={at.tone} style={{ gridTemplateColumns: template }} onClick={onSelect} onDoubleClick={onOpen}>
      {columns.map((column, index) => (
        <div key={column.id} role="gridcell" aria-colindex={index + 1} data-align={column.align} data-mono={column.isMono || undefined} tabIndex={at.isActive && at.activeColumn === index ? 0 : -1}>{column.cell(row)}</div>
      ))}
    </div>
  )
}

/** What a row shows when it is opened in place. */
export function DetailLine({ children, rowIndex }: { children: ReactNode; rowIndex: number }) {
  return <div role="row" aria-rowindex={rowIndex} className="data-detail"><div role="gridcell">{children}</div></div>
}
