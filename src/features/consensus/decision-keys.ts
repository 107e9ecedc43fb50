import type { KeyTable } from '#src/lib/key-table.ts'

export const decisionKeys = [
  { keys: '[', does: 'Take the wording of genomics (left)' },
  { keys: ']', does: 'Take the wording of oncology (right)' },
  { keys: 'w', does: 'Write a new wording' },
  { keys: 'o', does: 'Leave the row open' },
] as const satisfies KeyTable

export const rowKeys = [{ keys: 'j', does: 'Next row' }, { keys: 'k', does: 'Previous row' }] as const satisfies KeyTable
