import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { spokenBy } from '#src/server/case/sentences.ts'

describe('sentences of a run, as people say them', () => {
  const speak = spokenBy(loadKnowledge())
  it.each([
    ['Activity of this class (trop2_adc) in IDC.', 'Activity of this class (TROP2 antibody-drug conjugate) in IDC.'],
    ['Resistance to class:raf_monomer is reported.', 'Resistance to RAF inhibitor is reported.'],
    ['(ESR1 → CDK4_6), which fulvestrant+inavolisib+palbociclib acts on', '(ESR1 → CDK4/6), which fulvestrant + inavolisib + palbociclib acts on'],
    ['names ER+ AND HER2- for nivolumab+platinum chemotherapy', 'names ER+ AND HER2- for nivolumab + platinum chemotherapy'],
    ['HER2 IHC 3+: not measured.', 'HER2 IHC 3+: not measured.'],
  ])('%s', (written, said) => {
    expect(speak(written)).toBe(said)
  })
})
