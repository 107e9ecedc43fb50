import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { importCivic } from '#src/knowledge/import/import-civic.ts'
import type { CivicImport } from '#src/knowledge/import/import-civic.ts'
import { rejectSentence } from '#src/knowledge/import/reject.ts'
import { loadKnowledge, readKnowledge } from '#src/knowledge/load-knowledge.ts'
import { knowledgeRows } from '#src/knowledge/rows/registry.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

const knowledge = loadKnowledge()
const columns = ['molecular_profile', 'molecular_profile_id', 'disease', 'doid', 'phenotypes', 'therapies', 'therapy_interaction_type', 'evidence_type', 'evidence_direction', 'evidence_level', 'significance',
  'evidence_statement', 'citation_id', 'source_type', 'asco_abstract_id', 'citation', 'nct_ids', 'rating', 'evidence_status', 'evidence_id', 'variant_origin', 'last_review_date', 'evidence_civic_url', 'molecular_profile_civic_url', 'is_flagged']
/** An item as the file would have it; the numbers are none that the release cites. */
const plain = {
  molecular_profile: 'EPHA2 R721Q', disease: 'Lung Squamous Cell Carcinoma', doid: '3907', therapies: 'Dasatinib', evidence_type: 'Predictive', evidence_direction: 'Supports', evidence_level: 'C', significance: 'Sensitivity/Response',
  citation_id: '1', source_type: 'PubMed', rating: '3', evidence_status: 'accepted', evidence_id: '900001', variant_origin: 'Somatic', is_flagged: 'false',
}
type Item = Partial<Record<string, string>>
const line = (item: Item, header: readonly string[] = columns) => header.map((name) => ({ ...plain, ...item } as Item)[name] ?? '').join('\t')

async function* each(lines: readonly string[]): AsyncGenerator<string> { yield* lines }
async function imported(items: readonly (Item | string)[], header: readonly string[] = columns): Promise<CivicImport> {
  const read = await importCivic('file.tsv', each([header.join('\t'), ...items.map((item) => (typeof item === 'string' ? item : line(item, header)))]), knowledge)
  if (read.format === null) throw new Error(`not a table: ${read.missing.join(', ')}`)
  expect(read.read).toBe(read.imported + read.rejects.length)
  return read
}

describe('an item becomes a row of our own', () => {
  it('with profile, tumour, level, stars and source', async () => {
    const { rows } = await imported([{}])
    expect(rows).toEqual([{
      id: 'civic:EID900001', regimen: ['dasatinib'], biomarker: 'EPHA2 R721Q', tumour: { in: ['LUSC'], except: [] }, direction: 'sensitivity', inferiorTo: null, level: 'C', stars: 3,
      cluster: expect.any(String), reliefTargets: [], sources: ['civic:EID900001', 'PMID:1'], checked: 'civic', validFrom: null, validTo: null,
    }])
  })

  it('substitutes are each drug alone, a combination is one regimen', async () => {
    const { rows } = await imported([
      { therapies: 'Erlotinib,Gefitinib', therapy_interaction_type: 'Substitutes', molecular_profile: 'EGFR R831H', doid: '3908' },
      { evidence_id: '900002', therapies: 'Docetaxel,Dasatinib', therapy_interaction_type: 'Combination' },
      { evidence_id: '900003', therapies: 'Ipilimumab/Nivolumab Regimen', molecular_profile: 'TMB High', doid: '3908' },
    ])
    expect(rows.map((row) => [row.id, row.regimen])).toEqual([
      ['civic:EID900001:erlotinib', ['erlotinib']], ['civic:EID900001:gefitinib', ['gefitinib']], ['civic:EID900002', ['dasatinib', 'docetaxel']], ['civic:EID900003', ['ipilimumab', 'nivolumab']],
    ])
  })

  it('an unknown substitute is left out and said; an unknown part of a combination refuses it', async () => {
    const { rows, rejects, leftOut } = await imported([
      { therapies: 'Dasatinib,Notadrug', therapy_interaction_type: 'Substitutes' }, { evidence_id: '900002', therapies: 'Dasatinib,Notadrug', therapy_interaction_type: 'Combination' },
    ])
    expect(rows.map((row) => row.regimen)).toEqual([['dasatinib']])
    expect(leftOut).toMatchObject([{ item: 'EID900001', code: 'no_therapy_match', what: 'Notadrug' }])
    expect(rejects).toMatchObject([{ item: 'EID900002', code: 'no_therapy_match', what: 'Notadrug', line: 3 }])
  })

  it('names of salts and codes are the drug they name', async () => {
    const { rows } = await imported([{ therapies: 'Regorafenib Anhydrous' }, { evidence_id: '900002', therapies: 'Imatinib Mesylate' }])
    expect(rows.map((row) => row.regimen)).toEqual([['regorafenib'], ['imatinib']])
  })

  it('the receptor state in a disease name is a condition of the row', async () => {
    const { rows } = await imported([{ disease: 'Her2-receptor Negative Breast Cancer', doid: '0060080', molecular_profile: 'BRCA1 Mutation OR BRCA2 Mutation', therapies: 'Veliparib', variant_origin: 'Rare Germline' }])
    expect(rows).toMatchObject([{ biomarker: '(germline BRCA1 mutation OR germline BRCA2 mutation) AND HER2-', tumour: { in: ['BRCA'] } }])
  })

  it('"Does Not Support" turns the direction', async () => {
    const { rows, rejects } = await imported([{ evidence_direction: 'Does Not Support' }, { evidence_id: '900002', evidence_direction: 'Does Not Support', significance: 'Resistance' }])
    expect(rows).toMatchObject([{ direction: 'no_benefit' }])
    expect(rejects).toMatchObject([{ code: 'resistance_not_supported' }])
  })

  it('a rating that is none is no star, and what is cited elsewhere than PubMed keeps its number', async () => {
    const { rows } = await imported([{ rating: '' }, { evidence_id: '900002', rating: '9', source_type: 'ASCO', asco_abstract_id: '187104', citation_id: '77' }])
    expect(rows).toMatchObject([{ stars: null }, { stars: null, sources: ['civic:EID900002', 'ASCO:187104'] }])
  })
})

