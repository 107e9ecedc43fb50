import { byteTable } from '../bytes/byte-table.ts'
import { checkPhaseSets } from './check-phase.ts'
import type { VcfHeader } from './header.ts'
import type { InfoFields } from './info-fields.ts'
import { counted, wantedInstead } from './say.ts'
import type { Say } from './say.ts'
import { FORMAT, SAMPLES, endOf, startOf } from './scan-line.ts'
import type { VcfLine } from './scan-line.ts'
import { countValues, ruleOf } from './value-rule.ts'
import type { ValueRule } from './value-rule.ts'

/** A FORMAT text, cut and compiled once. */
type Format = { text: string; fault: string | null; names: string[]; rules: ValueRule[]; hasGenotype: boolean; hasPhaseSets: boolean; hasCopies: boolean }

const TAB = 9
const DOT = 46
const SLASH = 47
const COLON = 58
const BAR = 124

/** Alleles called by a genotype (its ploidy); -1 when it is none, -2 when it names an allele that the line does not have. `leading`: 4.4 allows a phase mark in front. */
function ploidyOf(bytes: Uint8Array, from: number, to: number, alts: number, leading: boolean): number {
  let at = from
  if (leading && at < to && (bytes[at] === SLASH || bytes[at] === BAR)) at++
  for (let ploidy = 1; ; ploidy++) {
    if (at < to && bytes[at] === DOT) at++
    else {
      const start = at
      let allele = 0
      for (; at < to; at++) {
        const digit = (bytes[at] ?? 0) - 48
        if (digit < 0 || digit > 9) break
        allele = allele * 10 + digit
      }
      if (at === start) return -1
      if (allele > alts) return -2
    }
    if (at >= to) return ploidy
    if (bytes[at] !== SLASH && bytes[at] !== BAR) return -1
    at++
  }
}

/** Genotypes of `alleles` alleles in a cell of that ploidy: all multisets. */
function genotypes(alleles: number, ploidy: number): number {
  let count = 1
  for (let at = 1; at <= ploidy; at++) count = (count * (alleles + at - 1)) / at
  return Math.round(count)
}

/** Checks FORMAT and every sample column against the declarations: place of GT, number and type of values, ploidy. */
export function sampleCheck(header: VcfHeader, info: InfoFields, version: number, say: Say): (line: VcfLine, alts: readonly string[]) => void {
  const formats = byteTable<Format>(500, (text) => {
    const names = text.split(':')
    return {
      text, fault: faultOfFormat(text, names, version), names, rules: names.map((name) => ruleOf('FORMAT', name, header.format.get(name), version)), hasGenotype: names[0] === 'GT',
      hasPhaseSets: version >= 44 && names.includes('PSL'), hasCopies: version >= 44 && names.includes('CN'),
    }
  })
  const wanted = header.columns.length - SAMPLES
  const nameOf = (sample: number) => header.columns[SAMPLES + sample] ?? ''
  return (line, alts) => {
    if (line.columns <= FORMAT) { if (wanted > 0) say('too_few_columns', nameOf(0), `the line ends before sample ${nameOf(0).slice(0, 40)}`); return }
    const { to } = line.source
    const format = formats.at(line.source, startOf(line, FORMAT), endOf(line, FORMAT))
    if (format.fault !== null) say('format_invalid', 'FORMAT', format.fault)
    if (format.hasCopies) checkCopyLengths(alts, info, say)
    let sample = 0
    for (let at = line.columns > SAMPLES ? startOf(line, SAMPLES) : to + 1; at <= to; sample++) {
      const stop = checkCell(line, format, at, alts, version, sample < wanted ? say : () => undefined, nameOf, sample)
      if (format.hasPhaseSets) checkPhaseSets(format.text, line.source.text(at, stop), nameOf(sample), say)
      at = stop + 1
    }
    if (sample < wanted) say('too_few_columns', nameOf(sample), `the line ends before sample ${nameOf(sample).slice(0, 40)}`)
    else if (sample > wanted) say('too_many_columns', 'FORMAT', `the line has ${sample} sample columns, the header names ${Math.max(wanted, 0)}`)
  }
}

