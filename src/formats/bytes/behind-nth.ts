import type { TextLine } from './text-lines.ts'

/**
 * The place behind the `count`-th such byte (ASCII) in [from, to), or -1 when there are fewer. Four bytes are looked at together: the fields that are
 * passed over are short, so a search from one to the next costs more calls, and a comparison byte by byte more wrong guesses of the processor.
 */
export function behindNth(line: TextLine, byte: number, count: number, from: number, to: number): number {
  const { bytes, view } = line
  const wanted = Math.imul(byte, 0x01010101)
  let left = count
  let place = from
  for (const stop = to - 4; place <= stop; place += 4) {
    const differing = view.getInt32(place, true) ^ wanted
    // The high bit of each of the four is set where it does not differ: adding 127 carries into it exactly when a lower bit is set.
    const equal = ~(((differing & 0x7f7f7f7f) + 0x7f7f7f7f) | differing) & 0x80808080
    const found = Math.imul(equal >>> 7, 0x01010101) >>> 24
    if (found >= left) break
    left -= found
  }
  for (; left > 0 && place < to; place++) if (bytes[place] === byte) left--
  return left > 0 ? -1 : place
}
