/**
 * Copies a piece of text out of the buffer it was cut from: V8 keeps the whole megabyte alive for a kept slice (design 6, rule 5).
 * Repeated words (genes, consequences, filters) are stored once.
 */
export type TextKeeper = (text: string) => string

const INTERNED = 50_000

export function textKeeper(): TextKeeper {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    // Slices shorter than 13 characters are copied by V8 anyway; a concatenation that is cut again is a string of its own.
    const own = text.length < 13 ? text : `${text} `.slice(0, -1)
    if (text.length < 40 && known.size < INTERNED) known.set(own, own)
    return own
  }
}
