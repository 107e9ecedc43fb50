import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

const { evidence, labels, therapies, lethality, priors } = loadKnowledge()
const strength = ['E', 'D', 'C', 'B', 'A']

/** Rows of one direction on a drug (or its class) whose biomarker names all the words. */
function rowsOn(drug: string, direction: string, words: readonly string[]) {
  const drugClass = `class:${therapies.get(drug)?.class ?? ''}`
  return evidence.filter(({ row }) =>
    row.direction === direction && row.regimen.length === 1 && (row.regimen[0] === drug || row.regimen[0] === drugClass) && words.every((word) => row.biomarker.includes(word)))
}

/** Facts no release may lose: each stands in guidelines, and a profile that meets it must be told. */
describe('resistance that guidelines name', () => {
  it.each([
    ['erlotinib', 'EGFR T790M', 'A'], ['gefitinib', 'EGFR T790M', 'A'], ['afatinib', 'EGFR T790M', 'B'], ['osimertinib', 'CIS(EGFR T790M, EGFR C797S)', 'B'],
    ['alectinib', 'ALK G1202R', 'B'], ['crizotinib', 'ALK G1202R', 'B'], ['crizotinib', 'ROS1 G2032R', 'B'], ['entrectinib', 'ROS1 G2032R', 'B'],
    ['selpercatinib', 'RET G810X', 'A'], ['larotrectinib', 'NTRK3 G623R', 'A'], ['entrectinib', 'NTRK1 G595R', 'A'], ['capmatinib', 'MET D1228X', 'B'],
    ['cetuximab', 'NRAS mutation', 'A'], ['panitumumab', 'KRAS G12C', 'A'], ['cetuximab', 'BRAF V600E', 'A'], ['cetuximab', 'EGFR S492R', 'B'],
    ['encorafenib', 'BRAF V600E', 'A'], ['vemurafenib', 'NRAS Q61X', 'B'], ['dabrafenib', 'BRAF wild-type', 'B'], ['vemurafenib', 'MAP2K1 C121S', 'B'],
    ['anastrozole', 'ESR1 mutation', 'A'], ['palbociclib', 'RB1 loss', 'A'], ['olaparib', 'BRCA2 reversion', 'A'], ['abiraterone', 'AR-V7', 'A'], ['abiraterone', 'AR L702H', 'B'],
    ['imatinib', 'PDGFRA D842V', 'A'], ['imatinib', 'KIT V654A', 'A'], ['sunitinib', 'KIT D816X', 'A'], ['vismodegib', 'SMO D473X', 'B'], ['imatinib', 'ABL1 T315I', 'A'],
    ['bosutinib', 'ABL1 T315I', 'A'], ['ibrutinib', 'BTK C481S', 'A'], ['venetoclax', 'BCL2 G101V', 'B'], ['pemigatinib', 'FGFR2 N550X', 'B'], ['pembrolizumab', 'STK11 loss', 'B'],
  ])('%s against %s at level %s', (drug, biomarker, level) => {
    const rows = rowsOn(drug, 'resistance', [biomarker])
    expect(Math.max(-1, ...rows.map(({ row }) => strength.indexOf(row.level)))).toBeGreaterThanOrEqual(strength.indexOf(level))
  })

  it('an antibody that BRAF defeats is rescued by a BRAF inhibitor, and the other way round', () => {
    const relief = (drug: string) => rowsOn(drug, 'resistance', ['BRAF V600E']).filter(({ row }) => row.tumour.in.includes('COADREAD') && row.checked !== 'recalled' && !row.id.startsWith('civic:'))
    expect(relief('cetuximab').length).toBeGreaterThan(0)
    expect(relief('cetuximab').every(({ row }) => row.reliefTargets.includes('BRAF'))).toBe(true)
    expect(relief('encorafenib').every(({ row }) => row.reliefTargets.includes('EGFR'))).toBe(true)
  })

  it('colorectal feedback says nothing of melanoma', () => {
    expect(rowsOn('encorafenib', 'resistance', ['BRAF V600E']).filter(({ row }) => row.tumour.in.includes('COADREAD') && !row.biomarker.startsWith('COADREAD AND'))).toEqual([])
  })
})

describe('what is better, and what failed', () => {
  it.each([
    ['erlotinib', 'osimertinib'], ['gefitinib', 'osimertinib'], ['crizotinib', 'alectinib'], ['crizotinib', 'lorlatinib'], ['dabrafenib', 'dabrafenib+trametinib'], ['crizotinib', 'capmatinib'],
    ['fulvestrant', 'elacestrant'], ['imatinib', 'asciminib'],
  ])('%s is inferior to %s', (drug, better) => {
    const rows = evidence.filter(({ row }) => row.direction === 'inferior_to' && row.regimen.join('+') === drug && row.inferiorTo?.join('+') === better)
    expect(rows.length).toBeGreaterThan(0)
  })

  it.each([['trametinib', 'PAAD', 'KRAS'], ['selumetinib', 'UM', 'GNAQ'], ['palbociclib', 'PAAD', 'CDKN2A'], ['dasatinib', 'CCOV', 'ARID1A'], ['vemurafenib', 'NSCLC', 'BRAF class']])(
    '%s has failed in %s with %s', (drug, tumour, word) => {
      expect(rowsOn(drug, 'no_benefit', [word]).filter(({ row }) => row.tumour.in.includes(tumour)).length).toBeGreaterThan(0)
    })
})

describe('labels', () => {
  it('exclude colorectal cancer from the tumour-agnostic BRAF label', () => {
    const label = labels.find(({ row }) => row.tumour.in.includes('SOLID') && row.regimen.join('+') === 'dabrafenib+trametinib')
    expect(label?.row.tumour.except).toEqual(['COADREAD'])
  })

  it('do not repeat the known slips of the compilation', () => {
    const has = (drug: string, test: (row: (typeof labels)[number]['row']) => boolean) => labels.some(({ row }) => row.regimen.includes(drug) && row.status === 'approved' && test(row))
    expect(has('imatinib', (row) => row.biomarker === 'KIT D816V')).toBe(false)
    expect(has('elacestrant', (row) => row.tumour.in.includes('CHOL'))).toBe(false)
    expect(has('taletrectinib', (row) => row.from !== null && row.from < '2025')).toBe(false)
    expect(has('avutometinib', (row) => row.biomarker.includes('G12C'))).toBe(false)
    expect(has('gilteritinib', (row) => row.tumour.in.includes('BLL'))).toBe(false)
  })

  it('end after they begin', () => {
    expect(labels.filter(({ row }) => row.from !== null && row.to !== null && row.to <= row.from)).toEqual([])
    expect(labels.filter(({ row }) => row.status === 'approved' && row.to !== null && row.to < '2026-10-01')).toEqual([])
  })
})

describe('lethality and priors', () => {
  it.each([['BRCA1', 'PARP1', 1], ['BRCA2', 'PARP1', 1], ['MTAP', 'PRMT5', 1], ['RB1', 'CDK4_6', -1], ['TP53', 'MDM2', -1]] as const)('%s and %s: %i', (gene, partner, effect) => {
    expect(lethality.some(({ row }) => row.gene === gene && row.partner === partner && row.effect === effect)).toBe(true)
  })

  it('records of a class are what trials reported, and who responded was controlled too', () => {
    expect(priors.filter(({ row }) => row.basis === '' || row.sources.length === 0 || (row.control !== null && row.control < row.response))).toEqual([])
  })
})
