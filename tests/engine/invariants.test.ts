import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noOverrides } from '#src/domain/analysis.ts'
import type { AnalysisRun, Level } from '#src/domain/analysis.ts'
import type { Coverage } from '#src/domain/profile.ts'
import { sha256 } from '#src/domain/sha256.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { aggregate, weights } from '#src/engine/release/weights.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import { aLabelRow, aRun, anEvidenceRow, anInput, index, scoreOf, smallKnowledge, therapyOf, withEvidence } from '#tests/support/a-run.ts'

/** The gate runs 100 of each; PROPERTY_RUNS=1000 is the long campaign. fast-check prints seed and path of a failure. */
const runs = Number(process.env['PROPERTY_RUNS'] ?? 100)
const check = (property: fc.IRawProperty<unknown>, numRuns = runs) => fc.assert(property, { numRuns, verbose: 1 })

const items = [
  'EGFR L858R', 'EGFR exon 19 deletion', 'EGFR T790M', 'EGFR C797S', 'EGFR D770_N771insSVD', 'KRAS G12C', 'KRAS G12D', 'NRAS Q61K', 'BRAF V600E', 'BRAF D594G', 'EML4::ALK', 'ALK G1202R',
  'MET amplification', 'MET exon 14 skipping', 'ERBB2 amplification', 'PIK3CA H1047R', 'PTEN loss', 'STK11 loss', 'KEAP1 loss', 'TP53 R175H', 'RB1 loss', 'CDKN2A deletion', 'BRCA2 loss',
  'MSI-H', 'TMB 14', 'HER2-', 'wild-type KRAS, NRAS, BRAF',
]
const tumours = ['LUAD', 'COADREAD', 'MEL', 'BRCA', 'PAAD']
const profile = fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 6 })
const tumour = fc.constantFrom(...tumours)
const small = smallKnowledge(['EGFR', 'KRAS', 'BRAF', 'MET'])
const text = (parts: readonly string[]) => parts.join('; ')
/** The whole of what is ranked, as one short name: a difference then prints two hashes, not two books. */
const therapies = (run: AnalysisRun) => sha256(JSON.stringify([run.therapies, run.combinations]))

