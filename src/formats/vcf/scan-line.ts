import { charFinder } from '../bytes/char-finder.ts'
import type { TextLine } from '../bytes/text-lines.ts'

export const CHROM = 0
export const POS = 1
export const ID = 2
export const REF = 3
export const ALT = 4
export const QUAL = 5
export const FILTER = 6
export const INFO = 7
export const FORMAT = 8
export const SAMPLES = 9

/** The columns of a data line as places in bytes; texts are cut when asked for. One object serves all lines of a file. */
export type VcfLine = {
  source: TextLine
  /** Where each column begins; it ends one before the next. Sample columns are one stretch, cut when asked for. */
  starts: Int32Array
  /** Columns seen, the samples counted as one. */
  columns: number
  pos: number
}

const TAB = 9
const DOT = 46
const nextTab = charFinder('\t')

/** A whole number of at most ten digits, or -1. A position of 0 (telomere) is legal. */
function positionIn(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || to - from > 10) return -1
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

export const emptyLine = (source: TextLine): VcfLine => ({ source, starts: new Int32Array(SAMPLES + 2), columns: 0, pos: 0 })

export type ScanFault = 'too_few_columns' | 'position_not_a_number'

/** Finds the columns of one data line by searching tabs. */
export function scanLine(line: VcfLine, source: TextLine): ScanFault | null {
  const { starts } = line
  const { bytes, to } = source
  line.source = source
  let column = 0
  starts[0] = source.from
  for (let at = source.from; at < to && column < INFO; at++) if (bytes[at] === TAB) starts[++column] = at + 1
  while (column >= INFO && column < SAMPLES) {
    const tab = nextTab(source, starts[column] ?? to, to)
    if (tab >= to) break
    starts[++column] = tab + 1
  }
  line.columns = column + 1
  starts[column + 1] = to + 1
  if (column < INFO) return 'too_few_columns'
  line.pos = positionIn(bytes, starts[POS] ?? 0, endOf(line, POS))
  return line.pos < 0 ? 'position_not_a_number' : null
}

export const startOf = (line: VcfLine, column: number) => line.starts[column] ?? 0
export const endOf = (line: VcfLine, column: number) => (line.starts[column + 1] ?? 0) - 1

/** Text of one of the fixed columns; '' where the line has no such column. */
export const columnText = (line: VcfLine, column: number) => (column < line.columns ? line.source.text(startOf(line, column), endOf(line, column)) : '')

/** The column is `.`: nothing stated. */
export const isMissing = (line: VcfLine, column: number) => endOf(line, column) - startOf(line, column) === 1 && line.source.bytes[startOf(line, column)] === DOT

/** Where a sample's column (0 = the first) begins, or -1 when the line has none. */
export function sampleStart(line: VcfLine, wanted: number): number {
  if (wanted < 0 || line.columns <= SAMPLES) return -1
  const { source } = line
  let from = startOf(line, SAMPLES)
  for (let at = 0; at < wanted; at++) {
    const tab = nextTab(source, from, source.to)
    if (tab >= source.to) return -1
    from = tab + 1
  }
  return from
}

/** Text of a sample's column, or null when the line has none. */
export function sampleText(line: VcfLine, wanted: number): string | null {
  const from = sampleStart(line, wanted)
  return from < 0 ? null : line.source.text(from, nextTab(line.source, from, line.source.to))
}

/** Named fields of one sample cell (`GT:AD:DP` beside `0/1:90,10:100`); a trailing field that is left out is absent. */
export type SampleFields = { get: (name: string) => string | undefined; has: (name: string) => boolean }

/** FORMAT as places of its keys: a file has a handful of them in millions of lines, so each is cut once. */
export const formatPlaces = (format: string): ReadonlyMap<string, number> => new Map(format.split(':').map((name, at) => [name, at]))

/** The fields of one cell, found when they are asked for. */
export function sampleFields(places: ReadonlyMap<string, number>, cell: string): SampleFields {
  return {
    has: (name) => places.has(name),
    get: (name) => {
      const wanted = places.get(name)
      if (wanted === undefined) return undefined
      let from = 0
      for (let at = 0; at < wanted; at++) {
        const colon = cell.indexOf(':', from)
        if (colon < 0) return undefined
        from = colon + 1
      }
      const to = cell.indexOf(':', from)
      return to < 0 ? cell.slice(from) : cell.slice(from, to)
    },
  }
}

/** The fields of a cell that is not there. */
export const noFields: SampleFields = { get: () => undefined, has: () => false }

/** Undoes the percent encoding of VCF 4.3 (`p.Leu858%3D`); a stray `%` stays as it is. */
export function decoded(text: string): string {
  let percent = text.indexOf('%')
  if (percent < 0) return text
  let done = ''
  let from = 0
  for (; percent >= 0; percent = text.indexOf('%', percent + 1)) {
    const code = hexValue(text.charCodeAt(percent + 1)) * 16 + hexValue(text.charCodeAt(percent + 2))
    if (!(code >= 0)) continue
    done += text.slice(from, percent) + String.fromCharCode(code)
    from = percent + 3
    percent += 2
  }
  return done + text.slice(from)
}

/** Value of a hexadecimal digit; NaN for anything else, and for no character at all. */
function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code & ~32
  return letter >= 65 && letter <= 70 ? letter - 55 : NaN
}