describe('an item that becomes none is listed', () => {
  it.each([
    [{ evidence_status: 'submitted' }, 'not_accepted'], [{ evidence_type: 'Prognostic' }, 'not_predictive'], [{ is_flagged: 'true' }, 'flagged'], [{ evidence_direction: 'N/A' }, 'direction_not_stated'],
    [{ significance: 'Adverse Response' }, 'significance_not_expressible'], [{ evidence_level: 'F' }, 'level_unknown'], [{ therapies: '' }, 'no_therapy'], [{ therapies: 'Notadrug' }, 'no_therapy_match'],
    [{ therapies: 'BRAF Inhibitor' }, 'therapy_is_a_class'], [{ therapies: 'Chemotherapy' }, 'therapy_is_a_class'], [{ therapies: 'Dasatinib,Docetaxel' }, 'therapies_not_joined'], [{ therapies: 'Dasatinib,Docetaxel', therapy_interaction_type: 'Sequential' }, 'therapies_in_sequence'],
    [{ disease: 'Gout', doid: '13189' }, 'no_disease_match'], [{ molecular_profile: 'DDR2 RS123' }, 'profile_not_expressible'], [{ molecular_profile: 'NOTAGENE1 Loss' }, 'gene_unknown'],
    [{ molecular_profile: 'NOT KIT D816V' }, 'selects_nobody'], [{ citation_id: '' }, 'no_source'], [{ evidence_id: '1867' }, 'in_release'],
    [{ molecular_profile: 'EGFR T790M', therapies: 'Erlotinib', doid: '3908', evidence_level: 'D' }, 'contradicts_release'],
  ] as const)('%o: %s', async (item, code) => {
    const { rows, rejects } = await imported([item])
    expect(rows).toEqual([])
    expect(rejects).toMatchObject([{ file: 'file.tsv', line: 2, code }])
    expect(rejects.map(rejectSentence).join('').length).toBeGreaterThan(10)
  })

  it('a broken line and an item given twice count as read', async () => {
    const { read, rejects } = await imported([{}, {}, 'half\ta line', { evidence_id: '900002' }])
    expect(read).toBe(4)
    expect(rejects).toMatchObject([{ line: 3, code: 'duplicate_item', item: 'EID900001' }, { line: 4, code: 'line_broken', item: null }])
  })
})

describe('the table is read as it comes', () => {
  it('columns in another order, more of them, a byte order mark and Windows line ends', async () => {
    const header = ['new_column', ...columns.toReversed()]
    const read = await importCivic('f', each([`\uFEFF${header.join('\t')}\r`, `${line({}, header)}\r`, '\r']), knowledge)
    expect(read).toMatchObject({ format: 'profiles', read: 1, imported: 1, rejects: [] })
  })

  it('quoted cells keep tabs, marks and line ends; a mark that closes nowhere is text', async () => {
    const quoted = line({ evidence_statement: '"said ""so""\tand\nmore"' }).split('\n')
    const open = line({ evidence_id: '900002', evidence_statement: '"odd' })
    const read = await importCivic('f', each([columns.join('\t'), ...quoted, open, line({ evidence_id: '900003' })]), knowledge)
    expect(read).toMatchObject({ format: 'profiles', read: 3, imported: 3, rejects: [] })
  })

  it('the older monthly table has gene, variant and drugs of its own', async () => {
    const older = columns.map((name) => ({ molecular_profile: 'gene', molecular_profile_id: 'variant', therapies: 'drugs', therapy_interaction_type: 'drug_interaction_type', significance: 'clinical_significance' } as Item)[name] ?? name)
    const item = { gene: 'ALK', variant: 'EML4-ALK', drugs: 'Bevacizumab', clinical_significance: 'Sensitivity/Response', doid: '3908' }
    const { format, rows } = await imported([item], older)
    expect(format).toBe('variants')
    expect(rows).toMatchObject([{ biomarker: 'EML4::ALK', regimen: ['bevacizumab'] }])
  })

  it('another table is refused with what it lacks', async () => {
    expect(await importCivic('f', each(['gene\tname', 'A\tB']), knowledge)).toMatchObject({ format: null, missing: expect.arrayContaining(['molecular_profile']) })
    expect(await importCivic('f', each([]), knowledge)).toMatchObject({ format: null })
  })
})

