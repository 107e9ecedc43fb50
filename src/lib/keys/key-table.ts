/** Keys as written on screen: `j`, `g v`, `Enter`, `Mod+k` (Ctrl, or Cmd on a Mac), `ArrowDown`. Tables are data, so that a test can walk them all. */
export type KeyRow<Keys extends string = string> = { keys: Keys; does: string }
export type KeyTable<Keys extends string = string> = { screen: string; rows: readonly KeyRow<Keys>[] }
export type Handlers<Keys extends string> = Readonly<Record<Keys, () => void>>
