/** Within its first 1024 bytes a PDF says so (ISO 32000, annex H): some writers put a line of their own before it. */
const within = 1024
const mark = [0x25, 0x50, 0x44, 0x46, 0x2d] // %PDF-

export function isPdf(bytes: Uint8Array): boolean {
  const last = Math.min(within, bytes.length) - mark.length
  for (let at = 0; at <= last; at++) if (mark.every((byte, i) => bytes[at + i] === byte)) return true
  return false
}
