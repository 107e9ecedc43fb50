import { byteTable } from '../bytes/byte-table.ts'
import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'
import { isBreakend, isSequence } from './allele.ts'
import { infoCheck } from './check-info.ts'
import { orderCheck } from './check-order.ts'
import { sampleCheck } from './check-samples.ts'
import { structuralCheck } from './check-structural.ts'
import { versionOf } from './header.ts'
import type { VcfHeader } from './header.ts'
import type { InfoFields } from './info-fields.ts'
import type { Say } from './say.ts'
import { CHROM, FILTER, ID, QUAL, columnText, endOf, isMissing, startOf } from './scan-line.ts'
import type { VcfLine } from './scan-line.ts'
import { countValues } from './value-rule.ts'

/** What is checked of every record, in the same pass that reads it. */
export type RecordChecks = {
  /** The chromosome, or null when the line cannot be read: reading it would invent a place or an allele. The fault is said. */
  readable: (line: VcfLine, ref: string, alts: readonly string[]) => string | null
  /** Says what else breaks the specification; the line is read. Finds the INFO keys of the line. */
  check: (line: VcfLine, chrom: string, ref: string, alts: readonly string[]) => void
}

/** Names as VCF 4.3 writes them (section 1.4.7), and the `<ID>` of a sequence that lies in an assembly file. */
const contigName = /^[0-9A-Za-z!#$%&+./:;?@^_|~-][0-9A-Za-z!#$%&*+./:;=?@^_|~-]*$/
const isContig = (name: string) => contigName.test(name) || (name.startsWith('<') && name.endsWith('>') && contigName.test(name.slice(1, -1)))

/** An allele the specification allows; otherwise the reason a person can act on. */
function faultOfAlt(alt: string): string | null {
  if (alt === '.' || alt === '*') return null
  if (alt.startsWith('<')) return alt.endsWith('>') && alt.length > 2 ? null : `the ALT "${alt.slice(0, 30)}" is an unclosed symbol`
  if (alt === '') return 'an ALT allele is empty (a stray comma)'
  return isBreakend(alt) || isSequence(alt) ? null : `the ALT "${alt.slice(0, 30)}" holds letters that are no bases`
}

const isPlainBase = (allele: string) => allele === 'A' || allele === 'C' || allele === 'G' || allele === 'T'
const fromAlphabet = /^[ACGTNacgtn]*$/

export function recordChecks(part: ReadingPart, header: VcfHeader, info: InfoFields): RecordChecks {
  const version = versionOf(header)
  const chromosomes = byteTable(20_000, (name) => ({ name, isSound: isContig(name) }))
  const filters = byteTable(500, (text) => ({ fault: faultOfFilter(text) }))
  let number = 0
  const say: Say = (rule, column, what) => note(part, 'warning', rule, `Line ${number}: ${what}. The record was read; compare it with the laboratory's report.`, { line: number, column })
  const refuse = (rule: string, column: string, what: string) => note(part, 'error', rule, `Line ${number}: ${what}. The line was not read; ask the laboratory for a corrected file.`, { line: number, column })
  const ofInfo = infoCheck(info, version, say)
  const ofSamples = sampleCheck(header, info, version, say)
  const ofOrder = orderCheck(say)
  const ofStructure = structuralCheck(info, version, say)
  return {
    readable: (line, ref, alts) => {
      ({ number } = line.source)
      const chrom = chromosomes.at(line.source, startOf(line, CHROM), endOf(line, CHROM))
      if (!chrom.isSound) { refuse('chromosome_invalid', 'CHROM', `the chromosome "${chrom.name.slice(0, 30)}" is ${chrom.name === '' ? 'empty' : 'no name of a sequence'}`); return null }
      if (!isPlainBase(ref) && !isSequence(ref)) { refuse('reference_allele_invalid', 'REF', ref === '' || ref === '.' ? 'the reference allele is missing' : `the reference allele "${ref.slice(0, 30)}" holds letters that are no bases`); return null }
      for (const alt of alts) {
        const fault = isPlainBase(alt) ? null : faultOfAlt(alt)
        if (fault) { refuse('alternative_allele_invalid', 'ALT', fault); return null }
      }
      return chrom.name
    },
    check: (line, chrom, ref, alts) => {
      ({ number } = line.source)
      if (!line.source.plain && line.source.text(line.source.from, line.source.to).includes('\uFFFD')) say('not_utf8', 'CHROM', 'it holds bytes that are no UTF-8 text')
      if (!isPlainBase(ref) || alts.length > 1 || !isPlainBase(alts[0] ?? '') || alts[0] === ref) checkAlleles(say, ref, alts)
      if (!isMissing(line, ID)) checkId(say, columnText(line, ID))
      if (!isMissing(line, QUAL)) checkQuality(say, line)
      const { fault } = filters.at(line.source, startOf(line, FILTER), endOf(line, FILTER))
      if (fault !== null) say('filter_invalid', 'FILTER', fault)
      ofOrder(chrom, line.pos, ref, alts)
      ofInfo(line, alts.length)
      ofStructure(line, alts)
      ofSamples(line, alts)
    },
  }
}

function checkAlleles(say: Say, ref: string, alts: readonly string[]): void {
  if (!fromAlphabet.test(ref)) say('allele_ambiguous', 'REF', `the reference allele "${ref.slice(0, 30)}" holds an ambiguity code; VCF allows A, C, G, T and N`)
  for (const alt of alts) {
    if (alt.startsWith('<') || alt === '.' || alt === '*') continue
    if (!isBreakend(alt) && !fromAlphabet.test(alt)) say('allele_ambiguous', 'ALT', `the ALT "${alt.slice(0, 30)}" holds an ambiguity code; VCF allows A, C, G, T and N`)
    else if (alt === ref) say('allele_repeats', 'ALT', `the ALT "${alt.slice(0, 30)}" is the reference allele`)
  }
  if (alts.length > 1 && new Set(alts).size < alts.length && !alts.some((alt) => alt.startsWith('<'))) say('allele_repeats', 'ALT', 'an ALT allele stands twice')
}

function checkId(say: Say, id: string): void {
  if (id === '' || id.includes(' ')) say('identifier_invalid', 'ID', id === '' ? 'the identifier is empty; a missing one is written as a point' : 'the identifier holds a space')
  else if (id.includes(';') && new Set(id.split(';')).size < id.split(';').length) say('identifier_invalid', 'ID', 'an identifier is listed twice')
}

function checkQuality(say: Say, line: VcfLine): void {
  const [from, to] = [startOf(line, QUAL), endOf(line, QUAL)]
  if (countValues('Float', line.source.bytes, from, to) === 1 && line.source.bytes[from] !== 45) return
  say('quality_invalid', 'QUAL', `the quality "${columnText(line, QUAL).slice(0, 20)}" is no positive number`)
}

function faultOfFilter(text: string): string | null {
  if (text === 'PASS' || text === '.') return null
  const filters = text.split(';')
  const said = `the filter "${text.slice(0, 40)}"`
  if (/\s/.test(text) || filters.includes('')) return `${said} is not a list of filter names`
  if (filters.includes('0')) return `${said} holds 0, which the specification reserves`
  if (filters.includes('.')) return `${said} holds a missing value beside a name`
  if (filters.includes('PASS')) return `${said} says PASS beside a filter that failed`
  return new Set(filters).size < filters.length ? `${said} lists a name twice` : null
}
