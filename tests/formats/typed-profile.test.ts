import { describe, expect, it } from 'vitest'
import { alterationLabel } from '#src/domain/alteration-label.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'

const known = new Set(['EGFR', 'ALK', 'EML4', 'BRCA1', 'BRCA2', 'MET', 'ERBB2', 'CDKN2A', 'PTEN', 'RB1', 'BRAF', 'KIT', 'FLT3', 'AR', 'POLE', 'KRAS', 'NRAS', 'NKX2-1', 'HLA-A', 'TERT', 'TP53', 'H3-3A', 'H3C2'])
const read = (text: string) => readTypedProfile(text, { resolveGene: (gene) => (known.has(gene.toUpperCase()) ? gene.toUpperCase() : gene === 'HER2' ? 'ERBB2' : null) })
const one = (text: string) => {
  const { profile, problems } = read(text)
  expect(problems).toEqual([])
  const [first] = profile.alterations
  if (!first) throw new Error(`no alteration in ${text}`)
  return first
}

describe('every form of the typed profile', () => {
  it.each([
    ['EGFR L858R', 'EGFR L858R', 'snv'], ['EGFR p.Leu858Arg', 'EGFR L858R', 'snv'], ['egfr p.(Leu858Arg)', 'EGFR L858R', 'snv'], ['EGFR exon 19 deletion', 'EGFR exon 19 deletion', 'category'],
    ['EGFR ex19del', 'EGFR exon 19 deletion', 'category'], ['EGFR exon 20 insertion', 'EGFR exon 20 insertion', 'category'], ['EGFR D770_N771insSVD', 'EGFR D770_N771insSVD', 'indel'],
    ['BRCA1 c.5266dupC', 'BRCA1 c.5266dupC', 'indel'], ['MET exon 14 skipping', 'MET exon 14 skipping', 'category'], ['METex14', 'MET exon 14 skipping', 'category'], ['MET c.3028+1G>T', 'MET c.3028+1G>T', 'splice'],
    ['EML4::ALK', 'EML4::ALK', 'fusion'], ['EML4-ALK', 'EML4::ALK', 'fusion'], ['EML4/ALK fusion', 'EML4::ALK', 'fusion'], ['ALK fusion', 'ALK fusion', 'fusion'], ['NKX2-1 amplification', 'NKX2-1 amplification', 'amplification'],
    ['ERBB2 amplification', 'ERBB2 amplification', 'amplification'], ['HER2 amplification', 'ERBB2 amplification', 'amplification'], ['ERBB2 x12', 'ERBB2 amplification', 'amplification'], ['KRAS CN=4', 'KRAS copy gain', 'gain'],
    ['CDKN2A deletion', 'CDKN2A deletion', 'deletion'], ['PTEN loss', 'PTEN loss', 'category'], ['RB1 truncating', 'RB1 truncating', 'category'], ['BRAF mutation', 'BRAF mutation', 'category'], ['BRAF V600', 'BRAF V600', 'category'],
    ['KIT exon 11 mutation', 'KIT exon 11 mutation', 'category'], ['FLT3-ITD', 'FLT3 ITD', 'category'], ['AR-V7', 'AR-V7', 'category'], ['EGFRvIII', 'EGFRvIII', 'category'], ['germline BRCA2 loss', 'germline BRCA2 loss', 'category'],
    ['BRCA2 reversion', 'BRCA2 reversion', 'category'], ['17p deletion', '17p deletion', 'category'], ['del(17p)', '17p deletion', 'category'], ['TERT c.-124C>T', 'TERT c.-124C>T', 'snv'], ['XYZ9 R12H', 'XYZ9 R12H', 'snv'],
  ])('%s', (text, label, kind) => {
    expect(alterationLabel(one(text))).toBe(label)
    expect(one(text).kind).toBe(kind)
  })

  it('frame and promoter are read off a coding change', () => {
    expect(one('BRCA1 c.5266dupC').consequence).toBe('frameshift_variant')
    expect(one('BRCA1 c.5266_5268del').consequence).toBe('inframe_deletion')
    expect(one('TERT c.-124C>T').consequence).toBe('upstream_gene_variant')
    expect(one('EGFR c.2573T>G (p.L858R)')).toMatchObject({ hgvsp: 'p.L858R', hgvsc: 'c.2573T>G' })
  })

  it('keeps fraction, clonality and zygosity', () => { expect(one('TP53 R213* VAF 40% CCF 0.9 homozygous')).toMatchObject({ vaf: 0.4, ccf: 0.9, zygosity: 'homozygous' }) })

  it('cis, trans and an unknown phase are three things', () => {
    const phases = (text: string) => read(text).profile.alterations.map((alteration) => alteration.phase)
    const [cis, trans] = [phases('EGFR T790M + C797S in cis'), phases('EGFR T790M + EGFR C797S in trans')]
    expect(new Set(cis).size).toBe(1)
    expect(cis[0]).toMatch(/^cis:/)
    expect(trans[0]).toMatch(/^trans:/)
    expect(phases('EGFR T790M + C797S')).toEqual([null, null])
  })

  it.each([
    ['MSI-H', 'MSI', 'high'], ['MSS', 'MSI', 'low'], ['dMMR', 'MMR', 'high'], ['HRD', 'HRD', 'high'], ['ER+', 'ER', 'high'], ['HER2-', 'HER2', 'low'], ['HER2 IHC 3+', 'HER2', 'high'], ['HER2-low', 'HER2', 'intermediate'],
    ['HLA-A*02:01', 'HLA', 'high'], ['TMB 120', 'TMB', null], ['PD-L1 TPS 50%', 'PD-L1', null], ['CD20+', 'IHC', 'high'],
  ])('%s is a measure', (text, name, call) => { expect(read(text).profile.biomarkers).toEqual([expect.objectContaining({ name, call, status: 'measured' })]) })

  it.each([
    ['DLL3 high', 'DLL3', 'high', 'high'], ['DLL3 positive', 'DLL3', 'positive', 'high'], ['DLL3 expression low', 'DLL3', 'low', 'low'], ['TROP2 3+', 'TROP2', '3+', 'high'], ['TACSTD2 expression 2+', 'TROP2', '2+', 'intermediate'],
    ['FRα high', 'FOLR1', 'high', 'high'], ['FOLR1 overexpression', 'FOLR1', 'positive', 'high'], ['Claudin 18.2 positive', 'CLDN18.2', 'positive', 'high'], ['CLDN18.2 80%', 'CLDN18.2', 80, null],
    ['Nectin-4 positive', 'NECTIN4', 'positive', 'high'], ['HER3 overexpression', 'HER3', 'positive', 'high'], ['FGFR2b overexpression', 'FGFR2b', 'positive', 'high'], ['MAGE-A4 positive', 'MAGEA4', 'positive', 'high'],
    ['CD117 positive', 'KIT', 'positive', 'high'], ['EGFR expression', 'EGFR', 'positive', 'high'], ['MET expression high', 'c-MET', 'high', 'high'], ['MET IHC 3+', 'c-MET', 'high', 'high'], ['CD20 expression', 'CD20', 'positive', 'high'],
  ])('%s is a stain of %s', (text, unit, value, call) => {
    const { profile, problems } = read(text)
    expect(problems).toEqual([])
    expect(profile).toMatchObject({ alterations: [], biomarkers: [{ name: 'IHC', unit, value, call }] })
  })

  it.each([['HER2 3+', '3+', 'high'], ['HER2 overexpression', 'positive', 'high'], ['HER2 low', 'low', 'intermediate'], ['HER2 1+', '1+', 'intermediate'], ['HER2 0', '0', 'low']])('%s is HER2', (text, value, call) => {
    expect(read(text).profile.biomarkers).toEqual([expect.objectContaining({ name: 'HER2', value, call })])
  })

  it('overexpression of a gene that drives by it stays an alteration; a stain needs its marker or the word', () => {
    expect(one('MET overexpression')).toMatchObject({ gene: 'MET', category: 'overexpression' })
    expect(read('MET high').problems).toHaveLength(1)
    expect(read('PD-L1 expression high').problems).toHaveLength(1)
  })

  it('a histone stands for its gene, and it is said where the gene was not stated', () => {
    for (const text of ['H3K27M', 'H3 K27M', 'H3-K27M', 'histone H3 p.K27M']) {
      const { profile, problems } = read(text)
      expect(profile.alterations).toEqual([expect.objectContaining({ gene: 'H3-3A', hgvsp: 'p.K27M', asReported: text })])
      expect(problems).toEqual([expect.objectContaining({ severity: 'warning', code: 'item_read_as', message: expect.stringContaining('is read as H3-3A K27M') })])
    }
    expect(one('H3.3 G34R')).toMatchObject({ gene: 'H3-3A', hgvsp: 'p.G34R' })
    expect(read('H3.1 K27M').profile.alterations[0]?.gene).toBe('H3C2')
  })

  it('wild-type genes are stated, coverage is not', () => {
    const { profile } = read('wild-type KRAS, NRAS; BRAF WT')
    expect(profile).toMatchObject({ wildType: ['KRAS', 'NRAS', 'BRAF'], coverage: { kind: 'unknown' }, alterations: [] })
  })
})

