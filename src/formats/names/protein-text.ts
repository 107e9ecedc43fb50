import { formatProteinChange, parseProteinChange } from '#src/domain/protein-change.ts'

/** A protein change in our one-letter form, or null when there is none or it says nothing (`p.?`, `.`). What cannot be parsed is kept as written behind `p.`. */
export function proteinText(reported: string): string | null {
  const text = reported.trim()
  if (text === '' || text === '.' || text === 'NA' || text === '-' || text.endsWith(':') || text === 'p.?' || text === 'p.') return null
  const parsed = parseProteinChange(text)
  if (parsed) return formatProteinChange(parsed)
  const bare = text.slice(text.lastIndexOf(':') + 1)
  return bare.startsWith('p.') ? bare : `p.${bare}`
}

/** HGVS c. without its accession; null when there is none. */
export function codingText(reported: string): { hgvsc: string | null; transcript: string | null } {
  const text = reported.trim()
  if (text === '' || text === '.' || text === 'NA') return { hgvsc: null, transcript: null }
  const colon = text.indexOf(':')
  const change = colon < 0 ? text : text.slice(colon + 1)
  return { hgvsc: change === '' ? null : change, transcript: colon <= 0 ? null : text.slice(0, colon) }
}
