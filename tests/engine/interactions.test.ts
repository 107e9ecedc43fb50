import { describe, expect, it } from 'vitest'
import { noOverrides } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import { differenceOf } from '#src/engine/questions/difference.ts'
import { explain } from '#src/engine/explain/en.ts'
import { factsOf } from '#src/engine/map/fact-view.ts'
import { whatIf } from '#src/engine/questions/what-if.ts'
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

/** What a molecular board names of these profiles, by id in the order of the list. */
const board: readonly (readonly [tumour: string, profile: string, ids: readonly string[]])[] = [
  ['LUAD', 'EGFR L858R; EGFR T790M; EGFR C797S; MET amplification', ['acquired_resistance:EGFR C797S+EGFR L858R+EGFR T790M', 'acquired_resistance:EGFR L858R+EGFR T790M', 'acquired_resistance:EGFR L858R+MET amplification']],
  ['LUAD', 'EML4::ALK; ALK G1202R', ['acquired_resistance:ALK G1202R+EML4::ALK']],
  ['LUAD', 'KRAS G12C; STK11 loss; KEAP1 loss', ['bypass:KRAS G12C:EGFR', 'modifies_evidence:KEAP1 loss+KRAS G12C+STK11 loss']],
  ['COADREAD', 'BRAF V600E; wild-type KRAS, NRAS', ['bypass:BRAF V600E:BRAF', 'bypass:BRAF V600E:EGFR']],
  ['COADREAD', 'BRAF V600E; wild-type KRAS, NRAS; MSI-H', ['bypass:BRAF V600E:BRAF', 'bypass:BRAF V600E:EGFR']],
  ['COADREAD', 'KRAS G12C', ['bypass:KRAS G12C:EGFR', 'bypass:KRAS G12C:RAS']],
  ['IDC', 'ER+; HER2-; PIK3CA H1047R; PTEN deletion; ESR1 D538G', ['acquired_resistance:ESR1 D538G', 'bypass:PIK3CA H1047R:PIK3CA', 'convergence:PIK3CA H1047R+PTEN deletion', 'synthetic_lethality:PTEN deletion:AKT']],
  ['BRCA', 'ERBB2 amplification; PIK3CA H1047R', ['bypass:ERBB2 amplification+PIK3CA H1047R:ERBB2']],
  ['PAAD', 'CDKN2A deletion; MTAP deletion; KRAS G12D', ['bypass:KRAS G12D:EGFR', 'synthetic_lethality:MTAP deletion:PRMT5', 'synthetic_lethality:MTAP deletion:MAT2A', 'second_hit:CDKN2A deletion+MTAP deletion']],
  ['HGSOC', 'BRCA1 loss; BRCA1 reversion', ['acquired_resistance:BRCA1 loss+BRCA1 reversion', 'synthetic_lethality:BRCA1 loss:DNA_DAMAGE', 'synthetic_lethality:BRCA1 loss:PARP1']],
  ['PRAD', 'germline BRCA2 loss; TP53 R175H', ['synthetic_lethality:germline BRCA2 loss:DNA_DAMAGE', 'synthetic_lethality:germline BRCA2 loss:PARP1']],
  ['GIST', 'KIT exon 11 deletion; KIT V654A', ['acquired_resistance:KIT V654A+KIT exon 11 deletion']],
  ['SKCM', 'BRAF V600E; PTEN loss', ['modifies_evidence:BRAF V600E+PTEN loss', 'synthetic_lethality:PTEN loss:AKT']],
  ['CHOL', 'FGFR2::BICC1; FGFR2 N550K', ['acquired_resistance:FGFR2 N550K+FGFR2::BICC1']],
]

describe('what a board would name, and no more', () => {
  it.each(board)('%s: %s', (tumour, profile, ids) => { expect(aRun(tumour, profile).interactions.map((one) => one.id)).toEqual(ids) })

  it('no therapy is named in a sentence, and every sentence can be said', () => {
    const drugs = index.drugs.map((drug) => drug.name).filter((name) => name.length > 5)
    for (const [tumour, profile] of board) {
      for (const one of aRun(tumour, profile).interactions) {
        const sentence = explain(one.rule, one.params)
        expect(sentence).not.toMatch(/undefined|not stated:/)
        expect(drugs.filter((name) => sentence.includes(name))).toEqual([])
      }
    }
  })
})

describe('disputing an interaction takes out all it stands for', () => {
  it.each(board)('%s: %s', (tumour, profile) => {
    const base = aRun(tumour, profile)
    for (const { id } of base.interactions) {
      const after = aRun(tumour, profile, { overrides: { ...noOverrides, disputedInteractions: [id] } })
      for (const therapy of [...after.therapies, ...after.combinations]) expect(therapy.contributions.filter((one) => one.params['interaction'] === id), `${therapy.therapy} ${id}`).toEqual([])
      const { therapies } = differenceOf(base, after)
      for (const one of therapies) {
        const before = base.therapies.find((other) => other.therapy === one.therapy)
        const now = after.therapies.find((other) => other.therapy === one.therapy)
        if (!before || !now) continue
        const own = before.contributions.filter((record) => record.params['interaction'] === id).reduce((sum, record) => sum + record.points, 0)
        // what is left moves only where a gate, a limit or diminishing returns now acts on another sum
        const rest = [...one.come, ...one.gone.filter((record) => record.params['interaction'] !== id)]
        expect(rest.filter((record) => record.rule !== 'resistance.gate' && record.rule !== 'resistance.inferred_gate' && record.kind !== 'limit').map((record) => `${one.therapy} ${record.rule}`), id).toEqual([])
        const shifted = one.come.reduce((sum, record) => sum + record.points, 0) - one.gone.filter((record) => record.params['interaction'] !== id).reduce((sum, record) => sum + record.points, 0)
        expect(now.score - before.score, `${one.therapy} ${id}`).toBe(shifted - own)
      }
    }
  })

  it.each(['encorafenib', 'vemurafenib', 'dabrafenib+trametinib'])('the release of EGFR stands against %s in colorectal cancer', (therapy) => {
    const [profile, id] = ['BRAF V600E; wild-type KRAS, NRAS', 'bypass:BRAF V600E:BRAF']
    const base = aRun('COADREAD', profile)
    expect(base.interactions.find((one) => one.id === id)).toMatchObject({ path: ['BRAF', 'MEK', 'ERK', 'EGFR'], certainty: 3, effect: 'against', therapies: expect.arrayContaining([therapy]) as string[] })
    expect(factsOf(base).interactions.map((one) => one.id)).toContain(id)
    const after = aRun('COADREAD', profile, { overrides: { ...noOverrides, disputedInteractions: [id] } })
    expect(therapyOf(after, therapy).score).toBeGreaterThan(therapyOf(base, therapy).score)
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
