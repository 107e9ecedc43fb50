import { describe, expect, it } from 'vitest'
import { sha256 } from '#src/domain/sha256.ts'
import { canonicalRows } from '#src/knowledge/canonical-rows.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import { loadKnowledge, readKnowledge } from '#src/knowledge/load-knowledge.ts'
import { knowledgeRows } from '#src/knowledge/rows/registry.ts'

const knowledge = loadKnowledge()
const scopes = new Set(['SOLID', 'HEME', 'ANY'])
const isDrug = (name: string): boolean => (name.startsWith('class:') ? knowledge.classes.has(name.slice('class:'.length)) : knowledge.therapies.has(name))
const isTumour = (code: string): boolean => knowledge.tumours.has(code) || scopes.has(code)
const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at)

function leaves(expression: Expression): Expression[] {
  if (expression.op === 'and' || expression.op === 'or' || expression.op === 'cis' || expression.op === 'trans') return expression.of.flatMap(leaves)
  return expression.op === 'not' ? leaves(expression.of) : [expression]
}
const expressions = [...knowledge.labels, ...knowledge.evidence, ...knowledge.lethality].map((stated) => stated.expression).concat([...knowledge.scopes.values()])

describe('the knowledge release', () => {
  it('has the tables it promises', () => {
    expect(knowledge.tumours.size).toBe(898)
    expect(knowledge.labels.length).toBeGreaterThanOrEqual(790)
    expect(knowledge.evidence.length).toBeGreaterThanOrEqual(900)
    expect(knowledge.therapies.size).toBeGreaterThanOrEqual(384)
    expect([knowledge.nodes.size, knowledge.edges.length]).toEqual([195, 511])
    expect([knowledge.feedback.length, knowledge.lethality.length]).toEqual([65, 116])
    expect(new Set(knowledge.variants.map(({ row }) => row.gene)).size).toBeGreaterThanOrEqual(180)
    expect([...knowledge.genes.values()].filter((row) => row.role !== 'other').length).toBeGreaterThanOrEqual(180)
    expect(knowledge.priors.length).toBeGreaterThanOrEqual(40)
    expect(knowledge.assays.size).toBeGreaterThanOrEqual(9)
  })

  it('has ids that name one row', () => {
    expect(repeated(knowledge.labels.map(({ row }) => row.id))).toEqual([])
    expect(repeated(knowledge.evidence.map(({ row }) => row.id))).toEqual([])
    expect(repeated(knowledge.variants.map(({ row }) => row.id))).toEqual([])
    expect(repeated(knowledge.edges.map((row) => `${row.from}>${row.to}`))).toEqual([])
    expect(repeated(knowledge.priors.map(({ row }) => `${row.class} ${row.tumour} ${row.biomarker}`))).toEqual([])
    expect(repeated([...knowledge.therapies.values()].flatMap((row) => [...new Set([row.drug, ...row.synonyms].map((name) => name.toLowerCase()))]))).toEqual([])
  })

  it('speaks only of drugs it knows', () => {
    const named = [
      ...knowledge.labels.flatMap(({ row }) => row.regimen), ...knowledge.evidence.flatMap(({ row }) => [...row.regimen, ...(row.inferiorTo ?? [])]),
      ...knowledge.lethality.flatMap(({ row }) => row.drugs),
    ]
    expect(named.filter((drug) => !isDrug(drug))).toEqual([])
    expect([...knowledge.therapies.values()].filter((row) => !knowledge.classes.has(row.class))).toEqual([])
    expect(knowledge.priors.filter(({ row }) => !knowledge.classes.has(row.class))).toEqual([])
  })

  it('speaks only of tumour types of the tree', () => {
    const codes = [...knowledge.labels, ...knowledge.evidence].flatMap(({ row }) => [...row.tumour.in, ...row.tumour.except])
    expect(codes.filter((code) => !isTumour(code))).toEqual([])
    expect(knowledge.priors.filter(({ row }) => !knowledge.tumours.has(row.tumour))).toEqual([])
    const conditions = expressions.flatMap(leaves).flatMap((leaf) => (leaf.op === 'tumour' ? [leaf.code] : []))
    expect(conditions.filter((code) => !knowledge.tumours.has(code))).toEqual([])
  })

  it('speaks only of genes it knows', () => {
    const named = expressions.flatMap(leaves).flatMap((leaf) => (leaf.op === 'gene' ? [leaf.gene] : []))
    expect([...new Set(named)].filter((gene) => !knowledge.genes.has(gene))).toEqual([])
    expect(knowledge.variants.filter(({ row }) => !knowledge.genes.has(row.gene))).toEqual([])
    expect([...knowledge.therapies.values()].flatMap((row) => row.targets.map((target) => target.gene)).filter((gene) => !knowledge.genes.has(gene))).toEqual([])
    expect(knowledge.evidence.flatMap(({ row }) => row.reliefTargets).filter((gene) => !knowledge.genes.has(gene))).toEqual([])
    const panels = [...knowledge.assays.values()].flatMap((row) => [...row.genes, ...row.fusions]).filter((gene) => gene !== '*')
    expect([...new Set(panels)].filter((gene) => !knowledge.genes.has(gene))).toEqual([])
  })

  it('has no alias that is itself an approved symbol', () => {
    expect([...knowledge.aliases.keys()].filter((alias) => knowledge.genes.has(alias))).toEqual([])
    expect(knowledge.aliases.get('HER2')).toBe('ERBB2')
    expect(knowledge.aliases.get('H3F3A')).toBe('H3-3A')
    expect(knowledge.aliases.get('MLL')).toBe('KMT2A')
  })

  it('says of every row how it was checked, and cites a source', () => {
    const rows = [...knowledge.labels.map(({ row }) => row), ...knowledge.evidence.map(({ row }) => row), ...knowledge.variants.map(({ row }) => row)]
    expect(rows.filter((row) => ('sources' in row ? row.sources : [row.source]).some((source) => source.trim() === ''))).toEqual([])
    const byItem = rows.filter((row) => row.checked === 'civic')
    expect(byItem.length).toBeGreaterThan(700)
    expect(byItem.filter((row) => !('sources' in row && row.sources.some((source) => source.startsWith('civic:EID'))))).toEqual([])
  })

  it('an inferior therapy says to what, and nothing else does', () => {
    expect(knowledge.evidence.filter(({ row }) => (row.direction === 'inferior_to') !== (row.inferiorTo !== null))).toEqual([])
  })

  it('withdrawn drugs are withdrawn', () => {
    for (const drug of ['tazemetostat', 'mobocertinib', 'infigratinib']) {
      const labels = knowledge.labels.filter(({ row }) => row.regimen.join('+') === drug)
      expect(labels.length, drug).toBeGreaterThan(0)
      expect(labels.filter(({ row }) => row.status === 'approved' && (row.to === null || row.to > '2026-11-01')), drug).toEqual([])
    }
  })
})