describe('among the rows of the release', () => {
  it('many papers on one drug and one gene are one claim, and join the study of our own', async () => {
    const { rows } = await imported([
      { molecular_profile: 'EGFR L858R', therapies: 'Osimertinib', doid: '3908', citation_id: '11' }, { evidence_id: '900002', molecular_profile: 'EGFR L858R', therapies: 'Osimertinib', doid: '3908', citation_id: '12' },
      { evidence_id: '900003', molecular_profile: 'NOTCH3 Mutation', therapies: 'Osimertinib', citation_id: '13' }, { evidence_id: '900004', molecular_profile: 'NOTCH3 Loss', therapies: 'Osimertinib', citation_id: '14' },
    ])
    const clusters = rows.map((row) => row.cluster)
    expect(clusters[0]).toBe(clusters[1])
    expect(knowledge.labels.some(({ row }) => row.cluster === clusters[0]) || knowledge.evidence.some(({ row }) => row.cluster === clusters[0])).toBe(true)
    expect(clusters[2]).toBe(clusters[3])
    expect(clusters[2]).not.toBe(clusters[0])
  })

  it('an exception to a broad claim is imported; benefit where none was shown is not', async () => {
    const { rows, rejects } = await imported([
      { molecular_profile: 'EGFR C797G', therapies: 'Gefitinib', doid: '3908', significance: 'Resistance' },
      { evidence_id: '900002', molecular_profile: 'KRAS G13D', therapies: 'Cetuximab', doid: '9256', evidence_level: 'B' },
    ])
    expect(rows).toMatchObject([{ id: 'civic:EID900001', direction: 'resistance' }])
    expect(rejects).toMatchObject([{ item: 'EID900002', code: 'contradicts_release' }])
  })

  it('resistance through another gene holds where it was seen and is relieved by a partner on that gene', async () => {
    const { rows } = await imported([{ molecular_profile: 'MAP2K1 Amplification', therapies: 'Crizotinib', doid: '3908', significance: 'Resistance' }])
    expect(rows).toMatchObject([{ biomarker: 'NSCLC AND MAP2K1 amplification', direction: 'resistance', reliefTargets: ['MAP2K1'] }])
  })

  it('against chemotherapy an item is a note', async () => {
    const { rows } = await imported([{ molecular_profile: 'BRAF V600E', therapies: 'Irinotecan', doid: '9256', significance: 'Resistance', evidence_level: 'B' }])
    expect(rows).toMatchObject([{ direction: 'note' }])
  })
})

describe.runIf(hasSharedData('knowledge/civic', 1))('the nightly release of May 2026', () => {
  it('4,854 items are read, and each is imported or listed', async () => {
    const path = sharedPath('knowledge/civic', '2026-05-nightly-ClinicalEvidenceSummaries.tsv') ?? ''
    const read = await importCivic('nightly', createInterface({ input: createReadStream(path) }), knowledge)
    if (read.format === null) throw new Error('the file is another')
    expect(read.read).toBe(4_854)
    expect(read.imported + read.rejects.length).toBe(4_854)
    expect(read.imported).toBeGreaterThan(1_200)
    expect(new Set(read.rows.map((row) => row.id)).size).toBe(read.rows.length)
    const counts = Object.fromEntries([...Map.groupBy(read.rejects, (one) => one.code)].map(([code, of]) => [code, of.length]))
    expect(counts).toMatchObject({ not_predictive: 2_010, flagged: 38 })
    const laid = readKnowledge({ ...knowledgeRows, evidence: [...knowledgeRows.evidence, read.rows] }, 'laid')
    expect(laid.evidence.length).toBe(knowledge.evidence.length + read.rows.length)
    const genes = JSON.stringify(laid.evidence.map(({ row }) => row.reliefTargets))
    expect(genes).not.toContain('null')
  }, 30_000)
})
