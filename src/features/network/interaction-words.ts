import type { InteractionView } from '#src/contract/views/facts-view.ts'
import type { RunDifference } from '#src/contract/views/therapies-view.ts'
import type { InteractionVerdict } from '#src/domain/opinion.ts'

export const verdictWords: Record<InteractionVerdict, string> = { confirm: 'confirmed', dispute: 'disputed', qualify: 'qualified' }
export const verdictOrders: Record<InteractionVerdict, string> = { confirm: 'Confirm', dispute: 'Dispute', qualify: 'Qualify' }
export const verdicts: readonly InteractionVerdict[] = ['confirm', 'dispute', 'qualify']

/** Who said what, as far as this person may know it. */
export function standing({ mine, other }: InteractionView): { text: string; isDisputed: boolean } {
  const isDisputed = mine?.verdict === 'dispute' || other?.verdict === 'dispute'
  if (mine && other) return { text: mine.verdict === other.verdict ? `both ${mine.verdict}` : `you ${verdictWords[mine.verdict]}, other ${verdictWords[other.verdict]}`, isDisputed }
  if (mine) return { text: `you ${verdictWords[mine.verdict]}`, isDisputed }
  return { text: other ? `other ${verdictWords[other.verdict]}` : 'no word yet', isDisputed }
}

const figure = (value: number | null) => (value === null ? 'not ranked' : value.toLocaleString('en').replace('-', '−'))

/** "osimertinib 1,452 → 1,577": the figures of one therapy before and after. */
export const differenceText = ({ therapy, before, after, bandBefore, bandAfter }: RunDifference) =>
  `${therapy.replaceAll('+', ' + ')} ${figure(before)} → ${figure(after)}${bandBefore !== bandAfter ? ` (${bandBefore ?? 'none'} → ${bandAfter ?? 'none'})` : ''}`
