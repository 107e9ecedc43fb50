import { describe, expect, it } from 'vitest'
import type { ComparisonRowView } from '#src/contract/views/review-view.ts'
import type { Cell } from '#src/domain/comparison/row.ts'
import { decisionOf, formOf, hindrance, leaveOpen, takeFrom } from '#src/features/consensus/decision-form.ts'

const cell = (said: Partial<Cell>): Cell => ({ stance: 'for', code: 'possible yes, realistic no, worth considering yes', text: '', level: null, priority: null, page: null, ...said })
const row: ComparisonRowView = {
  id: 'therapy:osimertinib+savolitinib', kind: 'therapy', subject: 'osimertinib + savolitinib', agreement: 'different', needsDecision: true, version: 0, decision: null, computed: null, original: null,
  genomic_expert: cell({ text: 'Blocks the bypass. Against: no label.', level: 'B', priority: 2, use: 'off_label' }), oncologist: cell({ stance: 'against', code: 'avoid', text: 'No trial near.' }),
}

describe('the decision on a row', () => {
  it('starts with nothing chosen', () => {
    expect(formOf(row)).toMatchObject({ outcome: null, stance: null, text: '' })
    expect(decisionOf(formOf(row))).toBeNull()
  })

  it('takes the left wording with its three answers, level and what argues against', () => {
    expect(decisionOf(takeFrom(row, 'genomic_expert', formOf(row)))).toMatchObject({
      outcome: 'agreed', stance: 'for', text: 'Blocks the bypass.', option: { drugs: ['osimertinib', 'savolitinib'], possible: 'yes', realistic: 'no', worthConsidering: 'yes', level: 'B', priority: 2, use: 'off_label', against: 'no label.' },
    })
  })

  it('takes the right wording without an option when it argues against', () => {
    expect(decisionOf(takeFrom(row, 'oncologist', formOf(row)))).toMatchObject({ stance: 'against', text: 'No trial near.', option: null })
  })

  it('left open keeps both wordings and asks for a coded reason', () => {
    const open = leaveOpen(row, formOf(row))
    expect(open).toMatchObject({ text: 'Blocks the bypass. Against: no label.', dissent: 'No trial near.' })
    expect(hindrance(open)).toContain('coded reason')
    expect(decisionOf({ ...open, reason: 'clinical_weight_differs' })).toMatchObject({ outcome: 'left_open', stance: 'open', option: null })
  })
})
