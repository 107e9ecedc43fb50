import { describe, expect, test } from 'vitest'
import { findIn, linesOf } from '#src/ui/pdf/page-text.ts'

const run = (text: string, y: number, height = 10) => ({ text, y, height })

describe('lines of a page', () => {
  test('runs on one baseline are one line, a superscript included; the next baseline is another', () => {
    const lines = linesOf([run('EGFR ', 700), run('L858R', 700), run('1', 703, 6), run('', 0, 0), run('KRAS', 686), run(' ', 686), run('G12C', 686)])
    expect(lines).toEqual([{ first: 0, last: 2, text: 'EGFR L858R1' }, { first: 4, last: 6, text: 'KRAS G12C' }])
  })
  test('a page without letters has no line', () => expect(linesOf([run(' ', 10), run('', 0, 0)])).toEqual([]))
})

describe('a word in the pages', () => {
  const pages = ['EGFR L858R and egfr T790M', '', 'Treated for EGFR']
  test('is found in any case, in order, counted within its page', () => expect(findIn(pages, ' Egfr ')).toEqual([{ page: 1, at: 0 }, { page: 1, at: 1 }, { page: 3, at: 0 }]))
  test('nothing is looked for by a blank', () => expect(findIn(pages, '  ')).toEqual([]))
  test('places do not overlap', () => expect(findIn(['aaaa'], 'aa')).toHaveLength(2))
})
