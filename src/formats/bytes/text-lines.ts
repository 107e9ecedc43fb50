import type { ReadingLimits } from '../record-file.ts'
import { refuse } from '../reading-refusal.ts'
import { joined } from './joined.ts'

/**
 * One line inside a block of bytes, without its line end. The same object is used for every line: what is kept of it must be copied before the
 * callback returns. Places are places in `bytes`.
 */
export type TextLine = {
  bytes: Uint8Array
  /** The same bytes, to read several at once. */
  view: DataView
  from: number
  to: number
  /** 1-based. */
  number: number
  /** The bytes from `from` to `to` as text; cut out of one decoded block where the block is plain ASCII. */
  text: (from: number, to: number) => string
  /** A line end follows; only the last line of a file may lack it. */
  isEnded: boolean
  /** No byte of the block is outside ASCII. */
  plain: boolean
  /** Place of the next such ASCII character of the block, -1 for none. A text is searched several times faster than bytes. */
  next: (char: string, from: number) => number
}

const NEWLINE = 10
const RETURN = 13

const tooLong = (line: number, limits: ReadingLimits) => refuse('line_too_long', `Line ${line} is longer than ${Math.round(limits.lineCharacters / 2 ** 20)} MB. This is not a table of variants, or its line ends were lost.`, { line })

/** Cuts UTF-8 into lines. `old`: lines end with a return alone. Time is linear in the bytes, whatever the chunks; a line may be as long as the limit. */
export async function eachLine(chunks: AsyncIterable<Uint8Array>, old: boolean, limits: ReadingLimits, onLine: (line: TextLine) => void): Promise<void> {
  const end = old ? RETURN : NEWLINE
  const endChar = old ? '\r' : '\n'
  const line = emptyLine()
  const pending: Uint8Array[] = []
  let pendingLength = 0
  const give = (from: number, to: number) => {
    line.from = from
    line.to = to > from && line.bytes[to - 1] === RETURN ? to - 1 : to
    line.number++
    onLine(line)
  }
  for await (const chunk of chunks) {
    let from = 0
    if (pendingLength > 0) {
      const to = chunk.indexOf(end)
      pendingLength += to < 0 ? chunk.length : to
      if (pendingLength > limits.lineCharacters) tooLong(line.number + 1, limits)
      pending.push(to < 0 ? chunk : chunk.subarray(0, to))
      if (to < 0) continue
      const whole = joined(pending)
      line.take(whole)
      give(0, whole.length)
      pending.length = 0
      pendingLength = 0
      from = to + 1
    }
    const last = chunk.lastIndexOf(end)
    if (last >= from) line.take(chunk.subarray(0, last + 1))
    while (from <= last) {
      const to = line.next(endChar, from)
      if (to - from > limits.lineCharacters) tooLong(line.number + 1, limits)
      give(from, to)
      from = to + 1
    }
    if (from < chunk.length) { pending.push(from === 0 ? chunk : chunk.subarray(from)); pendingLength = chunk.length - from }
    if (pendingLength > limits.lineCharacters) tooLong(line.number + 1, limits)
  }
  if (pendingLength === 0) return
  line.take(joined(pending))
  line.isEnded = false
  give(0, pendingLength)
}

/** Every sequence of several bytes becomes fewer characters than bytes, so equal lengths mean equal places. Blocks that hold others are decoded line by line, then piece by piece. */
function emptyLine(): TextLine & { take: (block: Uint8Array) => void } {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let block: string | null = null
  let ofLine: { number: number; text: string } | null = null
  const line: TextLine & { take: (block: Uint8Array) => void } = {
    bytes: new Uint8Array(0), view: new DataView(new ArrayBuffer(0)), from: 0, to: 0, number: 0, plain: true, isEnded: true,
    take: (chunk: Uint8Array) => {
      // Node's own chunks are a subclass; one class for all blocks keeps the readers' loops fast.
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length)
      line.bytes = bytes
      line.view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length)
      const text = decoder.decode(bytes)
      block = text.length === bytes.length ? text : null
      line.plain = block !== null && !text.includes('\uFFFD')
    },
    next: (char: string, from: number) => (block !== null ? block.indexOf(char, from) : line.bytes.indexOf(char.charCodeAt(0), from)),
    text: (from: number, to: number) => {
      if (block !== null) return block.slice(from, to)
      if (ofLine?.number !== line.number) ofLine = { number: line.number, text: decoder.decode(line.bytes.subarray(line.from, line.to)) }
      return ofLine.text.length === line.to - line.from ? ofLine.text.slice(from - line.from, to - line.from) : decoder.decode(line.bytes.subarray(from, to))
    },
  }
  return line
}
