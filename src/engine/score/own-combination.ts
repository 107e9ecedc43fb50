import type { Matched } from '../reading/match-evidence.ts'
import type { Regimen } from '../release/regimen.ts'
import type { Scoring, Spoken } from './scoring.ts'

/** Was it seen in this tumour type, in all, or in a kin of it? */
const isComparable = ({ tumour }: Matched): boolean => tumour !== 'other' && tumour !== 'distant'

/** Does evidence or mechanism speak of the drug alone in this case? */
function speaks(drug: number, at: Scoring): boolean {
  const alone = at.spoken[at.index.singleOf[drug] ?? -1]
  return at.mechanisms.some(({ hits }) => hits[drug] != null) || (alone !== undefined && (alone.whole.length > 0 || alone.part.length > 0))
}

/**
 * Does evidence speak of this very combination here? Seen elsewhere only, it is an idea for this tumour type when every drug of it meets something that was
 * found (dabrafenib with trametinib); where one is the other tumour's backbone or closes the other tumour's feedback (capecitabine with lapatinib,
 * encorafenib with cetuximab), the drug that remains stands in the list by itself. What speaks against a combination is told where it was seen.
 */
export function isOwnCombination(regimen: Regimen, { whole, against }: Spoken, at: Scoring): boolean {
  if (whole.some(isComparable) || (whole.length > 0 && regimen.drugIndexes.every((drug) => speaks(drug, at)))) return true
  return against.some((one) => one.item.regimen.length === regimen.drugs.length && isComparable(one))
}
