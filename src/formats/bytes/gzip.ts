import { unzip } from '@gmod/bgzf-filehandle'
import { Gunzip } from 'fflate'
import { refuse } from '../reading-refusal.ts'
import { joined } from './joined.ts'

/** Blocks handed to the decoder at a time: 64 blocks of at most 64 KB keep a batch below 4 MB. */
const BATCH = 64
const BLOCK_LIMIT = 65_536
const END_MARKER_BYTES = 28
const PIECE = 2 ** 20

export const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Size of the BGZF block that starts here (SAM specification, 4.1: extra field `BC`), or null for ordinary gzip. */
export function bgzfBlockSize(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || ((bytes[at + 3] ?? 0) & 4) === 0) return null
  const extraEnd = at + 12 + (bytes[at + 10] ?? 0) + (bytes[at + 11] ?? 0) * 256
  for (let field = at + 12; field + 4 <= extraEnd && field + 6 <= bytes.length; field += 4 + (bytes[field + 2] ?? 0) + (bytes[field + 3] ?? 0) * 256) {
    if (bytes[field] === 66 && bytes[field + 1] === 67) return (bytes[field + 4] ?? 0) + (bytes[field + 5] ?? 0) * 256 + 1
  }
  return null
}

const sizeAt = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 2 ** 8 + (bytes[at + 2] ?? 0) * 2 ** 16 + (bytes[at + 3] ?? 0) * 2 ** 24

/** Bytes that a compressed file says it unpacks to: the sum over the blocks of BGZF, the trailer of the last member of gzip (modulo 4 GB). A bomb that says so is stopped unopened. */
export function announcedSize(packed: Uint8Array): number {
  if (bgzfBlockSize(packed, 0) === null) return packed.length < 18 ? 0 : sizeAt(packed, packed.length - 4)
  let sum = 0
  for (let at = 0; at < packed.length;) {
    const size = bgzfBlockSize(packed, at)
    if (size === null || at + size > packed.length) break
    sum += sizeAt(packed, at + size - 4)
    at += size
  }
  return sum
}

const cut = () => refuse('gzip_cut', 'The compressed file ends in the middle of its data. It was probably cut during a transfer; export or copy it again. No finding was taken from it.')
const damaged = () => refuse('gzip_damaged', 'The compressed file is damaged and cannot be unpacked. Export or copy it again. No finding was taken from it.')

/** Unpacks BGZF block by block, so that limits are checked while reading. `onEnd(false)` says that the end marker is missing. */
export async function* unpackBgzf(packed: Uint8Array, onEnd: (hasMarker: boolean) => void): AsyncGenerator<Uint8Array> {
  let at = 0
  let lastBlock = 0
  while (at < packed.length) {
    const from = at
    for (let count = 0; count < BATCH && at < packed.length; count++) {
      const size = bgzfBlockSize(packed, at)
      if (size === null) return isGzip(packed.subarray(at)) ? damaged() : packed.length - at < 18 ? cut() : damaged()
      if (at + size > packed.length) return cut()
      const unpackedSize = sizeAt(packed, at + size - 4)
      if (unpackedSize > BLOCK_LIMIT) return damaged()
      lastBlock = size
      at += size
    }
    let unpacked: Uint8Array
    try { unpacked = await unzip(packed.subarray(from, at)) } catch { return damaged() }
    yield unpacked
  }
  onEnd(lastBlock === END_MARKER_BYTES)
}

/** Several ordinary gzip members in one file, which `DecompressionStream` rejects. Skips what was already delivered. */
function* unpackMembers(packed: Uint8Array, skip: number): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  let more = 0
  const gunzip = new Gunzip((chunk) => { ready.push(chunk) })
  gunzip.onmember = () => { more++ }
  let delivered = 0
  for (let at = 0; at < packed.length; at += 65_536) {
    try { gunzip.push(packed.subarray(at, at + 65_536), at + 65_536 >= packed.length) } catch { return cut() }
    for (const chunk of ready.splice(0)) {
      const already = Math.min(Math.max(skip - delivered, 0), chunk.length)
      delivered += chunk.length
      if (already < chunk.length) yield chunk.subarray(already)
    }
  }
  // `onmember` is called from the second member on. One member only: then it was not a second member that the strict decoder objected to, but the data.
  if (more === 0) return cut()
}

/** Ordinary gzip. The platform's decoder checks the sum and is fast; it knows one member only. */
export async function* unpackGzip(packed: Uint8Array): AsyncGenerator<Uint8Array> {
  // The readers never use shared memory, so the buffer is an ArrayBuffer, which is what Blob asks for.
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  let delivered = 0
  // The platform hands out pieces of 16 to 64 KB; a line scanner works best on whole megabytes.
  let pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    let step: Awaited<ReturnType<typeof reader.read>> | null = null
    try { step = await reader.read() } catch { /* not one whole member: what was unpacked counts, the other decoder goes on from there */ }
    if (step !== null && !step.done) {
      pieces.push(step.value)
      size += step.value.length
      if (size < PIECE) continue
    }
    if (size > 0) { delivered += size; yield joined(pieces); pieces = []; size = 0 }
    if (step === null) break
    if (step.done) return
  }
  yield* unpackMembers(packed, delivered)
}
