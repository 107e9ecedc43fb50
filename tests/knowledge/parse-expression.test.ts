import { describe, expect, it } from 'vitest'
import type { Expression } from '#src/knowledge/expression.ts'
import { parseExpression } from '#src/knowledge/parse-expression.ts'

const gene = (name: string, match: Extract<Expression, { op: 'gene' }>['match'], text: string, germline = false): Expression => ({
  op: 'gene', gene: name, match, germline, text,
})

describe('parseExpression: genes', () => {
  it.each([
    ['KRAS G12C', 'KRAS', { kind: 'change', change: 'G12C' }],
    ['EGFR p.E746_A750del', 'EGFR', { kind: 'change', change: 'E746_A750del' }],
    ['ERBB2 A775_G776insYVMA', 'ERBB2', { kind: 'change', change: 'A775_G776insYVMA' }],
    ['PTEN R233*', 'PTEN', { kind: 'change', change: 'R233*' }],
    ['EGFR G719X', 'EGFR', { kind: 'codon', residue: 'G', position: 719, to: null }],
    ['IDH1 R132', 'IDH1', { kind: 'codon', residue: 'R', position: 132, to: null }],
    ['KRAS G12 mutation', 'KRAS', { kind: 'codon', residue: 'G', position: 12, to: null }],
    ['EGFR exon 19 deletion', 'EGFR', { kind: 'exon', exon: 19, change: 'deletion' }],
    ['MET exon 14 skipping', 'MET', { kind: 'exon', exon: 14, change: 'skipping' }],
    ['ERBB2 kinase domain mutation', 'ERBB2', { kind: 'domain', domain: 'kinase' }],
    ['AR ligand binding domain mutation', 'AR', { kind: 'domain', domain: 'ligand binding' }],
    ['TERT promoter mutation', 'TERT', { kind: 'domain', domain: 'promoter' }],
    ['BRAF class 3', 'BRAF', { kind: 'functional_class', name: 'class 3' }],
    ['PIK3CA mutation', 'PIK3CA', { kind: 'mutation' }],
    ['RB1 truncating', 'RB1', { kind: 'truncating' }],
    ['PTEN loss', 'PTEN', { kind: 'loss' }],
    ['MTAP deletion', 'MTAP', { kind: 'deletion' }],
    ['ERBB2 amplification', 'ERBB2', { kind: 'amplification' }],
    ['ALK fusion', 'ALK', { kind: 'fusion', partner: null }],
    ['EML4::ALK', 'ALK', { kind: 'fusion', partner: 'EML4' }],
    ['KMT2A rearrangement', 'KMT2A', { kind: 'rearrangement' }],
    ['FLT3-ITD', 'FLT3', { kind: 'itd' }],
    ['AR-V7', 'AR', { kind: 'isoform', name: 'AR-V7' }],
    ['AR AR-V7', 'AR', { kind: 'isoform', name: 'AR-V7' }],
    ['EGFRvIII', 'EGFR', { kind: 'isoform', name: 'EGFRvIII' }],
    ['BRCA2 reversion', 'BRCA2', { kind: 'reversion' }],
    ['MAGEA4 expression', 'MAGEA4', { kind: 'expression' }],
    ['BRAF wild-type', 'BRAF', { kind: 'wild_type' }],
    ['H3-3A K27M', 'H3-3A', { kind: 'change', change: 'K27M' }],
  ] as const)('%s', (text, name, match) => {
    expect(parseExpression(text)).toEqual(gene(name, match, text))
  })

  it('keeps the germline condition apart from the gene', () => {
    expect(parseExpression('germline BRCA2 loss')).toEqual(gene('BRCA2', { kind: 'loss' }, 'germline BRCA2 loss', true))
  })
})

