import { recordPoints } from '../release/class-record.ts'
import type { Regimen } from '../release/regimen.ts'
import type { Scoring } from './scoring.ts'

/** `selected`: of patients whom a biomarker selected, not of all comers. */
export type Prior = { points: number; selected: boolean; class: string; basis: string; source: string }

/**
 * How the class did in patients like this one: the first of its records that holds. Of a regimen's classes the best, or the worst where none does well.
 * A model system is given drugs that no trial took into this tumour type: there a class without a record is read as targeted drugs are without selection,
 * 4 % responses (Schwaederle 2015, PMID 26304871).
 */
export function readPrior(regimen: Regimen, at: Scoring): Prior | null {
  const known: Prior[] = []
  for (const name of regimen.classes) {
    const record = at.view.priors.get(name)?.find((one) => at.holds(one.expression) === 1)
    if (record) known.push({ points: record.points, selected: record.selected, basis: record.basis, source: record.source, class: name })
  }
  if (known.length === 0 && at.input.mode === 'model-system') {
    const { unrecorded } = at.index.weights.prior
    const points = recordPoints({ response: unrecorded, control: null, gain: false }, at.index.weights)
    return { points, selected: false, class: regimen.classes[0] ?? '', basis: `ORR ${unrecorded} % of targeted drugs without selection`, source: 'PMID:26304871' }
  }
  if (known.length === 0) return null
  if (known.length === 1) return known[0]?.points === 0 ? null : known[0] ?? null
  const found = known.filter((one) => one.points !== 0).sort((a, b) => b.points - a.points || (a.class < b.class ? -1 : 1))
  const first = found[0]
  return first ? (first.points > 0 ? first : found.at(-1) ?? null) : null
}
