import type { Knowledge } from '#src/knowledge/knowledge.ts'

/** HGNC symbols by the knowledge release: approved symbol first, then alias or previous symbol; an unknown name is kept as written. */
export function geneResolver(knowledge: Pick<Knowledge, 'genes' | 'aliases'>) {
  return (name: string): { symbol: string; via: 'symbol' | 'previous' | 'alias' | 'none' } => {
    const symbol = name.trim()
    if (knowledge.genes.has(symbol)) return { symbol, via: 'symbol' }
    const upper = symbol.toUpperCase()
    const approved = knowledge.aliases.get(upper)
    if (approved) return { symbol: approved, via: 'alias' }
    return knowledge.genes.has(upper) ? { symbol: upper, via: 'symbol' } : { symbol, via: 'none' }
  }
}
