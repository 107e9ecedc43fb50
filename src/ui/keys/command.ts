/** A line of the palette. `words` are further names it is found by. */
export type Command = { id: string; label: string; note?: string; group: string; words?: readonly string[]; act: () => void }
