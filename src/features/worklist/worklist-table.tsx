import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { WorklistRow } from '#src/contract/views/worklist-view.ts'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { worklistColumns } from './worklist-columns.tsx'

type Group = { id: string; title: string; rows: readonly WorklistRow[] }
type WorklistTableProps = { groups: readonly Group[]; selectedId: string | null; time: { now: number; zone: string }; onSelect: (id: string) => void; onOpen: (id: string) => void }

/** The list of cases. A plain table: a worklist is short, and the machinery of the large tables is not waited for before the first case is seen. */
export function WorklistTable({ groups, selectedId, time, onSelect, onOpen }: WorklistTableProps) {
  const list = useRef<HTMLDivElement>(null)
  const columns = worklistColumns(time.now, time.zone)
  const ids = groups.flatMap((group) => group.rows.map((row) => row.id))
  const at = selectedId === null ? -1 : ids.indexOf(selectedId)
  const move = (to: number) => {
    const id = ids[Math.min(ids.length - 1, Math.max(0, to))]
    if (id === undefined) return
    onSelect(id)
    const row = list.current?.querySelector<HTMLElement>(`[data-case="${CSS.escape(id)}"]`)
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }
  const open = () => { if (selectedId !== null && at >= 0) onOpen(selectedId) }
  const press = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = { ArrowDown: () => move(at + 1), ArrowUp: () => move(at - 1), Home: () => move(0), End: () => move(ids.length - 1), Enter: open }
    const act = moves[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const caseOf = (event: MouseEvent) => (event.target instanceof Element ? event.target.closest('[data-case]')?.getAttribute('data-case') : null)
  useShortcuts([{ keys: 'j', does: 'Next case', act: () => move(at + 1) }, { keys: 'k', does: 'Previous case', act: () => move(at - 1) }, { keys: 'Enter', does: 'Open the case', act: open }])
  return (
    <div ref={list} className="worklist-scroll" role="grid" aria-label="Cases" tabIndex={-1} onKeyDown={press}
      onClick={(event) => { const id = caseOf(event); if (id) onSelect(id) }} onDoubleClick={(event) => { const id = caseOf(event); if (id) onOpen(id) }}>
      <table className="worklist-table">
        <colgroup>{columns.map((column) => <col key={column.id} className={`worklist-${column.id}`} />)}</colgroup>
        <thead><tr>{columns.map((column) => <th key={column.id} scope="col">{column.head}</th>)}</tr></thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className="worklist-group"><th scope="colgroup" colSpan={columns.length}><b>{group.title}</b> <span className="qq">{group.rows.length}</span></th></tr>
            {group.rows.map((row) => (
              <tr key={row.id} data-case={row.id} aria-selected={row.id === selectedId} tabIndex={row.id === (ids[Math.max(0, at)]) ? 0 : -1} className="worklist-row">
                {columns.map((column) => <td key={column.id} className={column.isMono ? 'mono' : undefined}>{column.cell(row)}</td>)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
