/** The fixed columns of a data line, cut at tabs; sample columns stay uncut until one is asked for. */
export type VcfLine = {
  chrom: string; pos: number; id: string; ref: string; alt: string; qual: string; filter: string; info: string
  format: string
  /** Column number (0 = first sample) → its text, or null when the line has no such column. */
  sample: (at: number) => string | null
  columns: number
}

export type ScanFault = { code: 'too_few_columns' | 'position_not_a_number'; columns: number; token: string }

const TAB = '\t'

function positionIn(text: string): number {
  if (text.length === 0 || text.length > 10) return NaN
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return NaN
    value = value * 10 + digit
  }
  return value
}

/** Cuts one data line by searching tabs, without splitting what is not needed. A position of 0 (telomere) is legal. */
export function scanLine(line: string): VcfLine | ScanFault {
  const tabs: number[] = []
  for (let at = line.indexOf(TAB); at >= 0 && tabs.length < 9; at = line.indexOf(TAB, at + 1)) tabs.push(at)
  const [t0, t1, t2, t3, t4, t5, t6, t7, t8] = tabs
  if (t0 === undefined || t1 === undefined || t2 === undefined || t3 === undefined || t4 === undefined || t5 === undefined || t6 === undefined) {
    return { code: 'too_few_columns', columns: tabs.length + 1, token: '' }
  }
  const pos = positionIn(line.slice(t0 + 1, t1))
  if (Number.isNaN(pos)) return { code: 'position_not_a_number', columns: tabs.length + 1, token: line.slice(t0 + 1, Math.min(t1, t0 + 21)) }
  return {
    chrom: line.slice(0, t0), pos, id: line.slice(t1 + 1, t2), ref: line.slice(t2 + 1, t3), alt: line.slice(t3 + 1, t4), qual: line.slice(t4 + 1, t5), filter: line.slice(t5 + 1, t6),
    info: t7 === undefined ? line.slice(t6 + 1) : line.slice(t6 + 1, t7),
    format: t7 === undefined ? '' : line.slice(t7 + 1, t8),
    columns: tabs.length + 1,
    sample: (wanted) => {
      if (t8 === undefined || wanted < 0) return null
      let from = t8 + 1
      for (let at = 0; at < wanted; at++) {
        const next = line.indexOf(TAB, from)
        if (next < 0) return null
        from = next + 1
      }
      const to = line.indexOf(TAB, from)
      return to < 0 ? line.slice(from) : line.slice(from, to)
    },
  }
}

/** Value of one INFO key; '' for a flag, null when it is absent. Searches the text, does not split it. */
export function infoValue(info: string, key: string): string | null {
  for (let at = info.startsWith(key) ? 0 : nextKey(info, key, 0); at >= 0; at = nextKey(info, key, at)) {
    const end = at + key.length
    const next = info.charAt(end)
    if (next === '=') {
      const stop = info.indexOf(';', end)
      return info.slice(end + 1, stop < 0 ? undefined : stop)
    }
    if (next === '' || next === ';') return ''
  }
  return null
}

function nextKey(info: string, key: string, from: number): number {
  const at = info.indexOf(`;${key}`, from)
  return at < 0 ? -1 : at + 1
}

/** Named fields of one sample cell (`GT:AD:DP` beside `0/1:90,10:100`); a trailing field that is left out is absent. */
export type SampleFields = { get: (name: string) => string | undefined; has: (name: string) => boolean }

const formats = new Map<string, ReadonlyMap<string, number>>()

/** A file has a handful of FORMAT texts in millions of lines, so each is cut once. */
function columnsOf(format: string): ReadonlyMap<string, number> {
  const known = formats.get(format)
  if (known) return known
  if (formats.size > 500) formats.clear()
  const columns = new Map(`${format} `.slice(0, -1).split(':').map((name, at) => [name, at]))
  formats.set(`${format} `.slice(0, -1), columns)
  return columns
}

export function sampleFields(format: string, cell: string): SampleFields {
  const columns = columnsOf(format)
  const values = cell.split(':')
  return { get: (name) => { const at = columns.get(name); return at === undefined ? undefined : values[at] }, has: (name) => columns.has(name) }
}

/** The fields of a cell that is not there. */
export const noFields: SampleFields = { get: () => undefined, has: () => false }

/** Undoes the percent encoding of VCF 4.3 (`p.Leu858%3D`); a stray `%` stays as it is. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
