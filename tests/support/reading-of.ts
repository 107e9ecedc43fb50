import type { RecordReading } from '#src/domain/record-reading.ts'
import { RecordReading as Shape } from '#src/domain/record-reading.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { defaultLimits } from '#src/formats/record-file.ts'
import type { ReadContext, RecordFile, ResolvedGene } from '#src/formats/record-file.ts'

const known = new Set(['EGFR', 'KRAS', 'BRAF', 'TP53', 'TERT', 'ALK', 'EML4', 'BCR', 'ABL1', 'MET', 'ERBB2', 'NKX2-1', 'HLA-A', 'CDKN2A', 'KMT2D', 'BRCA1', 'RB1', 'PTEN'])
const previous: Readonly<Record<string, string>> = { MLL2: 'KMT2D', HER2: 'ERBB2' }

/** A gene table of a few lines, with a renamed gene and an alias. */
export function resolveGene(symbol: string): ResolvedGene {
  if (known.has(symbol)) return { symbol, via: 'symbol' }
  const current = Object.hasOwn(previous, symbol) ? previous[symbol] : undefined
  return current ? { symbol: current, via: symbol === 'HER2' ? 'alias' : 'previous' } : { symbol, via: 'none' }
}

export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Reads files given as text or bytes; every reading is checked against its shape and `records = read + listed`. */
export async function readingOf(files: Readonly<Record<string, string | Uint8Array>>, options: Partial<ReadContext> = {}): Promise<RecordReading> {
  const list: RecordFile[] = Object.entries(files).map(([name, content]) => ({ name, bytes: typeof content === 'string' ? bytesOf(content) : content }))
  const reading = Shape.parse(await readRecords(list, { resolveGene, limits: defaultLimits, ...options }))
  const listed = Object.values(reading.listed).reduce((sum, count) => sum + count, 0)
  if (reading.records !== reading.read + listed) throw new Error(`records ${reading.records} are not read ${reading.read} + listed ${listed}`)
  return reading
}

/** Tab-separated lines from rows of cells. */
export const tabbed = (...rows: readonly (readonly (string | number)[])[]) => `${rows.map((row) => row.join('\t')).join('\n')}\n`

export const codes = (reading: RecordReading) => reading.problems.map((problem) => problem.code)
