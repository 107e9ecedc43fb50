import { describe, expect, it } from 'vitest'
import { aRun, scoreOf, therapyOf } from '#tests/support/a-run.ts'

/** Order and band are tested, not sums. */
describe('worked checks', () => {
  it('puts osimertinib above erlotinib for EGFR L858R', () => {
    const run = aRun('NSCLC', 'EGFR L858R')
    expect(therapyOf(run, 'osimertinib').band).toBe('HIGH')
    expect(scoreOf(run, 'osimertinib')).toBeGreaterThan(scoreOf(run, 'erlotinib') ?? 0)
    expect(scoreOf(run, 'erlotinib')).toBeGreaterThan(0)
  })

  it('turns erlotinib LOW with T790M, names the item, and keeps osimertinib HIGH', () => {
    const run = aRun('LUAD', 'EGFR L858R; EGFR T790M')
    const erlotinib = therapyOf(run, 'erlotinib')
    expect(erlotinib.score).toBeLessThan(0)
    expect(erlotinib.band).toBe('LOW')
    expect(erlotinib.against.some((one) => one.rule === 'against.resistance' && String(one.params['biomarker']).includes('T790M'))).toBe(true)
    expect(therapyOf(run, 'osimertinib').band).toBe('HIGH')
    expect(run.interactions).toContainEqual(expect.objectContaining({ id: 'acquired_resistance:EGFR L858R+EGFR T790M', kind: 'acquired_resistance', effect: 'against' }))
  })

  it('turns osimertinib LOW with T790M and C797S in cis', () => { expect(therapyOf(aRun('LUAD', 'EGFR exon 19 deletion; EGFR T790M + C797S in cis'), 'osimertinib').band).toBe('LOW') })

  it('colorectal: KRAS G12D turns cetuximab LOW; BRAF V600E defeats each half of the pair that together leads', () => {
    expect(therapyOf(aRun('COADREAD', 'KRAS G12D'), 'cetuximab').band).toBe('LOW')
    const run = aRun('COADREAD', 'BRAF V600E')
    expect(therapyOf(run, 'encorafenib').score).toBeLessThan(0)
    expect(therapyOf(run, 'cetuximab').score).toBeLessThan(0)
    expect(therapyOf(run, 'cetuximab+encorafenib').band).toBe('HIGH')
    expect(therapyOf(run, 'cetuximab+encorafenib').notes.filter((one) => one.rule === 'note.relieved').length).toBeGreaterThan(0)
  })

  it('pancreas: KRAS G12D and trametinib is negative in the clinic, and not in model-system mode', () => {
    const clinical = scoreOf(aRun('PAAD', 'KRAS G12D'), 'trametinib')
    const model = scoreOf(aRun('PAAD', 'KRAS G12D', { mode: 'model-system' }), 'trametinib')
    expect(clinical).toBeLessThan(0)
    expect(model).toBeGreaterThan(clinical ?? 0)
  })

  it('untested RAS credits no EGFR antibody and is listed as not assessable', () => {
    const run = aRun('COADREAD', 'APC truncating', { coverage: { kind: 'unknown' } })
    for (const drug of ['cetuximab', 'panitumumab']) expect(scoreOf(run, drug) ?? 0, drug).toBeLessThanOrEqual(0)
    expect(run.notAssessable.find((one) => one.biomarker === 'KRAS wild-type')).toMatchObject({ rule: 'unknown.not_covered' })
    expect(scoreOf(aRun('COADREAD', 'APC truncating'), 'panitumumab')).toBeGreaterThan(0)
  })

  it('twenty uncertain variants beside EGFR L858R leave the therapies as they are', () => {
    const passengers = ['TTN R1234H', 'MUC16 T5678I', 'RYR3 A1455T', 'CSMD3 P220L', 'USH2A G713R', 'FLG S1482Y', 'OBSCN R4021Q', 'SYNE1 E2310K', 'DNAH5 V889M', 'PCLO D1764N',
      'ZFHX4 T905A', 'XIRP2 Q610H', 'CSMD1 N1333S', 'AHNAK2 V2100L', 'CUBN I1189M', 'ADGRV1 L3044F', 'DNAH9 R2208C', 'MUC17 P1011S', 'LRP2 K3300R', 'DNAH11 S417G']
    const run = aRun('LUAD', ['EGFR L858R', ...passengers].join('; '))
    expect(run.therapies).toEqual(aRun('LUAD', 'EGFR L858R').therapies)
    expect(run.listedOnly).toHaveLength(20)
  })

  it('reads both names of one insertion alike', () => {
    const names = (run: ReturnType<typeof aRun>) => run.therapies.map((one) => [one.therapy, one.score])
    expect(names(aRun('LUAD', 'ERBB2 A775_G776insYVMA'))).toEqual(names(aRun('LUAD', 'ERBB2 Y772_A775dup')))
  })
})
