import type { KeyTable } from '#src/lib/key-table.ts'

export const networkKeys = [
  { keys: 'h', does: 'Fade what is not selected' },
  { keys: 'v', does: 'Map or text' },
  { keys: 'j', does: 'Next interaction' },
  { keys: 'k', does: 'Previous interaction' },
  { keys: 'Escape', does: 'Clear the selection' },
] as const satisfies KeyTable
