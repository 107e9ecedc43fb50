import type { KeyTable } from '#src/lib/key-table.ts'

export const boardKeys = [
  { keys: 'ArrowRight', does: 'Next step' },
  { keys: 'ArrowLeft', does: 'Step before' },
  { keys: ' ', does: 'Show the next block' },
  { keys: 't', does: 'Start or stop the timer' },
  { keys: 'Escape', does: 'Leave the wall' },
] as const satisfies KeyTable
