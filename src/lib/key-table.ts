/** Keys of a screen as data, so that a test can walk all tables and find a key that two meanings claim. Written as in `ui/keys/shortcut.ts`. */
export type KeyRow<Keys extends string = string> = { keys: Keys; does: string }
export type KeyTable<Keys extends string = string> = readonly KeyRow<Keys>[]

/** The table with what each key does here; a key without an act does not compile. `isOff` keeps them all off for a moment. */
export const bindKeys = <Keys extends string>(table: KeyTable<Keys>, acts: Readonly<Record<Keys, () => void>>, isOff = false) =>
  table.map((row) => ({ keys: row.keys, does: row.does, act: acts[row.keys], isOff }))