describe('invariants of a run', () => {
  it('3 and 4: neither order nor repetition of alterations changes a byte', () => {
    check(fc.property(tumour, profile, fc.integer(), (code, parts, turn) => {
      const input = anInput(code, text(parts))
      const { alterations, biomarkers } = input.profile
      const by = Math.abs(turn) % Math.max(1, alterations.length)
      const turned = [...alterations.slice(by), ...alterations.slice(0, by)].reverse()
      const again = { ...input, profile: { ...input.profile, alterations: [...turned, ...turned], biomarkers: biomarkers.toReversed() } }
      expect(sha256(JSON.stringify(analyse(again, index)))).toBe(sha256(JSON.stringify(analyse(input, index))))
    }))
  })

  it('5: variants of uncertain significance change no score, rank or coverage', () => {
    check(fc.property(tumour, profile, fc.uniqueArray(fc.constantFrom('TTN R1234H', 'MUC16 T5678I', 'KRAS T127M', 'EGFR A1210T', 'XYZ9 R12H', 'BRCA2 V2969M'), { minLength: 1 }), (code, parts, passengers) => {
      for (const coverage of [{ kind: 'all' }, { kind: 'unknown' }] as const) {
        const [plain, more] = [aRun(code, text(parts), { coverage }), aRun(code, text([...parts, ...passengers]), { coverage })]
        expect(therapies(more)).toBe(therapies(plain))
        expect(more.notAssessable).toEqual(plain.notAssessable)
      }
    }))
  })

  it('7, 8 and 14: contributions sum to the score, point at something, stay in bounds and are integers; without clinical evidence nothing is HIGH', () => {
    const known = new Set(index.items.map((item) => item.id))
    check(fc.property(tumour, profile, (code, parts) => {
      const run = aRun(code, text(parts))
      for (const one of [...run.therapies, ...run.combinations]) {
        expect(one.contributions.reduce((sum, record) => sum + record.points, 0)).toBe(one.score)
        expect(Number.isInteger(one.score) && Math.abs(one.score) <= weights.limits.score).toBe(true)
        for (const record of one.contributions) {
          const evidence = record.params['evidence']
          for (const id of Array.isArray(evidence) ? evidence : typeof evidence === 'string' ? [evidence] : []) expect(known.has(id), id).toBe(true)
          expect(record.source).not.toBe('')
          expect(Number.isInteger(record.points)).toBe(true)
        }
        const clinical = one.contributions.some((record) => record.kind === 'evidence' && ['A', 'B', 'C'].includes(String(record.params['level'])))
        if (!clinical) expect(one.score).toBeLessThanOrEqual(weights.mechanism.cap + weights.prior.limit + 250)
        if (!clinical || one.computed) expect(one.band).not.toBe('HIGH')
        if (one.band === 'LOW') expect(one.contributions.some((record) => ['resistance.evidence', 'resistance.no_benefit'].includes(record.rule) && ['A', 'B', 'C'].includes(String(record.params['level'])))).toBe(true)
      }
    }))
  })

  it('14: an empty profile, and one of uncertain variants only, rank nothing and say so', () => {
    for (const parts of ['', 'TTN R1234H; MUC16 T5678I']) {
      const run = aRun('LUAD', parts)
      expect(run.therapies).toEqual([])
      expect(run.remarks.map((remark) => remark.rule)).toContain('run.empty')
    }
  })

  it('6: a driver that nothing reaches leaves the scores of therapies as they are', () => {
    const scores = (run: AnalysisRun) => run.therapies.map((one) => [one.therapy, one.score])
    check(fc.property(tumour, profile, (code, parts) => {
      const plain = anInput(code, text(parts))
      const foreign = { ...anInput(code, 'ZZZ3 R12H').profile.alterations[0] }
      const id = foreign.id ?? ''
      const more = { ...plain, profile: { ...plain.profile, alterations: [...plain.profile.alterations, { ...anInput(code, 'ZZZ3 R12H').profile.alterations[0]!, id }] }, overrides: { ...noOverrides, reclassified: [{ alterationId: id, effect: 'gain' as const, confidence: 100 }] } }
      const [a, b] = [analyse(plain, index), analyse(more, index)]
      expect(b.drivers.length).toBe(a.drivers.length + 1)
      if (a.therapies.length > 0) expect(scores(b)).toEqual(scores(a))
    }))
  })

  it('10: a subclonal driver never scores higher', () => {
    check(fc.property(tumour, profile, (code, parts) => {
      const input = anInput(code, text(parts))
      const subclonal = { ...input, profile: { ...input.profile, alterations: input.profile.alterations.map((one) => ({ ...one, ccf: 0.3 })) } }
      const [a, b] = [analyse(input, index), analyse(subclonal, index)]
      for (const one of a.therapies) expect(scoreOf(b, one.therapy) ?? one.score, one.therapy).toBeLessThanOrEqual(one.score)
    }))
  })

  it('12: what was not covered earns no wild-type credit; it is listed as not assessable', () => {
    check(fc.property(fc.uniqueArray(fc.constantFrom('APC truncating', 'TP53 R175H', 'SMAD4 loss', 'PIK3CA H1047R'), { minLength: 1 }), (parts) => {
      const coverages: Coverage[] = [{ kind: 'unknown' }, { kind: 'genes', genes: ['APC', 'TP53', 'BRAF'], assay: null }]
      for (const coverage of coverages) {
        const run = aRun('COADREAD', text(parts), { coverage })
        for (const one of run.therapies) if (one.drugs.some((drug) => drug === 'cetuximab' || drug === 'panitumumab')) expect(one.score, one.therapy).toBeLessThanOrEqual(0)
        expect(run.notAssessable.map((one) => one.biomarker)).toEqual(expect.arrayContaining(['KRAS wild-type', 'NRAS wild-type']))
      }
      expect(scoreOf(aRun('COADREAD', text([...parts, 'wild-type KRAS, NRAS, BRAF']), { coverage: { kind: 'unknown' } }), 'panitumumab')).toBeGreaterThan(0)
    }))
  })

  it('18: aggregation is monotone, order independent and bounded by twice the best', () => {
    check(fc.property(fc.array(fc.nat(3000), { maxLength: 12 }), fc.nat(3000), (points, more) => {
      expect(aggregate([...points, more], 8)).toBeGreaterThanOrEqual(aggregate(points, 8))
      expect(aggregate(points.toReversed(), 8)).toBe(aggregate(points, 8))
      expect(aggregate(points, 8)).toBeLessThanOrEqual(2 * Math.max(0, ...points))
    }))
  })
})

