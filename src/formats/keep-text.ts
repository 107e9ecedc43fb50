/**
 * Copies a piece of text out of the buffer it was cut from: V8 keeps the whole megabyte alive for a kept slice.
 * Repeated words (genes, consequences, filters) are stored once.
 */
export type TextKeeper = (text: string) => string

const INTERNED = 20_000

/** A copy of its own of a text that will hardly come again (changes, places, what was reported). */
export function ownText(text: string): string {
  // Slices shorter than 13 characters are copied by V8 anyway; a concatenation that is cut again is a string of its own.
  return text.length < 13 ? text : `${text} `.slice(0, -1)
}

export function textKeeper(): TextKeeper {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const own = ownText(text)
    if (text.length < 40 && known.size < INTERNED) known.set(own, own)
    return own
  }
}
