import { describe, expect, it } from 'vitest'
import { detailWords } from '#src/features/history/detail-words.ts'

describe('what an act was about, in words', () => {
  it.each([
    ['slot genomic_expert', ''],
    ['reason first', 'first round'],
    ['reason corrected_records', 'a corrected file'],
    ['code C-1YT7S', 'C-1YT7S'],
    ['row therapy:capivasertib+fulvestrant, outcome agreed_dissent', 'capivasertib + fulvestrant · agreed, with dissent'],
    ['row interaction:acquired_resistance:EGFR C797S+EGFR L858R, outcome left_open', 'acquired resistance: EGFR C797S and EGFR L858R · left open'],
    ['slot oncologist, revision 1, meaning reviewed_and_concur', 'revision 1 · reviewed and concur'],
    ['section next_tests', 'next tests'],
    ['row test:HER2 IHC, then FISH, outcome needs_test', 'test HER2 IHC, then FISH · needs a test first'],
    ['something_unforeseen', 'something unforeseen'],
    ['', ''],
  ])('%s', (detail, words) => {
    expect(detailWords(detail)).toBe(words)
  })
})
