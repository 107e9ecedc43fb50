import { useState, type KeyboardEvent, type RefObject } from 'react'
import type { TableLine } from './table-model.ts'

type GridFocusInput<Row> = {
  lines: readonly TableLine<Row>[]
  columnCount: number
  scroller: RefObject<HTMLDivElement | null>
  selectedId: string | null
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onToggleGroup: (id: string) => void
  scrollTo: (index: number) => void
}

/** The one line or cell of a grid that takes the focus, and the keys that move it. Column −1 is the row as a whole. */
export function useGridFocus<Row>({ lines, columnCount, scroller, selectedId, onSelect, onOpen, onToggleGroup, scrollTo }: GridFocusInput<Row>) {
  const [active, setActive] = useState<{ id: string | null; column: number }>({ id: selectedId, column: -1 })
  const known = lines.findIndex(line => line.id === active.id)
  const index = Math.max(0, known >= 0 ? known : lines.findIndex(line => line.id === selectedId))

  const focusLater = (at: number, column: number) => {
    // After the line has been drawn: a far line is not in the document yet.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const line = scroller.current?.querySelector(`[data-index="${at}"] > *`)
      const target = column < 0 ? line : line?.children[column]
      if (target instanceof HTMLElement) target.focus({ preventScroll: true })
    }))
  }
  const moveTo = (at: number, column = active.column) => {
    const line = lines[at]
    if (!line) return
    const cell = line.kind === 'row' ? column : -1
    setActive({ id: line.id, column: cell })
    if (line.kind === 'row' && line.id !== selectedId) onSelect(line.id)
    scrollTo(at)
    focusLater(at, cell)
  }
  const step = (by: number) => {
    let at = Math.min(lines.length - 1, Math.max(0, index + by))
    while (lines[at]?.kind === 'detail') at += Math.sign(by)
    moveTo(at)
  }
  const enter = () => {
    const line = lines[index]
    if (line?.kind === 'group') onToggleGroup(line.group.id)
    if (line?.kind === 'row') onOpen(line.id)
  }
  const walk = (by: number) => {
    const line = lines[index]
    if (line?.kind === 'row') moveTo(index, Math.min(columnCount - 1, Math.max(-1, active.column + by)))
    if (line?.kind === 'group' && (by < 0) === line.isOpen) onToggleGroup(line.group.id)
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
  return { index, column: active.column, step, press, take: (id: string) => setActive({ id, column: -1 }) }
}
