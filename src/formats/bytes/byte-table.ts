import { ownText } from '../keep-text.ts'
import type { TextLine } from './text-lines.ts'

type Entry<T> = { key: string; value: T; next: Entry<T> | null }

export type ByteTable<T> = {
  /** What belongs to the word that stands at these places; made once for each word, again and again where the table is full. */
  at: (line: TextLine, from: number, to: number) => T
  /** What belongs to a word given as text; undefined when it has not been seen. */
  of: (key: string) => T | undefined
  isFull: () => boolean
}

const LONGEST = 400

/**
 * Finds what belongs to a word without making a text of it: a file holds few words (keys, consequences, filters, genes) in millions of places.
 * Words beyond `limit`, very long ones and those outside ASCII are made anew each time.
 */
export function byteTable<T>(limit: number, make: (word: string) => T, seeds: readonly string[] = []): ByteTable<T> {
  const byHash = new Map<number, Entry<T>>()
  const byKey = new Map<string, T>()
  const hashOf = (key: string) => { let hash = key.length; for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0; return hash }
  const put = (key: string, hash: number): T => {
    const value = make(key)
    byHash.set(hash, { key, value, next: byHash.get(hash) ?? null })
    byKey.set(key, value)
    return value
  }
  for (const seed of seeds) if (!byKey.has(seed)) put(seed, hashOf(seed))
  return {
    at: (line, from, to) => {
      const { bytes } = line
      let hash = to - from
      for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
      for (let entry = byHash.get(hash) ?? null; entry !== null; entry = entry.next) if (isSame(bytes, from, to, entry.key)) return entry.value
      const key = line.text(from, to)
      const known = byKey.get(key)
      if (known !== undefined) return known
      return byKey.size >= limit || to - from > LONGEST ? make(key) : put(ownText(key), hash)
    },
    of: (key) => byKey.get(key),
    isFull: () => byKey.size >= limit,
  }
}

export function isSame(bytes: Uint8Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word.charCodeAt(at)) return false
  return true
}
