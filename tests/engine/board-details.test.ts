import { describe, expect, it } from 'vitest'
import { aRun, scoreOf, therapyOf } from '#tests/support/a-run.ts'

describe('an inherited change of a drug\'s breakdown', () => {
  it.each(['germline DPYD loss', 'germline DPYD D949V'])('%s drives nothing and cautions fluoropyrimidines', (change) => {
    const run = aRun('COADREAD', `${change}; wild-type KRAS, NRAS, BRAF`)
    expect(run.drivers).toEqual([])
    expect(run.listedOnly).toEqual([change])
    expect(therapyOf(run, 'fluorouracil+oxaliplatin+panitumumab').notes).toContainEqual(expect.objectContaining({ rule: 'note.evidence', params: expect.objectContaining({ biomarker: 'germline DPYD loss' }) }))
    expect(therapyOf(run, 'panitumumab').notes).toEqual([])
  })
})

describe('a stain as pathology words it', () => {
  it('claudin 18.2 positive is the cut-off of the label', () => {
    expect(scoreOf(aRun('STAD', 'CLDN18.2 positive; HER2-'), 'fluoropyrimidine-platinum chemotherapy+zolbetuximab')).toBe(scoreOf(aRun('STAD', 'CLDN18.2 80%; HER2-'), 'fluoropyrimidine-platinum chemotherapy+zolbetuximab'))
    expect(scoreOf(aRun('STAD', 'CLDN18.2 40%; HER2-'), 'fluoropyrimidine-platinum chemotherapy+zolbetuximab')).toBeNull()
  })

  it('FOLR1 in fewer cells than the label asks for is not positive', () => {
    expect(scoreOf(aRun('HGSOC', 'FOLR1 80%'), 'mirvetuximab soravtansine')).toBeGreaterThanOrEqual(1000)
    expect(scoreOf(aRun('HGSOC', 'FOLR1 40%'), 'mirvetuximab soravtansine')).toBeNull()
  })

  it('high c-MET is MET overexpression too', () => {
    const run = aRun('LUAD', 'MET expression high; EGFR L858R')
    expect(therapyOf(run, 'telisotuzumab vedotin').label).toBe('this_tumour')
    expect(scoreOf(run, 'osimertinib+savolitinib')).toBeGreaterThan(0)
  })

  it('H3K27M is the change dordaviprone was approved for', () => { expect(aRun('DIFG', 'H3K27M').therapies[0]).toMatchObject({ therapy: 'dordaviprone', label: 'this_tumour' }) })
})
