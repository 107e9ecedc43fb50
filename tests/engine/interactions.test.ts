import { describe, expect, it } from 'vitest'
import { noOverrides } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { factsOf } from '#src/engine/fact-view.ts'
import { whatIf } from '#src/engine/what-if.ts'
import { aRun, anInput, index, therapyOf } from '#tests/support/a-run.ts'

const kinds = (tumour: string, profile: string) => aRun(tumour, profile).interactions.map((one) => one.kind)

describe('interactions of all eight kinds', () => {
  it.each([
    ['acquired_resistance', 'LUAD', 'EGFR L858R; EGFR T790M'], ['bypass', 'LUAD', 'EGFR L858R; KRAS G12C'], ['convergence', 'IDC', 'PIK3CA H1047R; PTEN deletion'],
    ['same_pathway', 'PRAD', 'ATM loss; CHEK2 loss'], ['synthetic_lethality', 'HGSOC', 'BRCA1 loss'], ['second_hit', 'HGSOC', 'BRCA1 c.5266dupC homozygous'],
    ['modifies_evidence', 'LUAD', 'KRAS G12C; STK11 loss; KEAP1 loss'], ['mutually_exclusive', 'LUAD', 'EGFR L858R; KRAS G12C'],
  ])('%s', (kind, tumour, profile) => { expect(kinds(tumour, profile)).toContain(kind) })

  it('keeps its id when other alterations come and go', () => {
    const id = 'acquired_resistance:EGFR L858R+EGFR T790M'
    for (const more of ['', '; TP53 R175H', '; TTN R1H; CDKN2A deletion']) expect(aRun('LUAD', `EGFR L858R; EGFR T790M${more}`).interactions.map((one) => one.id)).toContain(id)
  })

  it('second hits by variant fraction: on both sides of the middle between one copy of two and the only copy left', () => {
    const hit = (vaf: number) => aRun('HGSOC', `BRCA1 c.5266dupC VAF ${vaf}; PURITY 0.8`).drivers[0]?.secondHit
    // purity 0.8: one of two copies 0.400, the only copy 0.666; the middle is 0.533
    expect(hit(0.52)).toBe('single_hit')
    expect(hit(0.54)).toBe('biallelic')
  })

  it('the facts hold no therapy, no effect, no score', () => {
    const facts = factsOf(aRun('LUAD', 'EGFR L858R; EGFR T790M; KRAS G12C'))
    expect(Object.keys(facts)).not.toContain('therapies')
    for (const one of facts.interactions) expect(Object.keys(one)).not.toEqual(expect.arrayContaining(['therapies']))
    expect(JSON.stringify(facts)).not.toMatch(/"(?:score|band|points_of|effect":"against)"/)
    for (const one of facts.interactions) expect(one.members.length > 1 || ['second_hit', 'synthetic_lethality', 'modifies_evidence'].includes(one.kind)).toBe(true)
  })
})

describe("experts' annotations", () => {
  const input = anInput('LUAD', 'EGFR L858R; EGFR T790M')

  it('without any the run is the base run to the byte', () => {
    expect(JSON.stringify(analyse({ ...input, overrides: { ...noOverrides } }, index))).toBe(JSON.stringify(analyse(input, index)))
    expect(whatIf(input, noOverrides, index).difference.therapies).toEqual([])
  })

  it.each([
    ['LUAD', 'EGFR L858R; EGFR T790M', 'acquired_resistance:EGFR L858R+EGFR T790M', 'erlotinib'],
    ['LUAD', 'EGFR L858R; EGFR T790M', 'acquired_resistance:EGFR L858R+EGFR T790M', 'gefitinib'],
    ['CML', 'BCR::ABL1; ABL1 T315I', 'acquired_resistance:ABL1 T315I+BCR::ABL1', 'imatinib'],
    ['CHOL', 'FGFR2::BICC1; FGFR2 N550K', 'acquired_resistance:FGFR2 N550K+FGFR2::BICC1', 'pemigatinib'],
  ])('%s, %s: disputing %s gives %s back exactly the points it took', (tumour, profile, id, therapy) => {
    const base = aRun(tumour, profile)
    expect(base.interactions.map((one) => one.id)).toContain(id)
    const taken = therapyOf(base, therapy).contributions.filter((one) => one.params['interaction'] === id).reduce((sum, one) => sum + one.points, 0)
    expect(taken).toBeLessThan(0)
    const after = aRun(tumour, profile, { overrides: { ...noOverrides, disputedInteractions: [id] } })
    expect(therapyOf(after, therapy).score - therapyOf(base, therapy).score).toBe(-taken)
    expect(after.interactions.find((one) => one.id === id)?.therapies).toEqual([])
  })

  it('a rejected driver, a reclassified one, a disputed edge and a disabled item change the run, and the run says so', () => {
    const id = input.profile.alterations[1]?.id ?? ''
    const changes = [{ rejectedDrivers: [id] }, { reclassified: [{ alterationId: id, effect: 'neutral' as const, confidence: 0 }] }, { disabledEvidence: therapyOf(analyse(input, index), 'erlotinib').contributions.flatMap((one) => (one.rule === 'resistance.evidence' ? [String(one.params['evidence'])] : [])) }]
    for (const change of changes) {
      const { run, difference } = whatIf(input, { ...noOverrides, ...change }, index)
      expect(run.remarks.map((one) => one.rule)).toContain('run.overrides')
      const erlotinib = difference.therapies.find((one) => one.therapy === 'erlotinib')
      expect(erlotinib?.after, JSON.stringify(change)).toBeGreaterThan(erlotinib?.before ?? 0)
      const moved = (erlotinib?.come ?? []).reduce((sum, one) => sum + one.points, 0) - (erlotinib?.gone ?? []).reduce((sum, one) => sum + one.points, 0)
      expect(moved).toBe((erlotinib?.after ?? 0) - (erlotinib?.before ?? 0))
    }
    const kras = anInput('LUAD', 'KRAS G12C; EGFR L858R')
    const edge = whatIf(kras, { ...noOverrides, disputedEdges: ['GRB2_SOS>RAS'] }, index)
    expect(edge.difference.interactionsGone).toContain('bypass:EGFR L858R+KRAS G12C:EGFR')
  })
})
