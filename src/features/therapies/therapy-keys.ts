import type { KeyTable } from '#src/lib/key-table.ts'

export const therapyKeys = [
  { keys: 'j', does: 'Next option' },
  { keys: 'k', does: 'Previous option' },
  { keys: 'x', does: 'Take into the comparison of options, or out of it' },
] as const satisfies KeyTable
