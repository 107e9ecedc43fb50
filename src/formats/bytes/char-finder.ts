import type { TextLine } from './text-lines.ts'

/** The place of the next such character in [from, to) of the line's block, or `to`. */
export type CharFinder = (line: TextLine, from: number, to: number) => number

/** The last answer is kept, so that asking from place to place is linear in the block even where the character is rare. */
export function charFinder(char: string): CharFinder {
  let block: Uint8Array | null = null
  let asked = 0
  let found = -1
  return (line, from, to) => {
    if (line.bytes !== block || from < asked || (found >= 0 && found < from)) {
      block = line.bytes
      asked = from
      found = line.next(char, from)
    }
    return found < 0 || found > to ? to : found
  }
}
