import type { ReadContext } from './record-file.ts'
import type { ReadingPart } from './reading-part.ts'
import { note } from './reading-part.ts'

/** Current symbol of a gene as the file names it; renamed genes are said once each, so that a reader finds the old name again. `line` 0: the file has no lines (XML, JSON). */
export type GeneNames = (reported: string, line: number) => string

const words = { previous: 'a previous symbol', alias: 'an alias' }

export function geneNames(part: ReadingPart, context: ReadContext): GeneNames {
  const known = new Map<string, string>()
  return (reported, line) => {
    const name = reported.trim()
    const found = known.get(name)
    if (found !== undefined) return found
    const { symbol, via } = context.resolveGene(name)
    const own = `${symbol} `.slice(0, -1)
    known.set(`${name} `.slice(0, -1), own)
    if ((via === 'previous' || via === 'alias') && symbol !== name) {
      note(part, 'warning', via === 'alias' ? 'gene_alias' : 'gene_renamed', `${name} is ${words[via]} of ${symbol} and was read as ${symbol}. Check that the laboratory means this gene.`, { line: line > 0 ? line : null, column: 'gene' })
    }
    return own
  }
}
