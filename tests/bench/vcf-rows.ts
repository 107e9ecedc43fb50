import { createReadStream } from 'node:fs'
import VcfParser from '@gmod/vcf'
import { byteTable } from '#src/formats/bytes/byte-table.ts'
import { openText } from '#src/formats/bytes/text.ts'
import type { TextLine } from '#src/formats/bytes/text-lines.ts'
import { unpacked } from '#src/formats/bytes/unpack.ts'
import { startPart } from '#src/formats/reading-part.ts'
import { defaultLimits } from '#src/formats/record-file.ts'
import { annotationReader } from '#src/formats/vcf/annotation.ts'
import type { AnnotationReader } from '#src/formats/vcf/annotation.ts'
import { chooseTranscript, entriesOf } from '#src/formats/vcf/choose-transcript.ts'
import type { Entries } from '#src/formats/vcf/choose-transcript.ts'
import { emptyHeader, readMetaLine, versionOf } from '#src/formats/vcf/header.ts'
import { infoFields } from '#src/formats/vcf/info-fields.ts'
import type { InfoFields } from '#src/formats/vcf/info-fields.ts'
import { ALT, CHROM, FILTER, FORMAT, ID, QUAL, REF, SAMPLES, columnText, emptyLine, endOf, formatPlaces, sampleStart, scanLine, startOf } from '#src/formats/vcf/scan-line.ts'
import type { VcfLine } from '#src/formats/vcf/scan-line.ts'
import { csqColumns } from './made-vcf.ts'

/** Takes rows as bytes; the bytes are used again after it returns. */
export type Sink = (rows: Uint8Array) => void

/** Columns of both samples as `bcftools query` writes them: the query, and the same by our reader. */
export const query = '%CHROM\\t%POS\\t%REF\\t%ALT\\t%FILTER\\t%INFO/CSQ[\\t%GT\\t%AD]\\n'

const context = { resolveGene: (symbol: string) => ({ symbol, via: 'symbol' as const }), limits: defaultLimits }
const TUMOUR = 1
const TAB = 9
const NEWLINE = 10
const COLON = 58

/** Opens a file with the product's reader and gives every record, its columns and INFO keys found. */
async function eachRecord(path: string, onRecord: (line: VcfLine, info: InfoFields, annotation: AnnotationReader) => void): Promise<void> {
  const text = await openText(unpacked({ name: 'made.vcf', bytes: createReadStream(path, { highWaterMark: 2 ** 20 }) }, context, () => undefined), context.limits)
  const header = emptyHeader()
  const part = startPart('made.vcf', 'vcf')
  let body: { line: VcfLine; info: InfoFields; annotation: AnnotationReader } | null = null
  await text.byteLines((source: TextLine) => {
    if (source.bytes[source.from] === 35) {
      const line = source.text(source.from, source.to)
      if (line.startsWith('##')) readMetaLine(header, line, source.number, part)
      else if (header.annotation) body = { line: emptyLine(source), info: infoFields(header.info, versionOf(header)), annotation: annotationReader(header.annotation) }
      return
    }
    if (!body) throw new Error('no CSQ in the header')
    const { line, info, annotation } = body
    if (scanLine(line, source) !== null) throw new Error(`line ${source.number} cannot be read`)
    info.walk(line, () => undefined)
    onRecord(line, info, annotation)
  })
}

/** Rows of bytes, handed on a megabyte at a time. */
function rowWriter(sink: Sink) {
  const size = 2 ** 20
  const out = new Uint8Array(size * 2)
  const encoder = new TextEncoder()
  let at = 0
  return {
    copy: (bytes: Uint8Array, from: number, to: number, end: number) => {
      if (to - from > 48) { out.set(bytes.subarray(from, to), at); at += to - from } else for (let place = from; place < to; place++) out[at++] = bytes[place] ?? 0
      out[at++] = end
    },
    /** A word of the reader's own (gene, consequence, a change that was percent-encoded). */
    word: (text: string) => {
      const start = at
      let isAscii = true
      for (let place = 0; place < text.length; place++) { const code = text.charCodeAt(place); if (code > 127) isAscii = false; out[at++] = code }
      if (!isAscii) at = start + encoder.encodeInto(text, out.subarray(start)).written
      out[at++] = TAB
    },
    flush: (isLast: boolean) => { if (at > size || isLast) { sink(out.subarray(0, at)); at = 0 } },
  }
}

/** The query by our reader: columns are copied as bytes, no text is made. */
export async function ourColumns(path: string, sink: Sink): Promise<void> {
  const rows = rowWriter(sink)
  const formats = byteTable(50, (text) => ({ wanted: [text.split(':').indexOf('GT'), text.split(':').indexOf('AD')] }))
  await eachRecord(path, (line, info) => {
    const { bytes, to } = line.source
    rows.copy(bytes, startOf(line, CHROM), startOf(line, ID) - 1, TAB)
    rows.copy(bytes, startOf(line, REF), startOf(line, QUAL) - 1, TAB)
    rows.copy(bytes, startOf(line, FILTER), endOf(line, FILTER), TAB)
    const csq = info.place('CSQ')
    rows.copy(bytes, csq?.from ?? 0, csq?.to ?? 0, TAB)
    const { wanted } = formats.at(line.source, startOf(line, FORMAT), endOf(line, FORMAT))
    let field = 0
    let from = startOf(line, SAMPLES)
    for (let at = from; at <= to; at++) {
      const byte = at < to ? bytes[at] : TAB
      if (byte !== TAB && byte !== COLON) continue
      if (field === wanted[0] || field === wanted[1]) rows.copy(bytes, from, at, at >= to || field === wanted[1] ? (isLastCell(bytes, at, to) ? NEWLINE : TAB) : TAB)
      field = byte === TAB ? 0 : field + 1
      from = at + 1
    }
    rows.flush(false)
  })
  rows.flush(true)
}

