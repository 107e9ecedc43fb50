import { minimalAllele } from './allele.ts'
import type { Say } from './say.ts'

/** Alleles that are compared with the next ones: the same change may be written from several positions, which lie close together. */
const REMEMBERED = 16

/**
 * Repeated changes, positions that go back and chromosomes that come back are signs of a file put together by hand. Symbolic alleles and breakends may
 * repeat: they name different ends or estimates.
 */
export function orderCheck(say: Say): (chrom: string, pos: number, ref: string, alts: readonly string[]) => void {
  const closed = new Set<string>()
  let current = ''
  let last = -1
  const positions = new Float64Array(REMEMBERED)
  const changes: string[] = Array.from({ length: REMEMBERED }, () => '')
  let next = 0
  const remember = (pos: number, change: string): boolean => {
    for (let at = 0; at < REMEMBERED; at++) if (positions[at] === pos && changes[at] === change) return true
    positions[next] = pos
    changes[next] = change
    next = (next + 1) % REMEMBERED
    return false
  }
  return (chrom, pos, ref, alts) => {
    if (chrom !== current) {
      if (closed.has(chrom)) say('chromosomes_not_in_order', 'CHROM', `chromosome ${chrom.slice(0, 20)} comes back after another one; check that no part of the file was pasted in`)
      if (closed.size < 100_000) closed.add(current)
      current = chrom
      last = -1
      positions.fill(-1)
    } else if (pos < last) say('positions_not_in_order', 'POS', `position ${pos} comes after ${last}; positions of a chromosome must ascend`)
    last = pos
    for (const alt of alts) {
      if (ref.length === 1 && alt.length === 1) { if (alt !== '.' && alt !== '*' && remember(pos, ref + alt)) say('record_twice', 'ALT', `the change ${ref}>${alt} at ${pos} was stated before`); continue }
      if (ref.length > 400 || alt.length > 400) continue
      const allele = minimalAllele(pos, ref, alt)
      if (allele.type === 'SYMBOLIC' || allele.type === 'BND' || allele.type === 'REFERENCE' || allele.type === 'SPANNING') continue
      if (remember(allele.pos, `${allele.ref}>${allele.alt}`.replace(/^(.)>(.)$/, '$1$2'))) say('record_twice', 'ALT', `the change ${allele.ref.slice(0, 30)}>${allele.alt.slice(0, 30)} at ${allele.pos} was stated before`)
    }
  }
}
