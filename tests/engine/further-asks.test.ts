import { describe, expect, it } from 'vitest'
import { noOverrides } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

const index = indexKnowledge(loadKnowledge())

function run(tumourType: string, text: string) {
  const { profile } = readTypedProfile(text, { resolveGene: (gene) => (index.knowledge.genes.has(gene) ? gene : null) })
  return analyse({ tumourType, profile: { ...profile, coverage: { kind: 'all' } }, mode: 'clinical', date: '2026-11-01', jurisdiction: 'US', course: null, overrides: noOverrides }, index).therapies
}
const therapyOf = (tumourType: string, text: string, name: string) => run(tumourType, text).find((one) => one.therapy === name)

describe('further asks of a board', () => {
  it('osimertinib does no worse with an exon 19 deletion than with L858R (FLAURA: hazard ratio 0.43 and 0.51)', () => {
    const [deletion, substitution] = ['EGFR exon 19 deletion', 'EGFR L858R'].map((profile) => therapyOf('LUAD', profile, 'osimertinib'))
    expect(deletion?.band).toBe('HIGH')
    expect(deletion?.score).toBeGreaterThanOrEqual(substitution?.score ?? Number.NaN)
    expect(therapyOf('LUAD', 'EGFR E746_A750del', 'osimertinib')?.score).toBeGreaterThanOrEqual(substitution?.score ?? Number.NaN)
  })

  it('ovarian cancer with loss of BRCA1: a PARP inhibitor is HIGH from its label alone', () => {
    for (const tumour of ['HGSOC', 'OVT']) {
      const therapy = therapyOf(tumour, 'BRCA1 loss', 'olaparib')
      expect(therapy?.band, tumour).toBe('HIGH')
      expect(therapy?.label, tumour).toBe('this_tumour')
      const [label] = therapy?.contributions.filter((one) => one.rule === 'evidence.label') ?? []
      expect(label?.points, tumour).toBeGreaterThanOrEqual(1000)
    }
  })

  it('colon cancer with BRAF V600E: dabrafenib with trametinib, tumour-agnostic elsewhere, stays below zero', () => {
    const therapy = therapyOf('COAD', 'BRAF V600E', 'dabrafenib+trametinib')
    expect(therapy?.score).toBeLessThan(0)
    expect(therapy?.band).toBe('LOW')
  })

  it('a backbone does not lead: no combination of an EGFR drug is before osimertinib by what platinum does alone', () => {
    const ranked = run('LUAD', 'EGFR exon 19 deletion')
    const own = ranked.find((one) => one.therapy === 'osimertinib')?.score ?? Number.NaN
    expect(ranked.filter((one) => one.score > own).map((one) => one.therapy)).toEqual([])
  })
})
