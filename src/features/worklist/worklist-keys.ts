import type { KeyTable } from '#src/lib/key-table.ts'

export const worklistKeys = [{ keys: 's', does: 'Start the oldest due' }] as const satisfies KeyTable
