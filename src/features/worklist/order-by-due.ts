import type { WorklistRow } from '#src/contract/views/worklist-view.ts'

/** Oldest due first, cases without a date last, then by code: the order of the list and of "next case". */
export const orderByDue = (rows: readonly WorklistRow[]): WorklistRow[] =>
  rows.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.code.localeCompare(b.code))
