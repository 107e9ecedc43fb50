export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const LOOKED_AT = 400

/** Share of NUL bytes at even and at odd places: text of our letters in UTF-16 has one in every pair. */
function nulls(bytes: Uint8Array): [number, number] {
  const count = [0, 0]
  const size = Math.min(bytes.length, LOOKED_AT) & ~1
  for (let at = 0; at < size; at++) if (bytes[at] === 0) count[at % 2] = (count[at % 2] ?? 0) + 1
  return [(count[0] ?? 0) / Math.max(1, size / 2), (count[1] ?? 0) / Math.max(1, size / 2)]
}

/** By byte order mark, else by content: spreadsheets export UTF-16 without a mark, and older ones the Western code page of Windows. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const [even, odd] = nulls(bytes)
  if (odd > 0.8 && even < 0.1) return 'utf-16le'
  if (even > 0.8 && odd < 0.1) return 'utf-16be'
  try {
    // `stream`: a character cut at the end of the stretch is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return 'utf-8'
  } catch {
    return even + odd > 0 ? 'utf-8' : 'windows-1252'
  }
}
