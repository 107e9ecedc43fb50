import type { ReadingLimits } from '../record-file.ts'
import { refuse } from '../reading-refusal.ts'

/** A file whose first stretch was looked at; `lines` gives all of it, from the start. */
export type OpenText = {
  /** The first 64 KB as text, to see what the file is. */
  head: string
  /** The first bytes, for files that are not text. */
  firstBytes: Uint8Array
  lines: (onLine: (line: string, number: number) => void) => Promise<void>
  whole: (limit: number) => Promise<string>
}

const HEAD = 65_536

function decoderFor(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder('utf-8')
}

/** Reads the beginning of a file and keeps it, so that the file can be recognised before it is read. Strips a byte order mark; UTF-16 is understood. */
export async function openText(chunks: AsyncGenerator<Uint8Array>, limits: ReadingLimits): Promise<OpenText> {
  const kept: Uint8Array[] = []
  let size = 0
  while (size < HEAD) {
    const step = await chunks.next()
    if (step.done) break
    kept.push(step.value)
    size += step.value.length
  }
  const firstBytes = new Uint8Array(Math.min(size, HEAD))
  let at = 0
  for (const chunk of kept) { firstBytes.set(chunk.subarray(0, firstBytes.length - at), at); at += Math.min(chunk.length, firstBytes.length - at) }
  const decoder = decoderFor(firstBytes)
  const head = decoderFor(firstBytes).decode(firstBytes)
  const texts = async function* () {
    for (const chunk of kept) yield decoder.decode(chunk, { stream: true })
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  }
  return {
    head, firstBytes,
    lines: (onLine) => eachLine(texts(), head.includes('\n') || !head.includes('\r') ? '\n' : '\r', limits, onLine),
    whole: async (limit) => {
      let text = ''
      for await (const piece of texts()) {
        text += piece
        if (text.length > limit) refuse('file_too_large', `A file of this kind may hold at most ${Math.round(limit / 2 ** 20)} MB of text. It was not read.`)
      }
      return text
    },
  }
}

const tooLong = (line: number, limits: ReadingLimits) => refuse('line_too_long', `Line ${line} is longer than ${Math.round(limits.lineCharacters / 2 ** 20)} MB. This is not a table of variants, or its line ends were lost.`, { line })

async function eachLine(texts: AsyncIterable<string>, end: string, limits: ReadingLimits, onLine: (line: string, number: number) => void): Promise<void> {
  let number = 0
  const pending: string[] = []
  let pendingLength = 0
  for await (const text of texts) {
    let from = 0
    for (let to = text.indexOf(end); to >= 0; to = text.indexOf(end, from)) {
      if (pendingLength + to - from > limits.lineCharacters) tooLong(number + 1, limits)
      if (pendingLength > 0) {
        pending.push(text.slice(from, to))
        onLine(withoutReturn(pending.join('')), ++number)
        pending.length = 0
        pendingLength = 0
      } else onLine(text.slice(from, to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to), ++number)
      from = to + 1
    }
    if (from < text.length) { pending.push(from === 0 ? text : text.slice(from)); pendingLength += text.length - from }
    if (pendingLength > limits.lineCharacters) tooLong(number + 1, limits)
  }
  if (pendingLength > 0) onLine(withoutReturn(pending.join('')), ++number)
}

const withoutReturn = (line: string) => (line.charCodeAt(line.length - 1) === 13 ? line.slice(0, -1) : line)
