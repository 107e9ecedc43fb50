import { describe, expect, test } from 'vitest'
import { compare, needsDecision } from '#src/domain/comparison/compare.ts'
import type { ReasonForReview } from '#src/domain/intake.ts'
import { emptyOpinion, TherapyOpinion, type Opinion } from '#src/domain/opinion.ts'
import type { Slot } from '#src/domain/person.ts'
import { lungCase } from '#tests/domain/report/lung-case.ts'

type Ranked = readonly [drug: string, priority: number | null, worthConsidering?: 'yes' | 'no' | 'unknown']
const opinion = (slot: Slot, ranked: readonly Ranked[]): Opinion => ({
  ...emptyOpinion(slot),
  therapies: ranked.map(([drug, priority, worthConsidering = 'yes']) => TherapyOpinion.parse({ drugs: [drug], possible: 'yes', realistic: 'yes', worthConsidering, priority, level: 'A', use: 'in_label', reasons: [], note: '', against: '' })),
})
const agreements = (genomic: readonly Ranked[], oncology: readonly Ranked[], reason: ReasonForReview | null = null) => {
  const rows = compare({
    opinions: { genomic_expert: opinion('genomic_expert', genomic), oncologist: opinion('oncologist', oncology) }, run: { ...lungCase.run, therapies: [], alterations: [], interactions: [] },
    originalReport: { laboratory: '', date: null, lines: [], document: null }, reason, interactionName: (id) => id,
  })
  return Object.fromEntries(rows.map((row) => [row.subject, row.agreement]))
}

describe('the order of options', () => {
  test.each<[string, readonly Ranked[], readonly Ranked[], ReasonForReview | null, string]>([
    ['two options in opposite order differ', [['a', 1], ['b', 2]], [['a', 2], ['b', 1]], null, 'different different'],
    ['the same order agrees', [['a', 1], ['b', 2]], [['a', 1], ['b', 2]], null, 'same same'],
    ['the same order with other numbers agrees', [['a', 1], ['b', 2]], [['c', 1], ['a', 2], ['b', 3]], null, 'same same'],
    ['a rank on one side only says nothing of an order', [['a', 1], ['b', 2]], [['a', 2], ['b', null]], null, 'same same'],
    ['two on one rank are not the other way round', [['a', 1], ['b', 1]], [['a', 2], ['b', 1]], null, 'same same'],
    ['where the order was asked for, another rank of one option differs', [['a', 1], ['b', 2]], [['a', 2], ['b', 3]], 'no_order_among_options', 'different different'],
    ['where the order was asked for, the same ranks agree', [['a', 1], ['b', 2]], [['a', 1], ['b', 2]], 'no_order_among_options', 'same same'],
    ['what both leave aside has no order', [['a', 1, 'no'], ['b', 2, 'no']], [['a', 2, 'no'], ['b', 1, 'no']], 'no_order_among_options', 'same same'],
  ])('%s', (_what, genomic, oncology, reason, expected) => {
    const said = agreements(genomic, oncology, reason)
    expect(`${said['a']} ${said['b']}`).toBe(expected)
  })

  test('of three, only those that stand the other way round differ', () => {
    expect(agreements([['a', 1], ['b', 2], ['c', 3]], [['a', 2], ['b', 1], ['c', 3]])).toEqual({ a: 'different', b: 'different', c: 'same' })
  })

  test('each cell still says its own rank and stance, and the row wants a decision', () => {
    const rows = compare({
      opinions: { genomic_expert: opinion('genomic_expert', [['a', 1], ['b', 2]]), oncologist: opinion('oncologist', [['a', 2], ['b', 1]]) }, run: { ...lungCase.run, therapies: [] },
      originalReport: { laboratory: '', date: null, lines: [], document: null }, reason: null, interactionName: (id) => id,
    }).filter((row) => row.kind === 'therapy')
    expect(rows.map((row) => [row.subject, row.genomic_expert?.stance, row.genomic_expert?.priority, row.oncologist?.stance, row.oncologist?.priority, needsDecision(row)])).toEqual([['a', 'for', 1, 'for', 2, true], ['b', 'for', 2, 'for', 1, true]])
  })
})

test('another stance differs, one voice alone is one that mentions', () => {
  expect(agreements([['a', 1], ['b', null]], [['a', 1, 'no']])).toEqual({ a: 'different', b: 'one_mentions' })
})