const level = fc.constantFrom<Level>('A', 'B', 'C', 'D', 'E')
const regimen = fc.constantFrom('erlotinib', 'osimertinib', 'trametinib', 'cetuximab', 'capmatinib', 'sotorasib')
const biomarker = fc.constantFrom('EGFR L858R', 'EGFR mutation', 'KRAS mutation', 'KRAS G12C', 'BRAF V600E', 'MET amplification')
const findings = fc.uniqueArray(fc.constantFrom('EGFR L858R', 'KRAS G12C', 'BRAF V600E', 'MET amplification', 'EGFR T790M'), { minLength: 1, maxLength: 3 })
const smallIndex = indexKnowledge(small)
const under = (knowledge: Knowledge, parts: readonly string[]) => aRun('LUAD', text(parts), {}, indexKnowledge(knowledge))

describe('invariants of evidence: rows added, removed and repeated', () => {
  it('1: a sensitivity row never lowers, 2: a row against never raises', () => {
    check(fc.property(findings, regimen, biomarker, level, fc.constantFrom('sensitivity', 'resistance', 'no_benefit', 'inferior_to'), (parts, drug, atom, grade, direction) => {
      const row = anEvidenceRow({ regimen: [drug], biomarker: atom, level: grade, direction, inferiorTo: direction === 'inferior_to' ? ['osimertinib'] : null })
      const [a, b] = [aRun('LUAD', text(parts), {}, smallIndex), under(withEvidence(small, row), parts)]
      for (const one of a.therapies) {
        const after = scoreOf(b, one.therapy)
        if (after === null) continue
        if (direction === 'sensitivity') expect(after, one.therapy).toBeGreaterThanOrEqual(one.score)
        else expect(after, one.therapy).toBeLessThanOrEqual(one.score)
      }
    }), Math.ceil(runs / 2))
  })

  it('3 and 4: order and repetition of rows change nothing', () => {
    check(fc.property(findings, (parts) => {
      const turned: Knowledge = { ...small, evidence: [...small.evidence.toReversed(), ...small.evidence.slice(0, 9)], labels: small.labels.toReversed(), edges: small.edges.toReversed(), therapies: new Map([...small.therapies].toReversed()), variants: small.variants.toReversed() }
      expect(therapies(under(turned, parts))).toBe(therapies(aRun('LUAD', text(parts), {}, smallIndex)))
    }), Math.ceil(runs / 10))
  })

  it('9: a stronger level, a nearer tumour type and a closer match never count less', () => {
    const scoreWith = (more: Partial<Parameters<typeof anEvidenceRow>[0]>) => {
      const bare: Knowledge = { ...small, evidence: [], labels: [], priors: [] }
      const row = anEvidenceRow({ regimen: ['trametinib'], biomarker: 'KRAS G12C', ...more })
      return scoreOf(under(withEvidence(bare, row), ['KRAS G12C']), 'trametinib') ?? 0
    }
    for (const direction of ['sensitivity', 'resistance', 'no_benefit'] as const) {
      const sign = direction === 'sensitivity' ? 1 : -1
      const inOrder = (values: readonly number[]) => { for (let i = 1; i < values.length; i++) expect(sign * (values[i] ?? 0), JSON.stringify(values)).toBeGreaterThanOrEqual(sign * (values[i - 1] ?? 0)) }
      inOrder((['E', 'D', 'C', 'B', 'A'] as const).map((grade) => scoreWith({ direction, level: grade })))
      for (const grade of ['A', 'D'] as const) inOrder([['CML'], ['PAAD'], ['SCLC'], ['LUAD']].map((codes) => scoreWith({ direction, level: grade, tumour: { in: codes, except: [] } })))
      inOrder(['KRAS G12D', 'KRAS G12C'].map((atom) => scoreWith({ direction, biomarker: atom })))
    }
  })

  it('11 and 2: a relieved item gives no points and no gate, and the trace names the drug that relieves it', () => {
    const row = anEvidenceRow({ id: 'test:relief', regimen: ['encorafenib'], biomarker: 'BRAF V600E', direction: 'resistance', level: 'A', tumour: { in: ['COADREAD'], except: [] }, reliefTargets: ['EGFR'] })
    const both = anEvidenceRow({ id: 'test:pair', regimen: ['encorafenib', 'cetuximab'], biomarker: 'BRAF V600E', level: 'A', tumour: { in: ['COADREAD'], except: [] }, cluster: 'pair' })
    const bare: Knowledge = { ...small, evidence: [], labels: [] }
    const run = aRun('COADREAD', 'BRAF V600E', {}, indexKnowledge(withEvidence(bare, row, both)))
    const without = aRun('COADREAD', 'BRAF V600E', {}, indexKnowledge(withEvidence(bare, both)))
    const pair = therapyOf(run, 'cetuximab+encorafenib')
    expect(pair.score).toBe(therapyOf(without, 'cetuximab+encorafenib').score)
    expect(pair.notes).toContainEqual({ rule: 'note.relieved', params: { evidence: 'test:relief', drug: 'cetuximab', biomarker: 'BRAF V600E' }, source: 'PMID:1' })
    expect(therapyOf(run, 'encorafenib').band).toBe('LOW')
  })

  it('13: a withdrawn drug does not rank; the day before the withdrawal restores it', () => {
    const label = aLabelRow({ id: 'test:withdrawn', regimen: ['trametinib'], biomarker: 'KRAS mutation', status: 'withdrawn', to: '2026-03-09' })
    const over = indexKnowledge({ ...small, evidence: [], labels: [label] })
    const on = (date: string) => therapyOf(aRun('LUAD', 'KRAS G12C', { date }, over), 'trametinib')
    expect(on('2026-03-08').label).toBe('this_tumour')
    expect(on('2026-03-08').score).toBeGreaterThanOrEqual(1000)
    expect(on('2026-03-09').label).toBe('withdrawn')
    const ranked = aRun('LUAD', 'KRAS G12C; EGFR L858R', { date: '2026-03-09' }, indexKnowledge({ ...small, labels: [...small.labels, label] })).therapies
    expect(ranked.findIndex((one) => one.label === 'withdrawn')).toBeGreaterThan(ranked.findLastIndex((one) => one.label !== 'withdrawn'))
  })

  it('15: cis and trans rank differently; an unknown phase is read as cis and says so', () => {
    const cis = anEvidenceRow({ id: 'test:cis', regimen: ['osimertinib'], biomarker: 'CIS(EGFR T790M, EGFR C797S)', direction: 'resistance', level: 'A' })
    const over = indexKnowledge(withEvidence({ ...small, evidence: small.evidence.filter(({ row }) => !row.biomarker.includes('C797S')) }, cis))
    const run = (phase: string) => aRun('LUAD', `EGFR exon 19 deletion; EGFR T790M + C797S${phase}`, {}, over)
    const [inCis, inTrans, unknown] = [run(' in cis'), run(' in trans'), run('')].map((one) => therapyOf(one, 'osimertinib'))
    expect(inCis?.score).toBeLessThan(0)
    expect(inTrans?.score).toBeGreaterThan(inCis?.score ?? 0)
    expect(unknown?.score).toBe(inCis?.score)
    expect(unknown?.notes.map((note) => note.rule)).toContain('note.phase_assumed')
    expect(inCis?.notes.map((note) => note.rule)).not.toContain('note.phase_assumed')
  })

  it('16: loss and gain of one gene share no sensitivity', () => {
    const row = anEvidenceRow({ regimen: ['capmatinib'], biomarker: 'MET mutation', level: 'A' })
    const over = indexKnowledge(withEvidence({ ...small, evidence: [], labels: [] }, row))
    const input = anInput('LUAD', 'MET R988C')
    const called = (effect: 'gain' | 'loss') => analyse({ ...input, overrides: { ...noOverrides, reclassified: [{ alterationId: 'MET p.R988C', effect, confidence: 100 }] } }, over)
    expect(scoreOf(called('gain'), 'capmatinib')).toBeGreaterThan(0)
    expect(scoreOf(called('loss'), 'capmatinib')).toBeNull()
  })
})