describe('the name of a release', () => {
  it('does not depend on the order of parts, rows or keys', () => {
    const turned = Object.fromEntries(
      Object.entries(knowledgeRows).toReversed().map(([table, parts]) => [table, parts.toReversed().map((part) => part.toReversed().map(turnedKeys))]),
    )
    expect(sha256(canonicalRows(turned))).toBe(knowledge.hash)
  })

  it('changes with one character of one row', () => {
    const changed = { ...knowledgeRows, priors: [[{ ...knowledge.priors[0]?.row, basis: 'changed' }]] }
    expect(readKnowledge(changed, 'test').hash).not.toBe(knowledge.hash)
  })

  it('refuses a row that is not a fact in our shape', () => {
    expect(() => readKnowledge({ ...knowledgeRows, priors: [[{ ...knowledge.priors[0]?.row, response: 101 }]] }, 'test')).toThrow()
    expect(() => readKnowledge({ ...knowledgeRows, variants: [[{ ...loadKnowledge().variants[0]?.row, change: 'often' }]] }, 'test')).toThrow(/not a change/)
  })

  it('is loaded once', () => {
    expect(loadKnowledge()).toBe(knowledge)
  })
})

function turnedKeys(row: unknown): unknown {
  return typeof row === 'object' && row !== null ? Object.fromEntries(Object.entries(row).toReversed()) : row
}
