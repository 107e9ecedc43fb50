import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'
import { isBreakend, isSequence } from './allele.ts'
import type { VcfHeader } from './header.ts'
import { infoValue } from './scan-line.ts'
import type { VcfLine } from './scan-line.ts'

const hasSpace = (text: string) => text.includes(' ')

/** An allele the specification allows; otherwise the reason a person can act on. */
function faultOfAlt(alt: string): string | null {
  if (alt === '.' || alt === '*') return null
  if (alt.startsWith('<')) return alt.endsWith('>') && alt.length > 2 ? null : `the ALT "${alt.slice(0, 30)}" is an unclosed symbol`
  if (alt === '') return 'an ALT allele is empty (a stray comma)'
  return isBreakend(alt) || isSequence(alt) ? null : `the ALT "${alt.slice(0, 30)}" holds letters that are no bases`
}

/** Faults that make a line unusable: reading it would invent a position or an allele. Returns the code, or null when the line can be read. */
export function unreadable(part: ReadingPart, line: VcfLine, alts: readonly string[], number: number): string | null {
  const say = (code: string, column: string, what: string) => {
    note(part, 'error', code, `Line ${number}: ${what}. The line was not read; ask the laboratory for a corrected file.`, { line: number, column })
    return code
  }
  if (line.chrom === '' || hasSpace(line.chrom)) return say('chromosome_invalid', 'CHROM', `the chromosome "${line.chrom.slice(0, 30)}" is empty or holds a space`)
  if (line.ref === '' || !isSequence(line.ref)) return say('reference_allele_invalid', 'REF', line.ref === '' || line.ref === '.' ? 'the reference allele is missing' : `the reference allele "${line.ref.slice(0, 30)}" holds letters that are no bases`)
  for (const alt of alts) {
    const fault = faultOfAlt(alt)
    if (fault) return say('alternative_allele_invalid', 'ALT', fault)
  }
  return null
}

/** Faults that do not touch place or allele: said, and the line is read. */
export function checkLine(part: ReadingPart, header: VcfHeader, line: VcfLine, alts: readonly string[], number: number): void {
  const say = (code: string, column: string, what: string) => note(part, 'warning', code, `Line ${number}: ${what}.`, { line: number, column })
  if (line.pos === 0) say('position_zero', 'POS', 'position 0 lies before the first base of a chromosome; it stands for a telomere')
  if (hasSpace(line.id)) say('identifier_invalid', 'ID', 'the identifier holds a space')
  else if (line.id.includes(';') && new Set(line.id.split(';')).size < line.id.split(';').length) say('identifier_invalid', 'ID', 'an identifier is listed twice')
  if (line.qual !== '.' && !(Number(line.qual) >= 0) && !/^\+?(inf|infinity|nan)$/i.test(line.qual)) say('quality_invalid', 'QUAL', `the quality "${line.qual.slice(0, 20)}" is no positive number`)
  if (line.filter !== 'PASS' && line.filter !== '.' && line.filter.length < 200) {
    const filters = line.filter.split(';')
    if (line.filter === '' || hasSpace(line.filter) || filters.includes('0') || filters.includes('.') || filters.includes('')) say('filter_invalid', 'FILTER', `the filter "${line.filter.slice(0, 40)}" is not a list of filter names`)
  }
  checkInfo(say, line.info)
  if (line.format !== '') checkSamples(say, header, line, alts)
}

type Say = (code: string, column: string, what: string) => void

/** Only short INFO texts are looked at key by key: annotations of megabytes are not the place for spelling faults. */
function checkInfo(say: Say, info: string): void {
  if (info === '.' || info.length > 2000) return
  const keys = info.split(';').map((entry) => (entry.includes('=') ? entry.slice(0, entry.indexOf('=')) : entry)).filter((key) => key !== '')
  const twice = keys.find((key, at) => keys.indexOf(key) !== at)
  if (twice !== undefined) say('info_key_twice', 'INFO', `the INFO key ${twice.slice(0, 30)} stands twice; its first value was read`)
  for (const key of ['DP', 'AN', 'NS', 'MQ0']) {
    const value = infoValue(info, key)
    if (value !== null && value !== '.' && !/^[0-9]+(,[0-9]+)*$/.test(value)) say('info_value_invalid', 'INFO', `${key} reads "${value.slice(0, 20)}", which is no whole number of reads or alleles`)
  }
  for (const key of ['SOMATIC', 'VALIDATED', 'H2', 'H3', 'DB']) {
    const value = infoValue(info, key)
    if (value !== null && !['', '0', '1'].includes(value)) say('info_value_invalid', 'INFO', `${key} is a mark without a value, but one is given`)
  }
}

function checkSamples(say: Say, header: VcfHeader, line: VcfLine, alts: readonly string[]): void {
  const keys = line.format.split(':')
  if (hasSpace(line.format)) say('format_invalid', 'FORMAT', 'the FORMAT column holds a space')
  if (keys.indexOf('GT') > 0) say('format_invalid', 'FORMAT', 'GT does not stand first in FORMAT')
  const wanted = header.columns.length - 9
  for (let at = 0; at < Math.min(wanted, 20); at++) {
    const cell = line.sample(at)
    if (cell === null) { say('too_few_columns', header.columns[9 + at] ?? '', `the line ends before sample ${(header.columns[9 + at] ?? '').slice(0, 40)}`); return }
    const values = cell.split(':')
    if (values.length > keys.length) say('sample_invalid', header.columns[9 + at] ?? '', 'a sample has more values than FORMAT names')
    if (keys[0] !== 'GT') continue
    for (const called of (values[0] ?? '').split(/[/|]/)) {
      if (called === '.' || called === '') continue
      if (!/^[0-9]+$/.test(called) || Number(called) > alts.length) { say('genotype_invalid', header.columns[9 + at] ?? '', `the genotype "${(values[0] ?? '').slice(0, 20)}" names an allele that the line does not have`); break }
    }
  }
}
