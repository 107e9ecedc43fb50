/** What a coding HGVS change does to the reading frame, as far as its own text tells (no reference sequence at hand). */
export type CodingConsequence = { kind: 'snv' | 'indel' | 'splice'; consequence: string | null }

const isBase = (char: string) => char === 'A' || char === 'C' || char === 'G' || char === 'T' || char === 'U' || char === 'N'
const isDigit = (char: string) => char >= '0' && char <= '9'

type Place = { base: number; offset: number }

function readPlace(text: string, from: number): { place: Place; at: number } | null {
  let at = from
  const start = at
  if (text.charAt(at) === '-' || text.charAt(at) === '*') at++
  while (isDigit(text.charAt(at))) at++
  const base = Number(text.slice(start, at).replace('*', ''))
  if (at === start || !Number.isFinite(base)) return null
  const offsetFrom = at
  if (text.charAt(at) === '+' || (text.charAt(at) === '-' && isDigit(text.charAt(at + 1)))) { at++; while (isDigit(text.charAt(at))) at++ }
  return { place: { base, offset: at > offsetFrom ? Number(text.slice(offsetFrom, at)) : 0 }, at }
}

function countBases(text: string, from: number): number {
  let at = from
  while (isBase(text.charAt(at))) at++
  return at - from
}

/**
 * Reads `c.5266dupC`, `c.68_69del`, `c.3028+1G>T`, `c.-124C>T`. A length change that is no multiple of three shifts the frame; the first two
 * bases of an intron are splice sites; a place in front of the first codon is the promoter. Null when it is no such change.
 */
export function codingConsequence(text: string): CodingConsequence | null {
  if (text.length > 200 || !text.startsWith('c.')) return null
  const first = readPlace(text, 2)
  if (!first) return null
  const second = text.charAt(first.at) === '_' ? readPlace(text, first.at + 1) : null
  const start = first.place
  const end = second?.place ?? start
  const rest = text.slice(second?.at ?? first.at)
  if (rest === '') return null
  const indel = rest.startsWith('del') || rest.startsWith('dup') || rest.startsWith('ins')
  if (!indel && !rest.includes('>')) return null
  const nearSplice = [start, end].some((place) => place.offset !== 0 && Math.abs(place.offset) <= 2)
  if (nearSplice) return { kind: 'splice', consequence: start.offset < 0 ? 'splice_acceptor_variant' : 'splice_donor_variant' }
  if (start.base < 0) return { kind: indel ? 'indel' : 'snv', consequence: 'upstream_gene_variant' }
  if (start.offset !== 0 || end.offset !== 0) return { kind: indel ? 'indel' : 'snv', consequence: 'intron_variant' }
  if (!indel) return { kind: 'snv', consequence: null }
  const span = end.base - start.base + 1
  const insertedAt = rest.indexOf('ins')
  const inserted = insertedAt >= 0 ? countBases(rest, insertedAt + 3) : 0
  const change = rest.startsWith('dup') ? span : rest.startsWith('ins') ? inserted : inserted - span
  return { kind: 'indel', consequence: change % 3 !== 0 ? 'frameshift_variant' : change < 0 ? 'inframe_deletion' : 'inframe_insertion' }
}
