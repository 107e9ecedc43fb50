import type { ColumnMeaning } from '#src/domain/column-mapping.ts'
import { parseProteinChange } from '#src/domain/protein-change.ts'
import { fusionPair } from '../names/fusion-text.ts'
import { meaningOf } from '../maf/classification.ts'
import type { ReadContext } from '../record-file.ts'

const isGene = (value: string, context: ReadContext) => context.resolveGene(value).via !== 'none'
const isProtein = (value: string) => /[0-9]/.test(value) && /[A-Za-z*]/.test(value) && parseProteinChange(value) !== null

/** What a column could mean by the values of its first rows; offered to a person where the name says nothing. Null: no idea. */
export function guessMeaning(values: readonly string[], context: ReadContext): ColumnMeaning | null {
  const said = values.map((value) => value.trim()).filter((value) => value !== '' && value !== '-' && value !== '.' && value !== 'NA')
  if (said.length === 0) return null
  const most = (is: (value: string) => boolean) => said.filter(is).length * 2 > said.length
  if (most((value) => isGene(value, context))) return 'gene'
  if (most((value) => value.startsWith('c.') || value.includes(':c.'))) return 'coding'
  if (most(isProtein)) return 'protein'
  if (most((value) => value.endsWith('%') && Number.isFinite(Number(value.slice(0, -1).trim().replace(',', '.'))))) return 'vaf_percent'
  if (most((value) => /^0[.,][0-9]+$/.test(value))) return 'vaf'
  if (most((value) => { const pair = fusionPair(value, context); return pair !== null && isGene(pair[0], context) && isGene(pair[1], context) })) return 'fusion'
  if (most((value) => /^(chr)?([1-9]|1[0-9]|2[0-2]|X|Y)$/.test(value)) && said.some((value) => value.startsWith('chr'))) return 'chromosome'
  if (most((value) => meaningOf(value) !== null || /^(amplification|deletion|gain|loss)$/i.test(value))) return 'type'
  return null
}

/**
 * A table without header: `EGFR,missense mutation,T258R`. Its columns are told by what stands in the first row: gene, change and words. Here the
 * values are all there is, and what was taken for what is said.
 */
export function meaningsOfRow(cells: readonly string[], context: ReadContext): Map<number, ColumnMeaning> {
  const known = cells.findIndex((cell) => isGene(cell.trim(), context))
  const gene = known >= 0 ? known : cells.findIndex((cell) => /^[A-Z][A-Z0-9-]{1,14}$/.test(cell.trim()) && !isProtein(cell.trim()))
  const protein = cells.findIndex((cell, at) => at !== gene && isProtein(cell))
  const type = cells.findIndex((cell, at) => at !== gene && at !== protein && /[a-z]{3}/i.test(cell))
  const found = new Map<number, ColumnMeaning>()
  if (gene < 0 || (protein < 0 && type < 0)) return found
  found.set(gene, 'gene')
  if (protein >= 0) found.set(protein, 'protein')
  if (type >= 0) found.set(type, 'type')
  return found
}