function isLastCell(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === TAB) return false
  return true
}

/**
 * What a clinician's row needs, by our reader: the transcript that stands for the record, its changes, and the tumour's genotype and reads. Cells are
 * copied as bytes; only what is percent-encoded becomes a text.
 */
export async function ourRows(path: string, sink: Sink): Promise<void> {
  const rows = rowWriter(sink)
  const formats = byteTable(50, formatPlaces)
  let entries: Entries | null = null
  let source: TextLine | null = null
  await eachRecord(path, (line, info, annotation) => {
    ({ source } = line)
    entries ??= entriesOf(annotation, () => source ?? line.source)
    const { bytes } = source
    const csq = info.place('CSQ')
    const effect = csq === null ? undefined : chooseTranscript(annotation.effects(source, csq.from, csq.to, columnText(line, REF), [columnText(line, ALT)], 1), entries)?.effect
    if (!effect) throw new Error(`line ${source.number} names no gene`)
    rows.copy(bytes, startOf(line, CHROM), startOf(line, ID) - 1, TAB)
    rows.copy(bytes, startOf(line, REF), startOf(line, QUAL) - 1, TAB)
    rows.copy(bytes, startOf(line, FILTER), endOf(line, FILTER), TAB)
    const { columns } = annotation
    columns.open(source, effect)
    rows.word(effect.gene)
    rows.copy(bytes, columns.start(FEATURE), columns.end(FEATURE), TAB)
    rows.word(effect.terms)
    if (columns.isEncoded()) {
      const { hgvsc, hgvsp } = entries.detail(effect)
      rows.word(hgvsc)
      rows.word(hgvsp)
    } else {
      rows.copy(bytes, columns.start(HGVSC), columns.end(HGVSC), TAB)
      rows.copy(bytes, columns.start(HGVSP), columns.end(HGVSP), TAB)
    }
    const places = formats.at(source, startOf(line, FORMAT), endOf(line, FORMAT))
    const cell = sampleStart(line, TUMOUR)
    copyField(rows, source, cell, places.get('GT') ?? 0, TAB)
    copyField(rows, source, cell, places.get('AD') ?? 0, NEWLINE)
    rows.flush(false)
  })
  rows.flush(true)
}

function copyField(rows: ReturnType<typeof rowWriter>, line: TextLine, cell: number, wanted: number, end: number): void {
  const { bytes, to } = line
  let from = cell
  for (let field = 0; field < wanted; from++) if (bytes[from] === COLON) field++
  let stop = from
  while (stop < to && bytes[stop] !== COLON && bytes[stop] !== TAB) stop++
  rows.copy(bytes, from, stop, end)
}

/** Rows of text, made bytes some thousands of characters at a time. */
function textRows(sink: Sink) {
  const out = new Uint8Array(2 ** 20)
  const encoder = new TextEncoder()
  let rows = ''
  const flush = () => { sink(out.subarray(0, encoder.encodeInto(rows, out).written)); rows = '' }
  return { add: (row: string) => { rows += row; if (rows.length > 2 ** 14) flush() }, end: flush }
}

const at = (name: string) => csqColumns.indexOf(name)
const [CONSEQUENCE, SYMBOL, FEATURE, HGVSC, HGVSP, PICK, CANONICAL, MANE] = [at('Consequence'), at('SYMBOL'), at('Feature'), at('HGVSc'), at('HGVSp'), at('PICK'), at('CANONICAL'), at('MANE_SELECT')] as const

/** The same rows with the peer, used as its documentation says: MANE Select, else PICK, else canonical, else the first entry (of the made file, where one gene stands in a record). */
export async function peerRows(path: string, sink: Sink): Promise<void> {
  const rows = textRows(sink)
  const header: string[] = []
  const decoder = new TextDecoder()
  let parser: VcfParser | null = null
  let rest = ''
  // Whole megabytes cut at their line ends: the fastest way to hand lines to the peer (readline takes longer).
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n') // a stream without encoding gives bytes
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('#')) { header.push(line); continue }
      parser ??= new VcfParser({ header: header.join('\n') })
      const variant = parser.parseLine(line)
      const entries = (variant.INFO['CSQ'] as string[]).map((entry) => entry.split('|')) // declared as a list of strings
      const chosen = entries.find((fields) => fields[MANE] !== '') ?? entries.find((fields) => fields[PICK] === '1') ?? entries.find((fields) => fields[CANONICAL] === 'YES') ?? entries[0] ?? []
      const sample = variant.SAMPLES()['TUMOR']
      const filter = Array.isArray(variant.FILTER) ? variant.FILTER.join(';') : variant.FILTER
      rows.add(`${variant.CHROM}\t${variant.POS}\t${variant.REF}\t${variant.ALT?.join(',')}\t${filter}\t${chosen[SYMBOL]}\t${chosen[FEATURE]}\t${chosen[CONSEQUENCE]}\t${chosen[HGVSC]}\t${chosen[HGVSP]}\t${sample?.['GT']?.join(',')}\t${sample?.['AD']?.join(',')}\n`)
    }
  }
  if (rest !== '') throw new Error('the made file ends with a line end')
  rows.end()
}
