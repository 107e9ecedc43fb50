import type { Expression } from '#src/knowledge/expression.ts'
import type { EvidenceItem } from './evidence-item.ts'
import { equivalentMeasure } from '../alteration/measure.ts'

/** Which items name a gene or a measured property anywhere, under NOT as well: only their answer can change by what is found of it. */
export type Mentions = { ofGene: ReadonlyMap<string, readonly number[]>; ofMeasure: (key: string) => readonly number[] }

/**
 * Items that are held against findings in the same way carry the same number: same expression, same direction of reading, and the same genes of the
 * expression inhibited by the regimen (a loss of those earns nothing). A label and its twin of another agency are one question.
 */
export function readingsOf(items: readonly EvidenceItem[]): { of: Int32Array; count: number } {
  const expressions = new Map<Expression, number>()
  const readings = new Map<string, number>()
  const of = Int32Array.from(items, ({ expression, direction, inhibited }) => {
    const own = new Set<string>()
    if (direction === 'sensitivity') visitNames(expression, (gene) => { if (inhibited.has(gene)) own.add(gene) }, () => {})
    const text = expressions.get(expression) ?? expressions.size
    expressions.set(expression, text)
    const key = `${text} ${direction === 'sensitivity'} ${[...own].sort().join(' ')}`
    const reading = readings.get(key) ?? readings.size
    readings.set(key, reading)
    return reading
  })
  return { of, count: readings.size }
}

/** Visits every gene and measure of an expression, those under NOT as well. */
function visitNames(expression: Expression, gene: (name: string) => void, measure: (name: string) => void): void {
  if (expression.op === 'gene') gene(expression.gene)
  else if (expression.op === 'measure') measure(expression.name)
  else if (expression.op === 'not') visitNames(expression.of, gene, measure)
  else if (expression.op !== 'none' && expression.op !== 'tumour') for (const part of expression.of) visitNames(part, gene, measure)
}

export function mentionsIn(items: readonly EvidenceItem[]): Mentions {
  const genes = new Map<string, Set<number>>()
  const measures = new Map<string, Set<number>>()
  const into = (table: Map<string, Set<number>>, item: number) => (name: string) => {
    const known = table.get(name)
    if (known) known.add(item)
    else table.set(name, new Set([item]))
  }
  for (const [at, { expression }] of items.entries()) visitNames(expression, into(genes, at), into(measures, at))
  const ofGene = new Map([...genes].map(([gene, found]) => [gene, [...found]]))
  const known = new Map<string, readonly number[]>()
  return {
    ofGene,
    ofMeasure: (key) => {
      let found = known.get(key)
      if (!found) {
        // a property answers for its own name, for its equivalent test, for wider names of an HLA allele, and for the stain of a gene
        const names = [key, equivalentMeasure(key) ?? key, ...(key.startsWith('HLA-') ? [...measures.keys()].filter((name) => key.startsWith(name)) : [])]
        found = [...new Set([...names.flatMap((name) => [...(measures.get(name) ?? [])]), ...(ofGene.get(key) ?? [])])]
        if (names.some((name) => measures.has(name)) || ofGene.has(key)) known.set(key, found)
      }
      return found
    },
  }
}
