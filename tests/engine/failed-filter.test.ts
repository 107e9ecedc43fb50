import { expect, it } from 'vitest'
import { noOverrides } from '#src/domain/analysis.ts'
import { passedFilter } from '#src/domain/passed-filter.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { alterationOf } from '#src/formats/names/alteration-of.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

const index = indexKnowledge(loadKnowledge())
const run = (filter: string | null, reclassified: typeof noOverrides.reclassified = []) => {
  const one = alterationOf({ gene: 'BRAF', kind: 'snv', hgvsp: 'p.V600E', filter, asReported: 'BRAF V600E' })
  return analyse({
    tumourType: 'MEL', course: null, date: '2026-11-01', jurisdiction: 'US', mode: 'clinical', overrides: { ...noOverrides, reclassified: reclassified.map((other) => ({ ...other, alterationId: one.id })) },
    profile: { alterations: [one], biomarkers: [], coverage: { kind: 'all' }, wildType: [], tumourOnly: null },
  }, index)
}

it.each([[null, true], ['PASS', true], ['.', true], ['wga', true], ['weak_evidence', false], ['PASS;germline', false], ['REJECT', false]])('a call with filter %s stands: %s', (filter, stands) => {
  expect(passedFilter(filter)).toBe(stands)
  const { drivers, listedOnly, therapies } = run(filter)
  expect([drivers.length, listedOnly.length]).toEqual(stands ? [1, 0] : [0, 1])
  expect(therapies.some((therapy) => therapy.band === 'HIGH')).toBe(stands)
})

it('an expert may call it a driver all the same', () => {
  expect(run('weak_evidence', [{ alterationId: '', effect: 'gain', confidence: 100 }]).drivers).toHaveLength(1)
})
