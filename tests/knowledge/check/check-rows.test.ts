import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { checkCivic } from '#src/knowledge/check/check-civic.ts'
import { checkLabels, readApprovals, type Approval } from '#src/knowledge/check/check-labels.ts'
import type { CivicItem } from '#src/knowledge/import/civic-item.ts'
import { readCivic } from '#src/knowledge/import/read-civic.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { parseExpression } from '#src/knowledge/parse-expression.ts'
import type { EvidenceRow, LabelRow, VariantRow } from '#src/knowledge/schema.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

const knowledge = loadKnowledge()
const row: EvidenceRow = {
  id: 'ev:one', regimen: ['osimertinib'], biomarker: 'EGFR T790M', tumour: { in: ['NSCLC'], except: [] }, direction: 'sensitivity', inferiorTo: null, level: 'A', stars: null, cluster: 'ONE', reliefTargets: [],
  sources: ['civic:EID1', 'PMID:1'], checked: 'civic', validFrom: null, validTo: null,
}
const item: CivicItem = {
  line: 2, id: 'EID1', profile: 'EGFR T790M', disease: 'Lung Non-small Cell Carcinoma', doid: '3908', therapies: 'Osimertinib', interaction: '', type: 'Predictive', direction: 'Supports', level: 'B',
  significance: 'Sensitivity/Response', rating: '4', status: 'accepted', origin: 'Somatic', flagged: 'false', citationId: '1', sourceType: 'PubMed', ascoId: '',
}
const check = (own: Partial<EvidenceRow>, theirs: Partial<CivicItem>) => {
  const stated = { ...row, ...own }
  const release = { ...knowledge, variants: [], labels: [], evidence: [{ row: stated, expression: parseExpression(stated.biomarker) }] }
  return checkCivic(release, new Map([['EID1', { ...item, ...theirs }]])).findings.map((one) => one.disagrees)
}

describe('a row that says civic', () => {
  it.each<[string, Partial<EvidenceRow>, Partial<CivicItem>]>([
    ['as the item', {}, {}],
    ['a level weaker than the item, or one step stronger', { level: 'A' }, { level: 'B' }],
    ['a level further up that rests on another source', { level: 'A', sources: ['civic:EID1', 'PMID:1', 'PMID:2'] }, { level: 'D' }],
    ['a class of which the item names one', { regimen: ['class:egfr_tki_3g'] }, {}],
    ['chemotherapy that the item leaves out', { regimen: ['osimertinib', 'carboplatin'] }, {}],
    ['one of substitutes', {}, { therapies: 'Osimertinib,Erlotinib', interaction: 'Substitutes' }],
    ['no benefit as what is not supported', { direction: 'no_benefit' }, { direction: 'Does Not Support' }],
    ['a comparison by the better drug', { regimen: ['gefitinib'], direction: 'inferior_to', inferiorTo: ['osimertinib'] }, {}],
    ['a tumour within the other, and a cell line of no tumour', {}, { disease: 'Cancer', doid: '162' }],
    ['a measure by its gene', { regimen: ['trastuzumab'], biomarker: 'HER2+', tumour: { in: ['BRCA'], except: [] } }, { therapies: 'Trastuzumab', profile: 'ERBB2 Amplification', doid: '1612' }],
  ])('agrees: %s', (_what, own, theirs) => expect(check(own, theirs)).toEqual([]))

  it.each<[string, string, Partial<EvidenceRow>, Partial<CivicItem>]>([
    ['absent', 'an item that is not there', { sources: ['civic:EID2'] }, {}],
    ['absent', 'no item at all', { sources: ['PMID:1'] }, {}],
    ['not_accepted', 'an item under review', {}, { status: 'submitted' }],
    ['drug', 'another drug', { regimen: ['gefitinib'] }, {}],
    ['drug', 'a part of a combination', {}, { therapies: 'Osimertinib,Bevacizumab', interaction: 'Combination' }],
    ['biomarker', 'another gene', { biomarker: 'KRAS mutation' }, {}],
    ['direction', 'the other direction', { direction: 'resistance' }, {}],
    ['direction', 'what is not supported', {}, { direction: 'Does Not Support' }],
    ['tumour', 'another organ', { tumour: { in: ['COADREAD'], except: [] } }, {}],
    ['tumour', 'blood for a solid tumour', { tumour: { in: ['AML'], except: [] } }, { disease: 'Solid Tumor', doid: '' }],
    ['level', 'two steps up with nothing else to rest on', { level: 'A' }, { level: 'C' }],
    ['level', 'two steps up on a recalled paper', { level: 'A', sources: ['civic:EID1', 'PMID:1', 'recalled:PMID:2'] }, { level: 'C' }],
  ])('fails by %s: %s', (disagrees, _what, own, theirs) => expect(check(own, theirs)).toEqual([disagrees]))

  it('one agreeing item is enough; of none the nearest is named', () => {
    const release = (sources: string[]) => ({ ...knowledge, variants: [], evidence: [{ row: { ...row, sources }, expression: parseExpression(row.biomarker) }] })
    const items = new Map([['EID1', { ...item, therapies: 'Gefitinib' }], ['EID2', { ...item, id: 'EID2' }], ['EID3', { ...item, id: 'EID3', significance: 'Resistance' }]])
    expect(checkCivic(release(['civic:EID1', 'civic:EID2']), items)).toEqual({ checked: 1, agreed: 1, findings: [] })
    expect(checkCivic(release(['civic:EID1', 'civic:EID3']), items).findings).toMatchObject([{ source: 'EID3', disagrees: 'direction' }])
  })

  it('a variant row has to cite an item on its gene', () => {
    const variant: VariantRow = { id: 'v', gene: 'EGFR', change: 'T790M', effect: 'gain', oncogenicity: 'oncogenic', functionalClass: null, sources: ['civic:EID1'], checked: 'civic' }
    const release = (gene: string) => ({ ...knowledge, evidence: [], variants: [{ row: { ...variant, gene }, match: { kind: 'mutation' as const } }] })
    expect(checkCivic(release('EGFR'), new Map([['EID1', item]])).findings).toEqual([])
    expect(checkCivic(release('KRAS'), new Map([['EID1', item]])).findings).toMatchObject([{ table: 'variants', disagrees: 'biomarker' }])
  })
})

