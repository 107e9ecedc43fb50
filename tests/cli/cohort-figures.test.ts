import { describe, expect, it } from 'vitest'
import { cohortFigures, cohortText, highText, whatMakesHigh } from '#src/cli/cohort-figures.ts'
import type { StudyLine } from '#src/cli/cohort-figures.ts'

const therapy = (name: string, band: 'HIGH' | 'MODERATE', label: 'this_tumour' | 'other_tumour', covers: string[]) => ({ therapy: name, score: band === 'HIGH' ? 1100 : 400, band, level: 'A' as const, label, covers })
const line = (sample: string, tumourType: string, therapies: StudyLine['therapies']): StudyLine => ({
  sample, patient: null, tumourType, alterations: 1, drivers: [{ gene: 'KRAS', alterations: ['KRAS G12C'], effect: 'gain', confidence: 100 }], interactions: [], therapies, notAssessable: [],
})
const lines = [
  line('a', 'LUAD', [therapy('sotorasib', 'HIGH', 'this_tumour', ['KRAS'])]), line('b', 'LUAD', [therapy('adagrasib', 'HIGH', 'other_tumour', ['KRAS'])]),
  line('c', 'LUAD', [therapy('trametinib', 'MODERATE', 'this_tumour', ['KRAS'])]), line('d', 'PAAD', []),
]

describe('figures of a cohort', () => {
  it('tell HIGH anywhere from HIGH on label, by tumour type', () => {
    const figures = cohortFigures(lines, 0, { reading: 0, analysing: 1 })
    expect(figures.byTumourType['LUAD']).toMatchObject({ samples: 3, withHigh: 2 / 3, highOnLabel: 1 / 3, onLabel: 2 / 3 })
    expect(figures.all).toMatchObject({ samples: 4, withHigh: 0.5, driversPerTumour: 1 })
    expect(cohortText(figures).split('\n').find((row) => row.startsWith('LUAD'))).toMatch(/66\.7 % +33\.3 % +66\.7 %$/)
  })

  it('name what makes HIGH, the most frequent first', () => {
    expect(whatMakesHigh(lines)).toEqual([{ tumourType: 'LUAD', genes: 'KRAS', therapies: ['adagrasib', 'sotorasib'], samples: 2, share: 2 / 3 }])
    expect(highText(whatMakesHigh(lines))).toContain('KRAS: adagrasib, sotorasib')
  })
})
