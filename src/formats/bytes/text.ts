import type { ReadingLimits } from '../record-file.ts'
import { refuse } from '../reading-refusal.ts'
import { encodingOf } from './encoding-of.ts'
import type { Encoding } from './encoding-of.ts'
import { eachLine } from './text-lines.ts'
import type { TextLine } from './text-lines.ts'

/** A file whose first stretch was looked at; `lines` and `byteLines` give all of it, from the start. */
export type OpenText = {
  /** The first 64 KB as text, to see what the file is. */
  head: string
  /** The first bytes, for files that are not text. */
  firstBytes: Uint8Array
  encoding: Encoding
  lines: (onLine: (line: string, number: number) => void) => Promise<void>
  /** The same as places in bytes, for readers that look at a few columns of many lines. */
  byteLines: (onLine: (line: TextLine) => void) => Promise<void>
  whole: (limit: number) => Promise<string>
}

/** Bytes of a file that are looked at before it is read. */
export const HEAD = 65_536

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
  const encoding = encodingOf(firstBytes)
  const head = new TextDecoder(encoding).decode(firstBytes)
  const all = async function* () { yield* kept.splice(0); yield* chunks }
  const texts = async function* () {
    const decoder = new TextDecoder(encoding)
    for await (const chunk of all()) yield decoder.decode(chunk, { stream: true })
    yield decoder.decode()
  }
  const utf8 = encoding === 'utf-8' ? withoutMark(all(), firstBytes) : encoded(texts())
  const byteLines: OpenText['byteLines'] = (onLine) => eachLine(utf8, !head.includes('\n') && head.includes('\r'), limits, onLine)
  return {
    head, firstBytes, encoding, byteLines,
    lines: (onLine) => byteLines((line) => { onLine(line.text(line.from, line.to), line.number) }),
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

/** UTF-8 without its byte order mark, which may come in pieces. */
async function* withoutMark(chunks: AsyncIterable<Uint8Array>, firstBytes: Uint8Array): AsyncGenerator<Uint8Array> {
  let marks = firstBytes[0] === 0xef && firstBytes[1] === 0xbb && firstBytes[2] === 0xbf ? 3 : 0
  for await (const chunk of chunks) {
    const cut = Math.min(marks, chunk.length)
    marks -= cut
    if (cut < chunk.length) yield cut === 0 ? chunk : chunk.subarray(cut)
  }
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of texts) if (text !== '') yield encoder.encode(text)
}
