import { ownText } from '../keep-text.ts'
import type { TextLine } from './text-lines.ts'

/** The key as bytes: they are compared with bytes, several times faster than with a text. */
type Entry<T> = { key: Uint8Array; hash: number; value: T; next: Entry<T> | null }

export type ByteTable<T> = {
  /** What belongs to the word that stands at these places; made once for each word, again and again where the table is full. */
  at: (line: TextLine, from: number, to: number) => T
  /** What belongs to a word given as text; undefined when it has not been seen. */
  of: (key: string) => T | undefined
  isFull: () => boolean
}

const LONGEST = 400

/** Words of one slot that are compared; what lies beyond is found as a text, so that a file made of such words is no slower. */
const COMPARED = 8
/** Slots of a table whose words may be many: a file names up to 20,000 genes, and few should share a slot. */
const SLOTS = [4096, 32_768] as const
/** An odd number whose bits are spread (of the hash FNV-like mixers use), so that every bit of a word reaches the high ones. */
const MIXER = 0x9e3779b1

/** Made of the length and of the first and last eight bytes, four at a time; of the first and last four of a word below eight bytes. */
function hashOf(view: DataView, from: number, to: number): number {
  const length = to - from
  if (length < 4) return Math.imul(length * 0x1000000 + (length > 0 ? view.getUint8(from) : 0) + (length > 1 ? view.getUint8(from + 1) * 256 : 0) + (length > 2 ? view.getUint8(from + 2) * 65_536 : 0), MIXER)
  let hash = Math.imul(length ^ view.getInt32(from, true), MIXER) ^ view.getInt32(to - 4, true)
  if (length >= 8) hash = Math.imul(Math.imul(hash ^ (hash >>> 15), MIXER) ^ view.getInt32(from + 4, true), MIXER) ^ view.getInt32(to - 8, true)
  return Math.imul(hash ^ (hash >>> 15), MIXER)
}

/**
 * Finds what belongs to a word without making a text of it: a file holds few words (keys, consequences, filters, genes) in millions of places.
 * Words beyond `limit`, very long ones and those outside ASCII are made anew each time.
 */
export function byteTable<T>(limit: number, make: (word: string) => T, seeds: readonly string[] = []): ByteTable<T> {
  const size = limit > SLOTS[0] ? SLOTS[1] : SLOTS[0]
  const slots: (Entry<T> | null)[] = new Array<null>(size).fill(null)
  const encoder = new TextEncoder()
  const byKey = new Map<string, T>()
  // The word of the line before is the likeliest.
  let last: Entry<T> | null = null
  const put = (key: string, own: Uint8Array, hash: number): T => {
    const value = make(key)
    const slot = spread(hash) & (size - 1)
    last = { key: own, hash, value, next: slots[slot] ?? null }
    slots[slot] = last
    byKey.set(key, value)
    return value
  }
  for (const seed of seeds) if (!byKey.has(seed)) { const own = encoder.encode(seed); put(seed, own, hashOf(new DataView(own.buffer, own.byteOffset, own.length), 0, own.length)) }
  return {
    at: (line, from, to) => {
      const { bytes } = line
      if (last !== null && isEqual(bytes, from, to, last.key)) return last.value
      const hash = hashOf(line.view, from, to)
      let compared = 0
      for (let entry = slots[spread(hash) & (size - 1)] ?? null; entry !== null && compared < COMPARED; entry = entry.next, compared++) if (entry.hash === hash && isEqual(bytes, from, to, entry.key)) { last = entry; return entry.value }
      const key = line.text(from, to)
      const known = byKey.get(key)
      if (known !== undefined) return known
      return byKey.size >= limit || to - from > LONGEST ? make(key) : put(ownText(key), bytes.slice(from, to), hash)
    },
    of: (key) => byKey.get(key),
    isFull: () => byKey.size >= limit,
  }
}

/** The high bits are the well mixed ones. */
const spread = (hash: number) => hash ^ (hash >>> 16)

function isEqual(bytes: Uint8Array, from: number, to: number, word: Uint8Array): boolean {
  const { length } = word
  if (to - from !== length) return false
  // From the end: names of a family differ there.
  for (let at = length - 1; at >= 0; at--) if (bytes[from + at] !== word[at]) return false
  return true
}

export function isSame(bytes: Uint8Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word.charCodeAt(at)) return false
  return true
}
