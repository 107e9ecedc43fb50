import { describe, expect, test } from 'vitest'
import { movedTherapies } from '#src/features/network/moved-therapies.ts'

const standing = (score: number, band: string, points: { points: number; because: string }[]) => ({ score, band, points })
const evidence = { points: 1000, because: 'Level A evidence in this tumour.' }
const bypass = { points: -450, because: 'MET amplification goes around EGFR.' }

describe('what one word moved', () => {
  const before = new Map([['osimertinib', standing(550, 'MODERATE', [evidence, bypass])], ['afatinib', standing(400, 'MODERATE', [])]])
  const after = new Map([['osimertinib', standing(1000, 'HIGH', [evidence])], ['afatinib', standing(400, 'MODERATE', [])]])

  test('names the therapy, both scores, both bands and the point that went', () => {
    expect(movedTherapies(before, after)).toEqual([
      { therapy: 'osimertinib', before: 550, after: 1000, bandBefore: 'MODERATE', bandAfter: 'HIGH', because: ['no longer −450: MET amplification goes around EGFR.'] },
    ])
  })
  test('taken back, it names the same point as one that came', () => {
    expect(movedTherapies(after, before)[0]?.because).toEqual(['−450: MET amplification goes around EGFR.'])
  })
  test('a point that stood twice and stands once is named once', () => {
    const twice = new Map([['osimertinib', standing(2000, 'HIGH', [evidence, evidence])]])
    expect(movedTherapies(twice, after).find((one) => one.therapy === 'osimertinib')?.because).toEqual(['no longer +1000: Level A evidence in this tumour.'])
  })
  test('a therapy that left the ranking has no score after', () => {
    expect(movedTherapies(before, new Map()).map(({ therapy, after: is }) => [therapy, is])).toEqual([['osimertinib', null], ['afatinib', null]])
  })
  test('the furthest stands first', () => {
    const far = new Map([['osimertinib', standing(560, 'MODERATE', [])], ['afatinib', standing(-400, 'LOW', [])]])
    expect(movedTherapies(before, far).map((one) => one.therapy)).toEqual(['afatinib', 'osimertinib'])
  })
})