function faultOfFormat(text: string, names: readonly string[], version: number): string | null {
  if (/\s/.test(text)) return 'the FORMAT column holds a space'
  if (names.includes('')) return 'the FORMAT column holds an empty key'
  if (names.indexOf('GT') > 0) return 'GT does not stand first in FORMAT'
  if (new Set(names).size < names.length) return 'a FORMAT key stands twice'
  return version >= 44 && names.includes('CICN') && !names.includes('CN') ? 'CICN gives an interval around a copy number that no CN states' : null
}

/** A copy number of a sample speaks of one stretch, so all its alleles must be equally long (VCF 4.4, section 5.7). */
function checkCopyLengths(alts: readonly string[], info: InfoFields, say: Say): void {
  const lengths = info.text('SVLEN')?.split(',') ?? []
  const found = new Set(alts.flatMap((alt, at) => (/^<(DEL|DUP|CNV)/.test(alt) && lengths[at] !== undefined && lengths[at] !== '.' ? [lengths[at]] : [])))
  if (found.size > 1) say('structural_length', 'INFO', `CN counts copies, but the alleles have several lengths (SVLEN ${[...found].join(', ').slice(0, 40)})`)
}

/** Checks one cell from its first byte; gives the place of the tab behind it, or of the line's end. */
function checkCell(line: VcfLine, format: Format, from: number, alts: readonly string[], version: number, say: Say, nameOf: (sample: number) => string, sample: number): number {
  const { bytes, to } = line.source
  const isReference = alts.length === 1 && alts[0] === '.'
  let ploidy = 0
  let field = 0
  let start = from
  for (let at = from; ; at++) {
    const byte = at < to ? bytes[at] : TAB
    if (byte !== TAB && byte !== COLON) continue
    const isMissing = at - start === 1 && bytes[start] === DOT
    if (field === 0 && format.hasGenotype) {
      ploidy = ploidyOf(bytes, start, at, alts.length, version >= 44)
      if (ploidy < 0) say('genotype_invalid', nameOf(sample), `the genotype "${line.source.text(start, Math.min(at, start + 20))}" ${ploidy === -1 ? 'is not written as allele numbers' : 'names an allele that the line does not have'}`)
      if (isMissing) ploidy = 0
    } else if (field >= format.names.length) {
      if (field === format.names.length) say('sample_invalid', nameOf(sample), 'a sample has more values than FORMAT names')
    } else if (!isMissing) checkField(line, format, field, start, at, isReference ? 0 : alts.length, ploidy, say, nameOf, sample)
    field++
    start = at + 1
    if (byte === TAB) return at
  }
}

function checkField(line: VcfLine, format: Format, field: number, from: number, to: number, alts: number, ploidy: number, say: Say, nameOf: (sample: number) => string, sample: number): void {
  const rule = format.rules[field]
  if (rule === undefined || rule.isFree) return
  const name = format.names[field] ?? ''
  const count = countValues(rule.type, line.source.bytes, from, to)
  if (count < 0) { say('sample_value_invalid', nameOf(sample), `${name} reads "${line.source.text(from, Math.min(to, from + 20))}", which is not of the type ${rule.type}`); return }
  const wanted = rule.count === 'A' ? alts : rule.count === 'R' ? alts + 1 : rule.count === 'P' ? (ploidy > 0 ? ploidy : '') : rule.count === 'G' ? (ploidy > 0 && ploidy < 20 && alts > 0 ? genotypes(alts + 1, ploidy) : '') : rule.count
  if (typeof wanted === 'number' && wanted !== count) say('sample_value_count', nameOf(sample), `${name} has ${counted(count, 'value')} ${wantedInstead(wanted)}`)
}
