import { describe, expect, it } from 'vitest'
import { alterationLabel } from '#src/domain/alteration-label.ts'
import { isSameNamedChange } from '#src/domain/protein-change-key.ts'
import { codingAgreesWithProtein } from '#src/formats/names/hgvs-agreement.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { geneResolver } from '#src/server/intake/gene-resolver.ts'

const resolve = geneResolver(loadKnowledge())
const read = (text: string) => readTypedProfile(text, { resolveGene: (name) => { const { symbol, via } = resolve(name); return via === 'none' ? null : symbol } })
const said = (text: string) => { const { profile, problems } = read(text); expect(problems).toEqual([]); return profile.alterations.map((one) => [alterationLabel(one), one.kind, one.consequence]) }

describe('names of one change (test vectors of the intake design)', () => {
  it.each<[string, string, string, string | null]>([
    ['EGFR p.E746_A750del', 'EGFR E746_A750del', 'indel', 'inframe_deletion'], ['EGFR ΔE746-A750', 'EGFR E746_A750del', 'indel', 'inframe_deletion'], ['EGFR delE746-A750', 'EGFR E746_A750del', 'indel', 'inframe_deletion'],
    ['EGFR c.2235_2249del', 'EGFR E746_A750del', 'indel', 'inframe_deletion'], ['EGFR c.2235_2249del15', 'EGFR E746_A750del', 'indel', 'inframe_deletion'], ['EGFR c.2236_2250delGAATTAAGAGAAGCA', 'EGFR E746_A750del', 'indel', 'inframe_deletion'],
    ['KIT p.W557_K558del', 'KIT W557_K558del', 'indel', 'inframe_deletion'], ['ERBB2 p.Y772_A775dup', 'ERBB2 Y772_A775dup', 'indel', 'inframe_insertion'], ['BRAF p.V600_K601delinsE', 'BRAF V600_K601delinsE', 'indel', 'protein_altering_variant'],
    ['CALR p.L367fs*46', 'CALR L367fs*46', 'indel', 'frameshift_variant'], ['NPM1 p.W288fs*12', 'NPM1 W288fs*12', 'indel', 'frameshift_variant'], ['TP53 p.R213*', 'TP53 R213*', 'snv', 'stop_gained'], ['TP53 R213X', 'TP53 R213*', 'snv', 'stop_gained'], ['TP53 p.Arg213Ter', 'TP53 R213*', 'snv', 'stop_gained'],
    ['MET c.3028G>A', 'MET D1010N', 'splice', 'splice_region_variant'], ['MET p.D1010N', 'MET D1010N', 'splice', 'splice_region_variant'], ['MET c.3082+1G>T', 'MET c.3082+1G>T', 'splice', 'splice_donor_variant'], ['METex14', 'MET exon 14 skipping', 'category', null], ['MET exon 14 skipping mutation', 'MET exon 14 skipping', 'category', null],
    ['TERT c.-124C>T', 'TERT c.-124C>T', 'snv', 'upstream_gene_variant'], ['TERT C228T', 'TERT c.-124C>T', 'snv', 'upstream_gene_variant'], ['TERT promoter C250T', 'TERT c.-146C>T', 'snv', 'upstream_gene_variant'], ['TERT promoter mutation', 'TERT promoter mutation', 'snv', 'upstream_gene_variant'],
    ['FLT3-ITD', 'FLT3 ITD', 'category', null], ['EGFRvIII', 'EGFRvIII', 'category', null], ['EGFR variant III', 'EGFRvIII', 'category', null], ['EGFR-KDD', 'EGFR-KDD', 'category', null], ['PIK3CA p.His1047Arg', 'PIK3CA H1047R', 'snv', 'missense_variant'],
    ['TP53 splice site 782+1G>T', 'TP53 c.782+1G>T', 'splice', 'splice_donor_variant'], ['BRCA1 185delAG', 'BRCA1 c.68_69del', 'indel', 'frameshift_variant'], ['BRCA2 6174delT', 'BRCA2 c.5946del', 'indel', 'frameshift_variant'], ['TP53 p.Ter394GlnextTer17', 'TP53 *394Qext*17', 'snv', 'stop_lost'],
  ])('%s', (text, label, kind, consequence) => { expect(said(text)).toEqual([[label, kind, consequence]]) })

  it.each([
    ['A775_G776insYVMA', 'Y772_A775dup'], ['V769_D770insASV', 'A767_V769dup'], ['D770_N771insSVD', 'S768_D770dup'], ['p.(Ala767_Val769dup)', 'p.A767_V769dup'], ['L367fs', 'L367Tfs*46'], ['p.Gly12Asp', 'G12D'],
  ])('%s is %s', (a, b) => { expect([isSameNamedChange(a, b), isSameNamedChange(b, a)]).toEqual([true, true]) })
  it.each([['A775_G776insYVMA', 'A775_G776insYVTA'], ['G12D', 'G12V'], ['A767_V769dup', 'S768_D770dup'], ['R97fs', 'R98fs']])('%s is not %s', (a, b) => { expect(isSameNamedChange(a, b)).toBe(false) })

  it('the same change under two names counts once', () => {
    const { profile, problems } = read('ERBB2 A775_G776insYVMA; HER2 Y772_A775dup; CALR L367fs; CALR p.L367Tfs*46')
    expect([profile.alterations.map(alterationLabel), problems.map((one) => [one.code, one.line])]).toEqual([['ERBB2 A775_G776insYVMA', 'CALR L367fs'], [['item_repeated', 2], ['item_repeated', 4]]])
  })

  it('X is any residue where the field writes it so, and a stop elsewhere', () => {
    expect(said('EGFR G719X; KRAS G12X; BRAF V600E/K')).toEqual([['EGFR G719', 'category', 'missense_variant'], ['KRAS G12', 'category', 'missense_variant'], ['BRAF V600', 'category', 'missense_variant']])
    expect(said('TP53 W146X; APC R1450X')).toEqual([['TP53 W146*', 'snv', 'stop_gained'], ['APC R1450*', 'snv', 'stop_gained']])
  })
})

