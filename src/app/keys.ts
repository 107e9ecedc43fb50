import type { KeyTable } from '#src/lib/key-table.ts'

/** Keys that work everywhere behind the sign-in. */
export const everywhereKeys = [
  { keys: '?', does: 'Show the keys' },
  { keys: '/', does: 'Search in this view' },
  { keys: 'g l', does: 'Go to the worklist' },
] as const satisfies KeyTable

/** Keys of every place of a case, beside `g` and the letter of a place. */
export const caseKeys = [
  { keys: 'i', does: 'Mask identity' },
  { keys: 'g b', does: 'Go to the board' },
] as const satisfies KeyTable

/** The neighbours in the worklist, except where the brackets take a wording (comparison, consensus): one slip there would leave the case. */
export const neighbourKeys = [
  { keys: '[', does: 'Previous case' },
  { keys: ']', does: 'Next case' },
] as const satisfies KeyTable