describe('parseExpression: measures and tumour types', () => {
  it.each([
    ['HER2+', 'HER2', { kind: 'positive' }],
    ['HER2-', 'HER2', { kind: 'negative' }],
    ['HER2-low', 'HER2', { kind: 'low' }],
    ['HER2-ultralow', 'HER2', { kind: 'grade', grade: 'ultralow' }],
    ['HER2 IHC 3+', 'HER2', { kind: 'grade', grade: '3+' }],
    ['c-MET IHC high', 'c-MET', { kind: 'grade', grade: 'high' }],
    ['PD-L1 CPS>=10', 'PD-L1 CPS', { kind: 'at_least', value: 10 }],
    ['PD-L1 TPS<1', 'PD-L1 TPS', { kind: 'below', value: 1 }],
    ['CLDN18.2>=75', 'CLDN18.2', { kind: 'at_least', value: 75 }],
    ['TMB>=10', 'TMB', { kind: 'at_least', value: 10 }],
    ['MSI-H', 'MSI', { kind: 'positive' }],
    ['dMMR', 'MMR', { kind: 'positive' }],
    ['pMMR', 'MMR', { kind: 'negative' }],
    ['HRD', 'HRD', { kind: 'positive' }],
    ['CD20+', 'CD20', { kind: 'positive' }],
    ['ctDNA MRD+', 'ctDNA MRD', { kind: 'positive' }],
    ['HLA-A*02:01', 'HLA-A*02:01', { kind: 'positive' }],
    ['del(17p)', 'del(17p)', { kind: 'positive' }],
    ['17p deletion', 'del(17p)', { kind: 'positive' }],
  ] as const)('%s', (text, name, test) => {
    expect(parseExpression(text)).toEqual({ op: 'measure', name, test, text })
  })

  it('reads a bare code as a condition on the tumour type, and none as no biomarker', () => {
    expect(parseExpression('COADREAD')).toEqual({ op: 'tumour', code: 'COADREAD', text: 'COADREAD' })
    expect(parseExpression('none')).toEqual({ op: 'none' })
  })
})

describe('parseExpression: how parts bind', () => {
  const a = gene('KRAS', { kind: 'mutation' }, 'KRAS mutation')
  const b = gene('NRAS', { kind: 'mutation' }, 'NRAS mutation')
  const c = gene('BRAF', { kind: 'mutation' }, 'BRAF mutation')

  it('NOT before AND before OR', () => {
    expect(parseExpression('KRAS mutation OR NOT NRAS mutation AND BRAF mutation')).toEqual({ op: 'or', of: [a, { op: 'and', of: [{ op: 'not', of: b }, c] }] })
  })

  it('parentheses come first', () => {
    expect(parseExpression('(KRAS mutation OR NRAS mutation) AND BRAF mutation')).toEqual({ op: 'and', of: [{ op: 'or', of: [a, b] }, c] })
    expect(parseExpression('NOT (KRAS mutation OR NRAS mutation)')).toEqual({ op: 'not', of: { op: 'or', of: [a, b] } })
  })

  it('cis and trans take two sides', () => {
    expect(parseExpression('CIS(KRAS mutation, NRAS mutation)')).toEqual({ op: 'cis', of: [a, b] })
    expect(parseExpression('TRANS(KRAS mutation,NRAS mutation) AND BRAF mutation')).toEqual({ op: 'and', of: [{ op: 'trans', of: [a, b] }, c] })
  })

  it('keeps the parentheses of an arm deletion inside its name', () => {
    expect(parseExpression('(del(17p) OR KRAS mutation)')).toEqual({
      op: 'or', of: [{ op: 'measure', name: 'del(17p)', test: { kind: 'positive' }, text: 'del(17p)' }, a],
    })
  })
})

describe('parseExpression: refusals say where', () => {
  it.each([
    ['', 0], ['KRAS mutation AND', 17], ['(KRAS mutation', 14], ['KRAS mutation)', 13], ['KRAS sometimes', 0], ['CIS(KRAS mutation)', 17],
    ['biomarker', 0], ['KRAS mutation, NRAS mutation', 13], ['NOT', 3],
  ])('%j at %i', (text, position) => {
    expect(() => parseExpression(text)).toThrow(expect.objectContaining({ name: 'ExpressionError', position }))
  })
})
