import { describe, expect, test } from 'vitest'
import { aRun, therapyOf } from '#tests/support/a-run.ts'

describe('a regimen of which only parts are proven', () => {
  test('is not HIGH where nobody has approved the whole, and stands below the approved pair it holds', () => {
    const eu = aRun('COADREAD', 'BRAF V600E; wild-type KRAS, NRAS', { jurisdiction: 'EU' })
    const whole = therapyOf(eu, 'cetuximab+encorafenib+fluorouracil+irinotecan')
    expect(whole.band).toBe('MODERATE')
    expect(whole.amp).toBe('II-C')
    expect(whole.contributions.some((one) => one.rule === 'limit.parts')).toBe(true)
    expect(whole.contributions.reduce((sum, one) => sum + one.points, 0)).toBe(whole.score)
    expect(therapyOf(eu, 'cetuximab+encorafenib').score).toBeGreaterThan(whole.score)
  })
  test('is not held back by that rule where the whole is approved', () => {
    const us = therapyOf(aRun('COADREAD', 'BRAF V600E; wild-type KRAS, NRAS', { jurisdiction: 'US' }), 'cetuximab+encorafenib+fluorouracil+oxaliplatin')
    expect(us.label).toBe('this_tumour')
    expect(us.band).toBe('HIGH')
  })
})
