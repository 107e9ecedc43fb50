import { civicFormat, civicItem } from './civic-item.ts'
import type { CivicFormat, CivicItem } from './civic-item.ts'
import { quotedCells } from './quoted-line.ts'

export type CivicLine = { item: CivicItem } | { broken: number; columns: number }
/** Refused before anything is read: not an evidence table of CIViC. */
export type CivicTable = { format: CivicFormat; lines: AsyncIterable<CivicLine> } | { format: null; missing: readonly string[] }

/** A quoted cell that is not closed after this many lines was never quoted: the mark belongs to its text. */
const mostLines = 40

/** Opens an evidence table line by line. `lines` come without their ends; a byte order mark and blank lines are left out. */
export async function readCivic(lines: AsyncIterable<string>): Promise<CivicTable> {
  const source = numbered(lines)
  const first = await source.next()
  const header = first.done ? [] : first.value.text.split('\t').map((name) => name.trim().toLowerCase())
  const found = civicFormat(header)
  return found.format === null ? found : { format: found.format, lines: records(source, found.format, header) }
}

async function* records(source: AsyncGenerator<{ text: string; line: number }>, format: CivicFormat, header: readonly string[]): AsyncGenerator<CivicLine> {
  for await (const { text, line } of source) {
    let record = text
    let { cells, open } = quotedCells(record)
    for (let more = 1; open && more < mostLines && record.split('\t').length < header.length; more += 1) {
      const next = await source.next()
      if (next.done) break
      record = `${record}\n${next.value.text}`
      ;({ cells, open } = quotedCells(record))
    }
    if (open) cells = record.split('\t')
    yield cells.length < header.length - 1 || cells.length > header.length ? { broken: line, columns: cells.length } : { item: civicItem(format, header, cells, line) }
  }
}

async function* numbered(lines: AsyncIterable<string>): AsyncGenerator<{ text: string; line: number }> {
  let line = 0
  for await (const raw of lines) {
    line += 1
    const text = line === 1 && raw.startsWith('\uFEFF') ? raw.slice(1) : raw
    if (text.trim() !== '') yield { text: text.endsWith('\r') ? text.slice(0, -1) : text, line }
  }
}
