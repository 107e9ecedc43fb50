import { describe, expect, it } from 'vitest'
import { wallReason, wallSaid } from '#src/features/board/wall-words.ts'
import { joinedLabel } from '#src/lib/words/joined-label.ts'

describe('sentences on the wall', () => {
  it('are shortened and keep what limits them', () => {
    expect(wallReason('PTEN loss may depend on AKT, which capivasertib + fulvestrant acts on. This is an inference, not clinical evidence.', 'capivasertib + fulvestrant'))
      .toBe('PTEN loss may depend on AKT, which this option acts on. Inferred, not clinical evidence.')
  })
  it('name one gene once, and another gene in full', () => {
    expect(joinedLabel('EGFR C797S + EGFR L858R + EGFR T790M')).toBe('EGFR C797S + L858R + T790M')
    expect(joinedLabel('EGFR L858R + MET amplification')).toBe('EGFR L858R + MET amplification')
  })
  it('part what is said from what argues against it', () => {
    expect(wallSaid('possible yes, realistic unknown: Reaches the brain Against: Systemic benefit is doubtful')).toEqual({ code: 'possible yes, realistic not known', words: 'Reaches the brain', against: 'Systemic benefit is doubtful' })
    expect(wallSaid('LOW: score -285')).toEqual({ code: 'band LOW, evidence against', words: 'score −285', against: '' })
    expect(wallSaid('not mentioned')).toEqual({ code: 'not mentioned', words: '', against: '' })
  })
})
