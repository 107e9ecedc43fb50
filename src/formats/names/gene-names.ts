import { ambiguousGene } from '../merge/ambiguous-genes.ts'
import { geneNameFault } from './gene-shape.ts'
import type { ReadContext } from '../record-file.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'

/** Current symbol of a gene as the file names it; renamed genes are said once each, so that a reader finds the old name again. `line` 0: the file has no lines (XML, JSON). */
export type GeneNames = (reported: string, line: number) => string

const words = { previous: 'a previous symbol', alias: 'an alias' }

export function geneNames(part: ReadingPart, context: ReadContext): GeneNames {
  const known = new Map<string, string>()
  return (reported, line) => {
    const name = reported.trim()
    const found = known.get(name)
    if (found !== undefined) return found
    const said = context.resolveGene(name)
    // An approved or a previous symbol is one gene's; only an alias may be two genes' (symbol before previous before alias).
    const candidates = said.via === 'alias' ? ambiguousGene(name) : null
    const chosen = candidates === null ? undefined : context.geneChoices?.[name]
    const { symbol, via } = chosen !== undefined ? { symbol: chosen, via: 'symbol' as const } : candidates ? { symbol: candidates[0] ?? said.symbol, via: 'ambiguous' as const } : said
    if (candidates && chosen === undefined) {
      part.ambiguousGenes.push({ name, readAs: symbol, candidates: [...candidates], file: part.file })
      note(part, 'warning', 'gene_ambiguous', `${name} has been used for ${candidates.join(' and ')}. It was read as ${symbol}; say at intake which gene the laboratory means.`, { line: line > 0 ? line : null, column: 'gene' })
    }
    const fault = via === 'none' ? geneNameFault(name) : null
    if (fault !== null) note(part, 'warning', 'gene_name_invalid', `"${name.slice(0, 30)}" ${fault}. It was kept as written, and no evidence will match it; ask the laboratory which gene is meant.`, { line: line > 0 ? line : null, column: 'gene' })
    const own = `${symbol} `.slice(0, -1)
    known.set(`${name} `.slice(0, -1), own)
    if ((via === 'previous' || via === 'alias') && symbol !== name) {
      note(part, 'warning', via === 'alias' ? 'gene_alias' : 'gene_renamed', `${name} is ${words[via]} of ${symbol} and was read as ${symbol}. Check that the laboratory means this gene.`, { line: line > 0 ? line : null, column: 'gene' })
    }
    return own
  }
}
