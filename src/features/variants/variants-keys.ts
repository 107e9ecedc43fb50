import type { KeyTable } from '#src/lib/key-table.ts'

/** `j` and `k` come with the table, Escape with the inspector. */
export const variantsKeys = [
  { keys: 'n', does: 'Show in network' },
  { keys: '1', does: 'Tier I on the row' },
  { keys: '2', does: 'Tier II on the row' },
  { keys: '3', does: 'Tier III on the row' },
  { keys: '4', does: 'Tier IV on the row' },
] as const satisfies KeyTable
