import type { Matched } from './match-evidence.ts'
import type { Regimen } from './regimen.ts'
import type { Scoring } from './scoring.ts'

/** Was it seen in this tumour type, in all, or in a kin of it? */
const isComparable = ({ tumour }: Matched): boolean => tumour !== 'other' && tumour !== 'distant'

/** Does evidence or mechanism speak of the drug alone in this case? */
function speaks(drug: number, at: Scoring): boolean {
  return (at.mechanisms[drug]?.hits.some((hit) => hit !== null) ?? false) || at.sensitivity.has(at.index.singleOf[drug] ?? -1)
}

/**
 * Does evidence speak of this very combination here? Seen elsewhere only, it is an idea for this tumour type when every drug of it meets something that was
 * found (dabrafenib with trametinib); where one is the other tumour's backbone or closes the other tumour's feedback (capecitabine with lapatinib,
 * encorafenib with cetuximab), the drug that remains stands in the list by itself. What speaks against a combination is told where it was seen.
 */
export function isOwnCombination(regimen: Regimen, at: Scoring): boolean {
  const own = (at.sensitivity.get(regimen.id) ?? []).filter((one) => one.percent === 100)
  if (own.some((one) => isComparable(one.matched)) || (own.length > 0 && regimen.drugIndexes.every((drug) => speaks(drug, at)))) return true
  return (at.against.get(regimen.id) ?? []).some((one) => one.item.regimen.length === regimen.drugs.length && isComparable(one))
}