describe('what is not understood', () => {
  it('is refused with the item, its number and the nearest form; the rest is read', () => {
    const { profile, problems } = read('EGFR L858R; EGFR amplifcation; p.L858R')
    expect(profile.alterations).toHaveLength(1)
    expect(problems.map((problem) => [problem.severity, problem.line, problem.message])).toEqual([
      ['error', 2, '"EGFR amplifcation" is not understood. The nearest form is "ERBB2 amplification".'], ['error', 3, '"p.L858R" is not understood. The nearest form is "EGFR L858R".'],
    ])
  })

  it.each([['DLL3 hihg', 'DLL3 high'], ['MET expresion high', 'MET expression high'], ['germline DPYD los', 'germline DPYD loss']])('%s: the nearest form is %s', (text, form) => {
    expect(read(text).problems[0]?.message).toContain(`The nearest form is "${form}".`)
  })

  it('a repeated item counts once and is said', () => {
    const { profile, problems } = read('EGFR L858R; EGFR p.Leu858Arg')
    expect(profile.alterations).toHaveLength(1)
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', code: 'item_repeated', line: 2 })])
  })

  it.each([['one long word', 'A'], ['many half items', 'EGFR -'], ['open brackets', 'EGFR p.(']])('takes time in proportion to hostile text: %s', (_, piece) => {
    const best = (times: number) => Math.min(...Array.from({ length: 5 }, () => {
      const started = performance.now()
      read(piece.repeat(times))
      return performance.now() - started
    }))
    // Four times the text: quadratic reading would take sixteen times as long; noise of a busy machine stays far below that.
    expect(best(80_000) / Math.max(best(20_000), 1)).toBeLessThan(10)
  })
})
