import { describe, expect, test } from 'vitest'
import { ColumnMapping } from '#src/domain/column-mapping.ts'
import { mappingOf, problemOf, type Chosen } from '#src/features/intake/records/column-words.ts'

describe('what columns are said to hold', () => {
  test.each<[string, Chosen, RegExp | null]>([
    ['gene and change are enough', { Gen: 'gene', Befund: 'protein', Rest: '' }, null], ['a fusion is enough', { Fusion: 'fusion' }, null], ['a gene alone is not', { Gen: 'gene', VAF: 'vaf' }, /the change/], ['a change alone is not', { Befund: 'protein' }, /the gene/],
    ['no meaning twice', { A: 'gene', B: 'gene', C: 'protein' }, /A and B/], ['the two writings of VAF are one meaning', { A: 'gene', B: 'protein', C: 'vaf', D: 'vaf_percent' }, /C and D/], ['left out may repeat', { A: 'gene', B: 'protein', C: 'ignored', D: 'ignored' }, null],
  ])('%s', (_, chosen, expected) => {
    const problem = problemOf(chosen)
    if (expected === null) expect(problem).toBeNull()
    else expect(problem?.text).toMatch(expected)
    // Said before the press, and held by the host: both refuse the same repetitions.
    expect(ColumnMapping.safeParse(mappingOf(chosen)).success).toBe(!(problem?.columns.length ?? 0))
  })
  test('columns of which nothing is said are not sent', () => expect(mappingOf({ Gen: 'gene', Rest: '' })).toEqual({ Gen: 'gene' }))
})
