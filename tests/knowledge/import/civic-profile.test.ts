import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { civicProfile } from '#src/knowledge/import/civic-profile.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { parseExpression } from '#src/knowledge/parse-expression.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

const knowledge = loadKnowledge()
const read = (text: string, germline = false) => civicProfile(text, { knowledge, germline })

describe('a molecular profile of CIViC as an expression', () => {
  it.each([
    ['EGFR L858R', 'EGFR L858R'],
    ['BRAF V600', 'BRAF V600'],
    ['BRCA1 W1815X', 'BRCA1 W1815*'],
    ['PIK3CA H1047X', 'PIK3CA H1047X'],
    ['H3-3A K28M', 'H3-3A K27M'],
    ['ERBB2 Y772_A775DUP', 'ERBB2 Y772_A775dup'],
    ['PDGFRA D842_H845DELDIMH', 'PDGFRA D842_H845del'],
    ['EGFR E746_T751>I', 'EGFR E746_T751delinsI'],
    ['ERBB2 G776delinsVC', 'ERBB2 G776delinsVC'],
    ['PMS2 K706FS*19', 'PMS2 K706fs'],
    ['FLT3 ITD', 'FLT3-ITD'],
    ['EGFR VIII', 'EGFRvIII'],
    ['AR AR-V7', 'AR-V7'],
    ['MET Exon 14 Skipping Mutation', 'MET exon 14 skipping'],
    ['EGFR Exon 19 Deletion', 'EGFR exon 19 deletion'],
    ['NPM1 EXON 11 MUTATION', 'NPM1 exon 11 mutation'],
    ['ERBB2 Kinase Domain Mutation', 'ERBB2 kinase domain mutation'],
    ['TP53 Deleterious Mutation', 'TP53 loss'],
    ['TSC1 Frameshift Truncation', 'TSC1 truncating'],
    ['HER2 Amplification', 'ERBB2 amplification'],
    ['CCND1 OVEREXPRESSION', 'CCND1 overexpression'],
    ['MGMT Promoter Methylation', 'MGMT methylation'],
    ['TMB High', 'TMB-H'],
    ['MSI High', 'MSI-H'],
    ['VHL R200W (c.598C>T)', 'VHL R200W'],
    ['EML4::ALK Fusion', 'EML4::ALK'],
    ['v::ALK Fusion', 'ALK fusion'],
    ['FGFR2::? Fusion', 'FGFR2 fusion'],
    ['ABL1 BCR::ABL1', 'BCR::ABL1'],
    ['ALK EML4-ALK', 'EML4::ALK'],
    ['KRAS G12/G13', 'KRAS G12 OR KRAS G13'],
    ['ERBB2 S310F/Y', 'ERBB2 S310F OR ERBB2 S310Y'],
    ['BRAF Non-V600', 'BRAF mutation AND NOT BRAF V600'],
  ])('%s', (text, expression) => {
    expect(read(text)).toEqual({ expression })
    expect(() => parseExpression(expression)).not.toThrow()
  })

  it.each([
    ['EGFR L858R AND EGFR T790M', 'EGFR L858R AND EGFR T790M'],
    ['MET Amplification AND NOT KRAS Mutation', 'MET amplification AND NOT KRAS mutation'],
    ['EGFR L858R OR EGFR Exon 19 Deletion', 'EGFR L858R OR EGFR exon 19 deletion'],
    ['BCR::ABL1 Fusion AND ( ABL1 F317L OR ABL1 F317V )', 'BCR::ABL1 AND (ABL1 F317L OR ABL1 F317V)'],
    ['BRAF Amplification AND (BRAF V600E OR BRAF V600K)', 'BRAF amplification AND (BRAF V600E OR BRAF V600K)'],
    ['RB1 Wildtype AND ( CDKN2A Loss OR CDKN2A Mutation )', 'RB1 wild-type AND (CDKN2A loss OR CDKN2A mutation)'],
    ['NOT ( KRAS Mutation OR NRAS Mutation )', 'NOT (KRAS mutation OR NRAS mutation)'],
    ['NOT ( KRAS Mutation AND NRAS Mutation )', 'NOT (KRAS mutation AND NRAS mutation)'],
    ['NOT ( ( KRAS G12 OR KRAS G13 ) AND STK11 Loss )', 'NOT ((KRAS G12 OR KRAS G13) AND STK11 loss)'],
    ['( KRAS G12 AND STK11 Loss ) OR BRAF V600E', '(KRAS G12 AND STK11 loss) OR BRAF V600E'],
    ['KRAS G12/G13 AND STK11 Loss', '(KRAS G12 OR KRAS G13) AND STK11 loss'],
  ])('binds %s', (text, expression) => {
    expect(read(text)).toEqual({ expression })
    const again = civicProfile(text, { knowledge, germline: false })
    if ('expression' in again) expect(parseExpression(again.expression)).toEqual(parseExpression(expression))
  })

  it('asks for the inherited change where the item speaks of it', () => {
    expect(read('BRCA1 Mutation', true)).toEqual({ expression: 'germline BRCA1 mutation' })
    expect(read('BRCA1 Mutation OR BRCA2 Loss-of-function', true)).toEqual({ expression: 'germline BRCA1 mutation OR germline BRCA2 loss' })
  })

  it.each([
    'EML4::ALK e6::e20', 'KRAS RS61764370', 'ATM Underexpression', 'EIF4EBP1 PHOSPHORYLATION', 'ATM c.902-1G>T', 'MET Splice Site (c.3028G>A)', 'TMB H-bTMB', 'PALB2 Biallelic Inactivation',
    'BRAF V600E AND', 'AND BRAF V600E', '( BRAF V600E', 'BRAF V600E )', 'BRAF V600E OR OR KRAS G12C', '', 'v::? Fusion', 'EGFR L858R AND KRAS RS61764370', 'EGFR hasOwnProperty',
  ])('does not widen what it cannot say: %s', (text) => {
    expect(read(text)).toMatchObject({ code: expect.stringMatching(/profile_not_expressible|gene_unknown/) })
  })

  it('names a gene it does not know', () => {
    expect(read('NOTAGENE1 Mutation')).toEqual({ code: 'gene_unknown', what: 'NOTAGENE1' })
  })

  it('reads long hostile profiles in linear time', () => {
    const started = performance.now()
    expect(read(`${'( '.repeat(3_000)}BRAF V600E`)).toMatchObject({ code: 'profile_not_expressible' })
    expect(read(`BRAF V600E${' ( AND'.repeat(20_000)}`)).toMatchObject({ code: 'profile_not_expressible' })
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe.runIf(hasSharedData('knowledge/civic', 1))('the profiles of the monthly release of August 2024', () => {
  it('nearly nine of ten can be said, and what is said can be read', () => {
    const [, ...lines] = readFileSync(sharedPath('knowledge/civic', '01-Aug-2024-MolecularProfileSummaries.tsv') ?? '', 'utf8').trimEnd().split('\n')
    const results = lines.map((line) => read(line.split('\t')[0] ?? ''))
    expect(results).toHaveLength(1_739)
    const said = results.flatMap((one) => ('expression' in one ? [one.expression] : []))
    expect(said.length).toBeGreaterThan(1_530)
    for (const expression of said) expect(() => parseExpression(expression), expression).not.toThrow()
  })
})
