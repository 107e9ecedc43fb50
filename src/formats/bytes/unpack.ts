import type { ReadContext, RecordFile } from '../record-file.ts'
import { refuse } from '../reading-refusal.ts'
import { announcedSize, bgzfBlockSize, isGzip, unpackBgzf, unpackGzip } from './gzip.ts'
import { joined } from './joined.ts'

const STEP = 2 ** 20
/** Every so many chunks the host gets a turn, so that progress is shown and a stop is heard. */
const TURN = 8
/** Small files may be dense without harm. */
const DENSE_FROM = 10 * 2 ** 20

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`

async function* chunksOf(file: RecordFile, context: ReadContext): AsyncGenerator<Uint8Array> {
  const { bytes } = file
  let seen = 0
  let turns = 0
  const total = bytes instanceof Uint8Array ? bytes.length : null
  const source: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = bytes instanceof Uint8Array ? slices(bytes) : bytes
  for await (const chunk of source) {
    context.signal?.throwIfAborted()
    seen += chunk.length
    context.onProgress?.(seen, total)
    yield chunk
    if (++turns % TURN === 0) await new Promise((resolve) => { setTimeout(resolve, 0) })
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += STEP) yield bytes.subarray(at, at + STEP)
}

/** The content of a file, unpacked when it is gzip or BGZF, in chunks. Refuses what is larger than the limits while it reads. */
export async function* unpacked(file: RecordFile, context: ReadContext, onMissingEndMarker: () => void): AsyncGenerator<Uint8Array> {
  const { limits } = context
  const chunks = chunksOf(file, context)
  const head: Uint8Array[] = []
  let size = 0
  while (size < 18) {
    const step = await chunks.next()
    if (step.done) break
    head.push(step.value)
    size += step.value.length
  }
  if (!isGzip(joined(head))) {
    let plain = 0
    for await (const chunk of rest(head, chunks)) {
      plain += chunk.length
      if (plain > limits.unpackedBytes) refuse('file_too_large', `The file is larger than ${megabytes(limits.unpackedBytes)}. Filter it to the genes or regions of the assay and try again.`)
      yield chunk
    }
    return
  }
  const packedChunks: Uint8Array[] = []
  let packedSize = 0
  for await (const chunk of rest(head, chunks)) {
    packedSize += chunk.length
    if (packedSize > limits.packedBytes) refuse('file_too_large', `The compressed file is larger than ${megabytes(limits.packedBytes)}. Filter it to the genes or regions of the assay and try again.`)
    packedChunks.push(chunk)
  }
  const packed = joined(packedChunks)
  const tooDense = (size: number) => size > DENSE_FROM && size > packedSize * limits.ratio
  const refuseDense = () => refuse('packed_too_densely', `The file unpacks to more than ${limits.ratio} times its size, as no variant file does. It was not read; ask for the file as the laboratory's program wrote it.`)
  // Looked at before anything is read of it. The size a gzip file states is only believed when it unpacks so: a file that was cut states anything.
  if (tooDense(announcedSize(packed))) {
    if (bgzfBlockSize(packed, 0) !== null) refuseDense()
    let counted = 0
    for await (const chunk of unpackGzip(packed)) { counted += chunk.length; if (tooDense(counted)) refuseDense() }
  }
  const content = bgzfBlockSize(packed, 0) === null ? unpackGzip(packed) : unpackBgzf(packed, (hasMarker) => { if (!hasMarker) onMissingEndMarker() })
  let unpackedSize = 0
  let turns = 0
  for await (const chunk of content) {
    context.signal?.throwIfAborted()
    unpackedSize += chunk.length
    if (unpackedSize > limits.unpackedBytes) refuse('file_too_large', `The file unpacks to more than ${megabytes(limits.unpackedBytes)}. Filter it to the genes or regions of the assay and try again.`)
    if (tooDense(unpackedSize)) refuseDense()
    yield chunk
    if (++turns % TURN === 0) await new Promise((resolve) => { setTimeout(resolve, 0) })
  }
}

async function* rest(head: Uint8Array[], chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head
  yield* chunks
}
