import type { KeyTable } from '#src/lib/key-table.ts'

export const reviewKeys = [{ keys: 'mod+Enter', does: 'Review and commit' }] as const satisfies KeyTable
