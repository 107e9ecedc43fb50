import { bytesOf } from '#tests/support/reading-of.ts'

const pieces = ['\t', '\n', '\r', '|', ',', ';', '=', '<', '>', '"', '%', '%3D', ':', '/', '.', '-1', '0', '99999999999999999999', 'NaN', '\u0000', 'é', '[', ']', '{', '}', '##', '#CHROM', 'p.', 'c.', '__proto__', '&lt;', '<!ENTITY', '\\u0000', '\uFEFF', 'A'.repeat(300), '1e308', '∞'].map(bytesOf)

/** One to four alterations: bytes cut out, put in, written over, changed or repeated. The same generator gives the same bytes. */
export function mutated(bytes: Uint8Array, next: () => number): Uint8Array {
  let list = [...bytes]
  for (let count = 1 + Math.floor(next() * 4); count > 0; count--) {
    const at = Math.floor(next() * list.length)
    const length = Math.floor(next() * 12)
    const piece = pieces[Math.floor(next() * pieces.length)] ?? []
    const kind = next()
    if (kind < 0.2) list.splice(at, length)
    else if (kind < 0.45) list.splice(at, 0, ...piece)
    else if (kind < 0.65) list.splice(at, piece.length, ...piece)
    else if (kind < 0.8) list[at] = Math.floor(next() * 256)
    else if (kind < 0.85) list = list.slice(0, at)
    else list = [...list.slice(0, at), ...list.slice(Math.max(0, at - 30), at), ...list.slice(at)]
  }
  return Uint8Array.from(list)
}