describe('a row that says label-list', () => {
  const label: LabelRow = { id: 'us:one', regimen: ['osimertinib', 'platinum chemotherapy'], tumour: { in: ['NSCLC'], except: [] }, biomarker: 'EGFR L858R', jurisdiction: 'US', setting: '', status: 'approved', from: '2024-02-16', to: null, cluster: 'ONE', source: 'US label', checked: 'label-list' }
  const approval: Approval = { agency: 'fda', therapies: 'Carboplatin+Osimertinib+Pemetrexed', disease: 'Non-Small Cell Lung Cancer', date: '2024-02-16' }
  const found = (own: Partial<LabelRow>, theirs: Partial<Approval>) =>
    checkLabels({ ...knowledge, evidence: [], labels: [{ row: { ...label, ...own }, expression: parseExpression(label.biomarker) }] }, [{ ...approval, ...theirs }]).findings.map((one) => one.disagrees)

  it('agrees with an approval of its agency, drugs, tumour and day', () => expect(found({}, {})).toEqual([]))
  it.each<[string, string, Partial<LabelRow>, Partial<Approval>]>([
    ['drug', 'another agency', { jurisdiction: 'EU' }, {}], ['drug', 'another drug', { regimen: ['gefitinib'] }, {}], ['tumour', 'another tumour', { tumour: { in: ['BRCA'], except: [] } }, {}],
    ['date', 'another day', { from: '2024-02-17' }, {}], ['date', 'no day', { from: null }, {}],
  ])('fails by %s: %s', (disagrees, _what, own, theirs) => expect(found(own, theirs)).toEqual([disagrees]))

  it('a list lacks a column', () => expect(readApprovals('agency\ttherapies\nfda\tX')).toEqual({ missing: ['disease', 'first_approval'] }))
})

it('at least 80 % of the evidence of level A and B is not recalled', () => {
  const strong = knowledge.evidence.filter(({ row: { level } }) => level === 'A' || level === 'B')
  expect(strong.length).toBeGreaterThan(600)
  expect(strong.filter(({ row: { checked } }) => checked !== 'recalled').length / strong.length).toBeGreaterThanOrEqual(0.8)
})

describe.runIf(hasSharedData('knowledge/civic', 2))('the release against the public files', () => {
  it('every row that says civic is found there, with its drug, gene, direction, tumour and level', async () => {
    const path = sharedPath('knowledge/civic', '2026-05-nightly-ClinicalEvidenceSummaries.tsv') ?? ''
    const table = await readCivic(createInterface({ input: createReadStream(path) }))
    if (table.format === null) throw new Error('the file is another')
    const items = new Map<string, CivicItem>()
    for await (const one of table.lines) if ('item' in one) items.set(one.item.id, one.item)
    const { checked, findings } = checkCivic(knowledge, items)
    expect(findings).toEqual([])
    expect(checked).toBeGreaterThan(1_200)
  }, 30_000)

  it('every row that says label-list is found there, with its drug, tumour, agency and day', () => {
    const read = readApprovals(readFileSync(sharedPath('knowledge', 'approvals.tsv') ?? '', 'utf8'))
    if ('missing' in read) throw new Error('the file is another')
    const { checked, findings } = checkLabels(knowledge, read.approvals)
    expect(findings).toEqual([])
    expect(checked).toBeGreaterThan(400)
  }, 30_000)
})
