import { describe, expect, it } from 'vitest'
import { compareReleases } from '#src/knowledge/compare-releases.ts'
import { countsOf, releaseRows, releaseText } from '#src/knowledge/release.ts'
import type { ReleaseRows } from '#src/knowledge/release.ts'
import { loadKnowledge, readKnowledge } from '#src/knowledge/load-knowledge.ts'
import { knowledgeRows } from '#src/knowledge/rows/registry.ts'

const prior = (points: number, tumour = 'MEL') => ({ class: 'pd1_mab', tumour, points, basis: 'b', sources: ['PMID:1'] })
const withPriors = (...rows: unknown[]): ReleaseRows => ({ ...knowledgeRows, priors: [rows] })

describe('what changed between two releases', () => {
  it('added, removed, and the fields of what changed', () => {
    expect(compareReleases(withPriors(prior(1), prior(2, 'LUAD')), withPriors(prior(3), prior(2, 'NSCLC')))).toEqual([
      { table: 'priors', row: 'pd1_mab > LUAD', change: 'removed' },
      { table: 'priors', row: 'pd1_mab > MEL', change: 'changed', fields: [{ field: 'points', before: 1, after: 3 }] },
      { table: 'priors', row: 'pd1_mab > NSCLC', change: 'added' },
    ])
  })

  it('the order of rows and keys, and how rows lie in parts, is no difference', () => {
    const turned = Object.fromEntries(Object.entries(prior(1)).toReversed())
    expect(compareReleases(withPriors(prior(1), prior(2, 'LUAD')), { ...knowledgeRows, priors: [[prior(2, 'LUAD')], [turned]] })).toEqual([])
  })

  it('a row given twice counts by occurrence', () => {
    expect(compareReleases(withPriors(prior(1), prior(1)), withPriors(prior(1)))).toEqual([{ table: 'priors', row: 'pd1_mab > MEL (2)', change: 'removed' }])
  })
})

describe('a release as text', () => {
  it('reads back to the same release, and its hash is the one of the loaded knowledge', () => {
    const { hash, text } = releaseText(knowledgeRows)
    expect(hash).toBe(loadKnowledge().hash)
    const again = releaseRows(text)
    expect(releaseText(again).hash).toBe(hash)
    expect(readKnowledge(again, 'again').hash).toBe(hash)
    expect(compareReleases(knowledgeRows, again)).toEqual([])
    expect(countsOf(again)).toEqual(countsOf(knowledgeRows))
  })

  it.each([['', 1], ['evidence', 1], ['nothing\t{}', 1], ['priors\t{', 1], ['priors\t{}\npriors', 2]])('%j is refused with its line', (text, line) => {
    expect(() => releaseRows(text)).toThrow(`line ${line} `)
  })
})
