import { formatProteinChange, parseProteinChange } from './protein-change.ts'

/** Do two names stand for one protein change, as far as their own text tells? */
export function isSameNamedChange(a: string, b: string): boolean {
  const [x, y] = [proteinChangeKeys(a), proteinChangeKeys(b)]
  return x.own === y.own || x.others.includes(y.own) || y.others.includes(x.own)
}

/**
 * Under which keys a protein change is the same as another: its canonical form without the stop distance of a frameshift (laboratories leave it out), and for
 * an insertion the duplication it would be (`A775_G776insYVMA` is `Y772_A775dup`). The duplication is a second key only: two insertions are never
 * taken for one by it, since the residues between are not at hand.
 */
export function proteinChangeKeys(hgvsp: string): { own: string; others: string[] } {
  const change = parseProteinChange(hgvsp)
  if (!change?.start || !change.end) return { own: hgvsp, others: [] }
  if (change.kind === 'frameshift') return { own: `p.${change.start.residue}${change.start.position}fs`, others: [] }
  const { start, inserted } = change
  const isRepeat = change.kind === 'insertion' && inserted !== null && inserted.at(-1) === start.residue && start.position >= inserted.length
  if (!isRepeat) return { own: formatProteinChange(change), others: [] }
  const first = { residue: inserted.charAt(0), position: start.position - inserted.length + 1 }
  return { own: formatProteinChange(change), others: [formatProteinChange({ kind: 'duplication', start: first, end: start, inserted: null, insertedLength: null, distance: null })] }
}