describe('fusions: both partners, direction, symbols with hyphens', () => {
  it.each([
    ['EML4::ALK', 'EML4', 'ALK'], ['EML4-ALK', 'EML4', 'ALK'], ['EML4--ALK', 'EML4', 'ALK'], ['EML4/ALK fusion', 'EML4', 'ALK'], ['NKX2-1-BRAF fusion', 'NKX2-1', 'BRAF'], ['HLA-A::BRAF', 'HLA-A', 'BRAF'], ['RET fusion (KIF5B-RET)', 'KIF5B', 'RET'],
    ['BRAF::BRAF', 'BRAF', 'BRAF'], ['MYB-NFIB fusion', 'MYB', 'NFIB'],
  ])('%s', (text, five, three) => { expect(read(text).profile.alterations.map((one) => [one.gene, one.partner])).toEqual([[five, three]]) })
  it('a change named on a fusion is both; one unknown side without the word fusion is not guessed', () => {
    expect(said('BCR-ABL1 T315I').map(([label]) => label)).toEqual(['BCR::ABL1', 'ABL1 T315I'])
    expect(read('MYB-NFIB').problems.map((one) => one.code)).toEqual(['item_not_understood'])
  })
})

describe('copies, fractions and origin keep what the laboratory says', () => {
  const one = (text: string) => read(text).profile.alterations[0]
  it('the laboratory\'s own class goes before a number of copies', () => {
    expect(one('ERBB2 amplification CN 4')).toMatchObject({ kind: 'amplification', copyNumber: 4 })
    expect(one('ERBB2 amp (CN 12)')).toMatchObject({ kind: 'amplification', copyNumber: 12 })
    expect(one('KRAS CN=4')).toMatchObject({ kind: 'gain', copyNumber: 4 })
    expect(one('MYC amplification (equivocal)')).toMatchObject({ kind: 'amplification', asReported: 'MYC amplification (equivocal)' })
  })
  it('fractions in every spelling; two genes in one word; origin', () => {
    expect(['ESR1 D538G VAF 12,5%', 'ESR1 D538G 12.5%', 'ESR1 D538G (VAF 0.125)'].map((text) => one(text)?.vaf)).toEqual([0.125, 0.125, 0.125])
    expect(said('CDKN2A/B deletion').map(([label]) => label)).toEqual(['CDKN2A deletion', 'CDKN2B deletion'])
    expect([one('somatic BRAF V600E')?.origin, one('germline BRCA1 c.5266dupC')?.origin, one('BRAF V600E')?.origin]).toEqual(['somatic', 'germline', 'unknown'])
  })
  it('retired symbols are mapped and the old name is kept', () => { expect(['HER2 amplification', 'MLL3 R100*', 'PARK2 deletion'].map((text) => [one(text)?.gene, one(text)?.asReported])).toEqual([['ERBB2', 'HER2 amplification'], ['KMT2C', 'MLL3 R100*'], ['PRKN', 'PARK2 deletion']]) })
})

describe('biomarkers keep unit, cut-off and what was not tested', () => {
  it.each<[string, object]>([
    ['TMB 12 (cut-off 10)', { name: 'TMB', value: 12, unit: 'mutations/Mb', cutoff: '10', call: null }], ['TMB-H (12 mut/Mb)', { name: 'TMB', value: 12, call: 'high' }], ['TMB: 12.5 mut/Mb', { name: 'TMB', value: 12.5 }],
    ['HRD positive (GIS 58, cut-off 42)', { name: 'HRD', value: 58, unit: 'score', cutoff: '42', call: 'high' }], ['MSI high', { name: 'MSI', value: 'MSI-H', call: 'high' }], ['MSI stable', { name: 'MSI', value: 'MSS', call: 'low' }],
    ['PD-L1 TPS <1%', { name: 'PD-L1', value: '<1', unit: 'TPS', call: null }], ['TMB not tested', { name: 'TMB', value: null, status: 'not_tested', call: null }], ['MGMT promoter methylation', { name: 'OTHER', unit: 'MGMT methylation', call: 'high' }],
  ])('%s', (text, expected) => { expect(read(text).profile.biomarkers).toEqual([expect.objectContaining({ ...expected, asReported: text })]) })
})

it.each<[string, string, boolean | null]>([
  ['c.2573T>G', 'p.L858R', true], ['c.2573T>G', 'p.T790M', false], ['c.68_69del', 'p.E23Vfs*17', null], ['c.68_69del', 'p.E23_V24del', false], ['c.2235_2249del', 'p.E746fs', false], ['c.3028+1G>T', 'p.?', null], ['c.1A>G', 'p.M1?', true],
])('%s and %s agree: %s', (coding, protein, expected) => { expect(codingAgreesWithProtein(coding, protein)).toBe(expected) })
