import type { Alteration } from '#src/domain/alteration.ts'
import type { TextLine } from '../bytes/text-lines.ts'
import { list, note } from '../reading-part.ts'
import { refuse } from '../reading-refusal.ts'
import { minimalAllele } from './allele.ts'
import { readAllele } from './read-allele.ts'
import { genotypeHas } from './read-support.ts'
import type { Body, ReadingState, VcfRecord } from './reading-state.ts'
import { ALT, FILTER, FORMAT, POS, REF, columnText, endOf, sampleFields, sampleText, scanLine, startOf } from './scan-line.ts'

const COLUMNS = ['CHROM', 'POS', 'ID', 'REF', 'ALT', 'QUAL', 'FILTER', 'INFO']

/** Reads one data line into findings, or counts it under a reason. */
export function readRecord(state: ReadingState, source: TextLine): void {
  const { part, context, body } = state
  const { number } = source
  if (!body) return refuse('vcf_without_header', `Line ${number} is a record, but no line beginning with #CHROM came before it, so nobody can say which column is which. Ask the laboratory for the complete file.`, { line: number, column: '#CHROM' })
  part.records++
  if (part.records > context.limits.records) refuse('too_many_records', `The file holds more than ${context.limits.records} records. Filter it to the genes or regions of the assay and try again.`, { line: number })
  const { line } = body
  const fault = scanLine(line, source)
  if (fault === 'too_few_columns') {
    note(part, 'error', 'too_few_columns', `Line ${number}: it has ${line.columns} columns; a VCF record has at least 8, separated by tabs. The line was not read; the file may be cut or edited.`, { line: number, column: COLUMNS[line.columns] ?? 'INFO' })
    return list(part, 'unreadable_line')
  }
  if (fault === 'position_not_a_number') {
    note(part, 'error', 'position_not_a_number', `Line ${number}: the position "${columnText(line, POS).slice(0, 20)}" is not a whole number. The line was not read; ask the laboratory for a corrected file.`, { line: number, column: 'POS' })
    return list(part, 'unreadable_line')
  }
  const ref = columnText(line, REF)
  const alt = columnText(line, ALT)
  const alts = alt.includes(',') ? alt.split(',') : [alt]
  const chrom = body.checks.readable(line, ref, alts)
  if (chrom === null) return list(part, 'unreadable_line')
  body.checks.check(line, chrom, ref, alts)
  readAlleles(state, { number, line, chrom, pos: line.pos, ref, alts, filter: body.filters.at(source, startOf(line, FILTER), endOf(line, FILTER)), cells: cellsOf(state, body) }, body)
}

function readAlleles(state: ReadingState, record: VcfRecord, body: Body): void {
  const { part, context } = state
  const before = part.alterations.length
  let reason = 'reference_block'
  let unseen: Alteration[] | null = null
  for (let at = 0; at < record.alts.length; at++) {
    const allele = minimalAllele(record.pos, record.ref, record.alts[at] ?? '')
    if (allele.type === 'REFERENCE') continue
    if (allele.type === 'SPANNING') { reason = 'stated_by_another_record'; continue }
    const outcome = readAllele(state, body, record, at + 1, allele)
    if (typeof outcome === 'string') reason = outcome
    else if (outcome.seen) keepFinding(state, outcome.finding, record.number)
    else if (isSwapped(body, record, outcome.finding, at + 1)) {
      note(part, 'warning', 'reads_in_the_other_column', `Line ${record.number}: the record calls a somatic change, but its reads stand in the column of the normal. The change was read, its reads were not; ask the laboratory.`, { line: record.number })
      keepFinding(state, { ...outcome.finding, vaf: null, depth: null, altReads: null, phase: null }, record.number)
    } else (unseen ??= []).push(outcome.finding)
  }
  const isRead = part.alterations.length > before
  if (isRead) { part.read++; if (unseen === null) state.unseen.recordsSeen++ }
  if (unseen !== null && state.unseen.findings.length < context.limits.alterations) {
    state.unseen.findings.push(...unseen)
    if (!isRead) state.unseen.records++
    if (unseen.some((_, at) => genotypeHas(record.cells().normal?.get('GT'), at + 1) === true)) state.unseen.inNormal++
  } else if (!isRead) list(part, unseen !== null ? 'not_in_the_tumour_sample' : reason)
}

/** A called somatic change whose genotypes are exchanged in this one line: a call must not vanish over a mix-up of columns. */
function isSwapped(body: Body, record: VcfRecord, finding: Alteration, allele: number): boolean {
  return record.filter === 'PASS' && body.info.text('SOMATIC') !== null && finding.origin === 'somatic' && genotypeHas(record.cells().normal?.get('GT'), allele) === true
}

function keepFinding(state: ReadingState, finding: Alteration, number: number): void {
  const { part, context } = state
  if (part.alterations.length < context.limits.alterations) part.alterations.push(finding)
  else if (part.alterations.length === context.limits.alterations) {
    note(part, 'error', 'too_many_alterations', `More than ${context.limits.alterations} findings: from line ${number} on they are counted only. Filter the file to the genes of the assay.`, { line: number })
  }
}

function cellsOf(state: ReadingState, body: Body): VcfRecord['cells'] {
  const { line, formats } = body
  let known: ReturnType<VcfRecord['cells']> | null = null
  const of = (at: number) => { const cell = sampleText(line, at); return cell === null ? null : sampleFields(formats.at(line.source, startOf(line, FORMAT), endOf(line, FORMAT)), cell) }
  return () => (known ??= { tumour: of(state.choice.tumour), normal: of(state.choice.normal) })
}
