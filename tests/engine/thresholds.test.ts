import { describe, expect, it } from 'vitest'
import type { Level } from '#src/domain/analysis.ts'
import { parseProteinChange } from '#src/domain/protein-change.ts'
import { explain } from '#src/engine/explain/en.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { changeOf } from '#src/engine/alteration/match-alteration.ts'
import { ruleCodes } from '#src/engine/explain/rule-code.ts'
import { ampTier, bandOf } from '#src/engine/score/scales.ts'
import { weights } from '#src/engine/release/weights.ts'
import { aRun, anEvidenceRow, index, knowledge, scoreOf, smallKnowledge, withEvidence } from '#tests/support/a-run.ts'

const band = (score: number, against: { level: Level; same: boolean }[] = [], standardOfCare = false) => bandOf({ score, against, standardOfCare }, weights)

describe('bands, on both sides of every threshold', () => {
  it.each([[1000, 'HIGH'], [999, 'MODERATE'], [250, 'MODERATE'], [249, 'WEAK'], [1, 'WEAK'], [0, 'NONE']])('%i is %s', (score, expected) => { expect(band(score).band).toBe(expected) })

  it.each([['A', 'LOW'], ['B', 'LOW'], ['C', 'LOW'], ['D', 'NONE'], ['E', 'NONE']] as const)('below zero with level %s against is %s', (level, expected) => {
    expect(band(-1, [{ level, same: true }])).toEqual({ band: expected, caution: expected === 'NONE', protectedFromLow: false })
  })

  it('an approval without biomarker protects from LOW, unless level A or B here says otherwise', () => {
    expect(band(-200, [{ level: 'C', same: true }], true)).toMatchObject({ band: 'NONE', protectedFromLow: true })
    expect(band(-200, [{ level: 'B', same: false }], true)).toMatchObject({ band: 'NONE', protectedFromLow: true })
    expect(band(-200, [{ level: 'B', same: true }], true)).toMatchObject({ band: 'LOW', protectedFromLow: false })
  })
})

describe('points of one item', () => {
  const bare = { ...smallKnowledge(['KRAS']), evidence: [], labels: [], priors: [], edges: [] }
  const points = (more: Partial<Parameters<typeof anEvidenceRow>[0]>) => scoreOf(aRun('LUAD', 'KRAS G12C', {}, indexKnowledge(withEvidence(bare, anEvidenceRow({ regimen: ['selumetinib'], biomarker: 'KRAS G12C', stars: 3, ...more })))), 'selumetinib')

  it.each([['A', 1000], ['B', 500], ['C', 250], ['D', 100], ['E', 25]] as const)('level %s in this tumour type counts %i', (level, expected) => { expect(points({ level })).toBe(expected) })
  it.each([[5, 600], [4, 550], [3, 500], [2, 400], [1, 250], [null, 450]])('%s stars count %i', (stars, expected) => { expect(points({ stars })).toBe(expected) })
  it.each([[['LUAD'], 500], [['NSCLC'], 500], [['SOLID'], 500], [['SCLC'], 250], [['PAAD'], 150], [['AML'], 50]])('tumour %j counts %i', (codes, expected) => { expect(points({ tumour: { in: codes, except: [] } })).toBe(expected) })
  it('an excluded tumour type counts nothing, a recalled row at most level C', () => {
    expect(points({ tumour: { in: ['SOLID'], except: ['NSCLC'] } })).toBeNull()
    expect(points({ level: 'A', checked: 'recalled' })).toBe(250)
  })
  it.each([['2026-11-22', null, 500], ['2026-11-23', null, 500], ['2026-11-24', null, null], [null, '2026-11-23', null], [null, '2026-11-24', 500]])('in force from %s to %s: %s', (validFrom, validTo, expected) => { expect(points({ validFrom, validTo })).toBe(expected) })
  it.each([['no_benefit', -250], ['resistance', -500]] as const)('%s of level B takes %i', (direction, expected) => { expect(points({ direction })).toBe(expected) })
})

describe('oncogenicity', () => {
  it.each([['EGFR L858R', 100], ['BRCA1 c.5266dupC', 100], ['ACVR1B R12*', 80], ['TTN R1234H', 0], ['TP53 R175H', 100], ['KRAS T127M', 0], ['EGFR L858L', 0]])('%s has confidence %i', (item, confidence) => {
    expect(aRun('LUAD', item).alterations[0]?.confidence).toBe(confidence)
  })
  it('a fusion stands for the gene that is known, whichever side it is on', () => {
    expect(['EML4::ALK', 'FGFR2::BICC1', 'KMT2A::AFF1', 'BCR::ABL1'].map((item) => aRun('LUAD', item).drivers[0]?.gene)).toEqual(['ALK', 'FGFR2', 'KMT2A', 'ABL1'])
  })
  it('a tumour-only finding in an actionable germline gene asks for confirmation', () => {
    const run = aRun('HGSOC', 'BRCA1 c.5266dupC')
    expect(run.alterations[0]?.possibleGermline).toBe(false)
  })
})

describe('explanations', () => {
  it('has an advisory sentence for every rule, also without parameters', () => {
    for (const rule of ruleCodes) {
      const sentence = explain(rule, {})
      expect(sentence.endsWith('.'), rule).toBe(true)
      expect(sentence, rule).not.toMatch(/\bcures?\b|will respond|\bmatch(?:es|ed)?\b|guarantee|\bpromise/i)
    }
    expect(() => explain('no.such.rule', {})).toThrow('no such rule')
  })

  it('explains every record of a rich run', () => {
    const run = aRun('LUAD', 'EGFR L858R; EGFR T790M; MET amplification; KRAS G12C; TP53 R175H; TMB 14')
    for (const one of [...run.therapies, ...run.combinations]) for (const record of [...one.contributions, ...one.against, ...one.notes]) expect(explain(record.rule, record.params)).not.toContain('not stated')
  })
})

describe('the embedded release', () => {
  it('every stated change can be read', () => {
    for (const { match, row } of knowledge.variants) if (match.kind === 'change') expect(changeOf(match.change), `${row.gene} ${match.change}`).toEqual(parseProteinChange(match.change))
  })
  it('no item speaks of a regimen that is not in the list', () => {
    for (const [i, applications] of index.applications.entries()) expect(applications.length, index.items[i]?.id).toBeGreaterThan(0)
  })
  it('AMP tiers follow level and tumour type', () => {
    expect(ampTier(null)).toBeNull()
    expect(aRun('NSCLC', 'EGFR L858R').therapies.find((one) => one.therapy === 'osimertinib')).toMatchObject({ amp: 'I-A', escat: 'I-A' })
  })
})
