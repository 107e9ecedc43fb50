import { parseProteinChange } from '#src/domain/protein-change.ts'
import { codingConsequence } from './coding-consequence.ts'

const shifting = new Set(['frameshift', 'nonsense', 'extension', 'splice', 'unknown'])

/**
 * Do a coding and a protein change speak of the same place? False only where they cannot (another codon, another frame); null where their own
 * text does not tell, for indels move along repeats and a shifted frame shows late. A reason to look, never an error.
 */
export function codingAgreesWithProtein(hgvsc: string | null, hgvsp: string | null): boolean | null {
  const protein = hgvsp === null ? null : parseProteinChange(hgvsp)
  const at = hgvsc === null ? null : /^c\.([0-9]{1,6})(?:_[0-9]{1,6})?(?:[ACGT]>[ACGT]|del|dup|ins)/.exec(hgvsc)
  if (!protein?.start || !at || hgvsc === null) return null
  const codon = Math.ceil(Number(at[1]) / 3)
  if (hgvsc.includes('>')) {
    if (protein.kind === 'splice' || protein.kind === 'unknown') return null
    return ['substitution', 'nonsense', 'synonymous', 'start_lost', 'extension'].includes(protein.kind) ? protein.start.position === codon : false
  }
  const isShift = codingConsequence(hgvsc)?.consequence === 'frameshift_variant'
  if (isShift && !shifting.has(protein.kind)) return false
  return !isShift && protein.kind === 'frameshift' ? false : null
}
