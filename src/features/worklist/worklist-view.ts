import type { WorklistRow } from '#src/contract/views/worklist-view.ts'
import { isMineToDo } from '#src/lib/words/task-words.ts'
import { orderByDue } from './order-by-due.ts'

export const worklistTabs = ['next', 'mine', 'all', 'signed'] as const
export type WorklistTab = (typeof worklistTabs)[number]
export const tabWords: Record<WorklistTab, string> = { next: 'My next', mine: 'Mine', all: 'All', signed: 'Signed' }
export const readTab = (value: string | undefined): WorklistTab => worklistTabs.find((tab) => tab === value) ?? 'next'

const isReleased = (row: WorklistRow) => row.stage === 'released'
const isIn: Record<WorklistTab, (row: WorklistRow) => boolean> = {
  next: (row) => isMineToDo(row.task) && !isReleased(row), mine: (row) => row.myRole !== null && !isReleased(row), all: () => true, signed: isReleased,
}
export const rowsOfTab = (rows: readonly WorklistRow[], tab: WorklistTab) => orderByDue(rows.filter(isIn[tab]))

/** Every word typed must be found in code, question or tumour. */
export function matches(row: WorklistRow, q: string): boolean {
  const text = `${row.code} ${row.question} ${row.tumourType} ${row.tumourName}`.toLowerCase()
  return q.toLowerCase().split(' ').every((word) => text.includes(word))
}

/** Who is waited for, told apart in the list: me, somebody else, nobody any more. */
export function groupRows(rows: readonly WorklistRow[]) {
  const ready = rows.filter((row) => isMineToDo(row.task) && !isReleased(row))
  const released = rows.filter(isReleased)
  const waiting = rows.filter((row) => !ready.includes(row) && !released.includes(row))
  return [
    { id: 'ready', title: 'Ready for you', rows: ready },
    { id: 'waiting', title: 'Others continue', rows: waiting },
    { id: 'released', title: 'Signed and released', rows: released },
  ].filter((group) => group.rows.length > 0)
}
