import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import type { Cell, RowDecision } from '#src/domain/comparison/row.ts'
import type { ThreeValued } from '#src/domain/opinion.ts'

export type DecisionForm = Omit<RowDecision, 'outcome' | 'stance'> & { outcome: RowDecision['outcome'] | null; stance: RowDecision['stance'] | null }
type Option = NonNullable<RowDecision['option']>

/** An expert's cell of a therapy codes the three questions as `possible yes, realistic no, worth considering unknown`. */
function answerIn(cell: Cell | null, question: string): ThreeValued {
  const said = cell?.code.split(', ').find((part) => part.startsWith(question))?.split(' ').at(-1)
  return said === 'yes' || said === 'no' ? said : 'unknown'
}

const optionFrom = (row: ComparisonRowView, cell: Cell | null): Option | null =>
  row.kind !== 'therapy' ? null : {
    drugs: row.subject.split(' + '), possible: answerIn(cell, 'possible'), realistic: answerIn(cell, 'realistic'), worthConsidering: answerIn(cell, 'worth considering'),
    priority: cell?.priority ?? null, level: cell?.level ?? null, use: cell?.use ?? 'unknown', against: '', access: '', wouldChange: '',
  }

/** Nothing is decided beforehand: outcome and stance are empty until a person chooses. */
export function formOf(row: ComparisonRowView): DecisionForm {
  if (row.decision) {
    const { by: _by, at: _at, ...decision } = row.decision
    return decision
  }
  return { row: row.id, outcome: null, stance: null, text: '', reason: 'none', dissent: '', option: optionFrom(row, row.oncologist ?? row.genomic_expert) }
}

/** One expert's wording taken over as the agreed one. */
export function takeFrom(row: ComparisonRowView, slot: 'genomic_expert' | 'oncologist', form: DecisionForm): DecisionForm {
  const cell = row[slot]
  if (!cell) return form
  const option = optionFrom(row, cell)
  const against = cell.text.includes('Against: ') ? cell.text.slice(cell.text.indexOf('Against: ') + 9) : ''
  const text = cell.text.split('Against: ')[0]?.trim() || cell.code
  return { ...form, outcome: 'agreed', stance: cell.stance, text, dissent: '', reason: 'none', option: option && { ...option, against, use: cell.use && cell.use !== 'unknown' ? cell.use : (form.option?.use ?? 'unknown'), access: form.option?.access ?? '', wouldChange: form.option?.wouldChange ?? '' } }
}

const wordingOf = (cell: Cell | null) => (cell ? cell.text || cell.code : 'not mentioned')

/** Left open: both wordings are kept, and both are printed. */
export const leaveOpen = (row: ComparisonRowView, form: DecisionForm): DecisionForm =>
  ({ ...form, outcome: 'left_open', stance: 'open', text: form.text || wordingOf(row.genomic_expert), dissent: form.dissent || wordingOf(row.oncologist) })

/** What still hinders recording, in words; null when nothing does. */
export function hindrance({ outcome, stance, text, reason, dissent }: DecisionForm): string | null {
  if (outcome === null) return 'Choose how the row ends.'
  if (stance === null) return 'Choose what is decided.'
  if (text.trim().length < 3) return outcome === 'needs_test' ? 'Name the test.' : 'Write the agreed text.'
  if ((outcome === 'left_open' || outcome === 'agreed_dissent') && reason === 'none') return 'A row left open or agreed with dissent needs a coded reason.'
  if ((outcome === 'left_open' || outcome === 'agreed_dissent') && dissent.trim().length < 3) return 'Write the dissent: both wordings are printed.'
  return null
}

/** The decision to record; null while something hinders it. */
export function decisionOf(form: DecisionForm): RowDecision | null {
  const { outcome, stance } = form
  if (hindrance(form) !== null || outcome === null || stance === null) return null
  return { ...form, outcome, stance, option: stance === 'for' ? form.option : null }
}
