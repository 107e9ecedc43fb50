import { describe, expect, test } from 'vitest'
import { aRun, therapyOf } from '#tests/support/a-run.ts'

describe('what can be had', () => {
  test('a drug whose development was given up is shown, not ranked; before that day it was ranked', () => {
    const on = (date: string) => therapyOf(aRun('LUAD', 'EGFR L858R; EGFR T790M', { date }), 'rociletinib')
    expect(on('2016-05-04').label).toBe('investigational')
    const later = on('2026-11-23')
    expect(later.label).toBe('withdrawn')
    expect(later.feasibility).toContainEqual(expect.objectContaining({ fact: 'feasibility.availability', state: 'not_met', params: { drug: 'rociletinib', on: '2016-05-05' } }))
    const ranked = aRun('LUAD', 'EGFR L858R; EGFR T790M', { date: '2026-11-23' }).therapies
    expect(ranked.findIndex((one) => one.therapy === 'rociletinib')).toBeGreaterThan(ranked.findLastIndex((one) => one.label !== 'withdrawn'))
  })
})
