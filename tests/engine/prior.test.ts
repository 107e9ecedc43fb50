import { describe, expect, it } from 'vitest'
import { noOverrides } from '#src/domain/analysis.ts'
import type { AnalysisInput } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { recordPoints } from '#src/engine/release/class-record.ts'
import { explain } from '#src/engine/explain/en.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { weights } from '#src/engine/release/weights.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

const index = indexKnowledge(loadKnowledge())
const points = (response: number, control: number | null, gain = false) => recordPoints({ response, control, gain }, weights)

function run(tumourType: string, text: string, mode: AnalysisInput['mode']) {
  const { profile } = readTypedProfile(text, { resolveGene: (gene) => (index.knowledge.genes.has(gene) ? gene : null) })
  return analyse({ tumourType, profile: { ...profile, coverage: { kind: 'all' } }, mode, date: '2026-11-01', jurisdiction: 'US', course: null, overrides: noOverrides }, index)
}
const scoreOf = (tumourType: string, text: string, therapy: string, mode: AnalysisInput['mode']) => run(tumourType, text, mode).therapies.find((one) => one.therapy === therapy)?.score ?? Number.NaN

describe('points of a class record', () => {
  it('the usual is worth nothing; twice the odds of response or of control are worth the same', () => {
    expect(points(10, 50)).toBe(0)
    // 2 to 1 and 18 to 82: twice the odds, up to a whole percent
    for (const doubled of [points(10, 67), points(18, 50)]) expect(Math.abs(doubled - weights.prior.doubling)).toBeLessThanOrEqual(1)
    expect(points(5, 33)).toBeLessThan(0)
  })

  it('grow with both rates, and a rate that was not reported follows the other', () => {
    for (let percent = 0; percent < 100; percent++) {
      expect(points(percent + 1, 60)).toBeGreaterThanOrEqual(points(percent, 60))
      expect(points(20, percent + 1)).toBeGreaterThanOrEqual(points(20, percent))
    }
    expect(points(30, null)).toBeGreaterThan(points(30, 50))
    expect(points(3, null)).toBeLessThan(points(3, 50))
  })

  it('stay within the limit, and lie so far from a half that every machine rounds alike', () => {
    const odds = (percent: number) => percent / (100 - percent)
    for (let response = 2; response <= 98; response++) {
      for (let control = 10; control <= 90; control++) {
        expect(Math.abs(points(response, control))).toBeLessThanOrEqual(weights.prior.limit)
        const exact = weights.prior.doubling * (Math.log2(odds(response) / odds(10)) + Math.log2(odds(control)))
        expect(Math.abs(Math.abs(exact % 1) - 0.5)).toBeGreaterThan(1e-9)
      }
    }
  })

  it('a class that alone prolonged life never counts against itself', () => {
    expect(points(1, 41, true)).toBe(0)
    expect(points(1, 41)).toBeLessThan(0)
  })
})

describe('the record of patients like this one', () => {
  it('a RAF inhibitor in melanoma by BRAF, a HER2 antibody in breast cancer by ERBB2', () => {
    expect(scoreOf('MEL', 'NF1 loss', 'encorafenib', 'model-system')).toBeLessThan(-150)
    expect(scoreOf('MEL', 'BRAF V600E', 'encorafenib', 'model-system')).toBeGreaterThan(400)
    expect(scoreOf('BRCA', 'PIK3CA H1047R', 'trastuzumab', 'model-system')).toBeLessThan(-150)
  })

  it('says whose record it is', () => {
    const told = (text: string) => run('COADREAD', text, 'clinical').therapies.find((one) => one.therapy === 'cetuximab')?.contributions.find((one) => one.kind === 'prior')
    expect(told('KRAS G12D')).toMatchObject({ params: { selected: true, class: 'egfr_mab' } })
    const record = told('KRAS G12D')
    expect(record && explain(record.rule, record.params)).toBe('Activity of this class (egfr_mab) alone in COADREAD, from trials in patients with the same finding: ORR 0-1 %, disease control 10-12 % with mutated KRAS.')
  })

  it('of patients whom a biomarker selected counts only by what it exceeds the evidence', () => {
    const therapy = run('LUAD', 'EGFR L858R', 'clinical').therapies.find((one) => one.therapy === 'erlotinib')
    expect(therapy?.contributions.filter((one) => one.kind === 'prior')).toEqual([])
  })

  it('a class without a record here is read as unselected targeted drugs are, in model systems alone', () => {
    const model = run('MEL', 'BRAF V600E', 'model-system').therapies.find((one) => one.therapy === 'ceritinib')
    expect(model?.contributions.find((one) => one.kind === 'prior')?.source).toBe('PMID:26304871')
    expect(run('MEL', 'BRAF V600E', 'clinical').therapies.some((one) => one.therapy === 'ceritinib' && one.contributions.some((record) => record.source === 'PMID:26304871'))).toBe(false)
  })

  it('orders the drugs of a model in which nothing was found; a patient gets no ranking from nothing', () => {
    expect(run('BRCA', '', 'model-system').therapies.length).toBeGreaterThan(100)
    expect(run('BRCA', '', 'clinical').therapies).toEqual([])
  })
})

describe('a gene stated as mutated and no more', () => {
  it('is its usual change in a model system, and open in a patient', () => {
    expect(scoreOf('MEL', 'BRAF mutation', 'encorafenib', 'model-system')).toBe(scoreOf('MEL', 'BRAF V600E', 'encorafenib', 'model-system'))
    expect(scoreOf('COADREAD', 'BRAF mutation', 'encorafenib', 'model-system')).toBeLessThan(0)
    expect(scoreOf('NSCLC', 'BRAF mutation', 'encorafenib', 'model-system')).not.toBe(scoreOf('NSCLC', 'BRAF V600E', 'encorafenib', 'model-system'))
    expect(scoreOf('MEL', 'BRAF mutation', 'encorafenib+binimetinib'.split('+').sort().join('+'), 'clinical')).toBeLessThan(scoreOf('MEL', 'BRAF V600E', 'binimetinib+encorafenib', 'clinical'))
  })

  it('KRAS mutation in colorectal cancer is resistance to EGFR antibodies, whichever it is', () => {
    for (const profile of ['KRAS mutation', 'KRAS G12D', 'KRAS G12C']) expect(scoreOf('COADREAD', profile, 'cetuximab', 'clinical'), profile).toBeLessThan(-500)
    expect(scoreOf('COADREAD', 'KRAS G12C', 'adagrasib+cetuximab', 'clinical')).toBeGreaterThan(400)
  })
})
