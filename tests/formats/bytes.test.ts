import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '#src/formats/record-file.ts'
import { bytesOf, codes, readingOf } from '#tests/support/reading-of.ts'
import { bgzf, bgzfEnd } from '#tests/support/bgzf.ts'

const rows = (count: number) => `##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n${Array.from({ length: count }, (_, at) => `7\t${at + 1}\t.\tA\tG\t.\tPASS\tDP=${(at * 7919) % 1000}`).join('\n')}\n`
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

describe('packed files', () => {
  it('reads plain text, gzip, several gzip members and BGZF alike', async () => {
    const text = rows(3000)
    const half = text.indexOf('\n', text.length / 2) + 1
    for (const bytes of [bytesOf(text), gzipSync(text), joined(gzipSync(text.slice(0, half)), gzipSync(text.slice(half))), joined(bgzf(text), bgzfEnd)]) {
      const reading = await readingOf({ file: new Uint8Array(bytes) })
      expect([reading.records, reading.problems.filter((problem) => problem.severity === 'error')]).toEqual([3000, []])
    }
  })

  it('reads a stream whose chunks cut lines and characters anywhere', async () => {
    const bytes = bytesOf(`${rows(40)}7\t99\t.\tA\tG\t.\tPÄSS\t.\n`)
    const { readRecords } = await import('#src/formats/read-records.ts')
    for (const size of [1, 7, 64]) {
      const stream = async function* () { for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size) }
      const reading = await readRecords([{ name: 'a', bytes: stream() }], { resolveGene: (symbol) => ({ symbol, via: 'none' }), limits: defaultLimits })
      expect([reading.records, reading.alterations.at(-1)?.filter]).toEqual([41, 'PÄSS'])
    }
  })

  it.each([['gzip', (text: string) => new Uint8Array(gzipSync(text))], ['BGZF', (text: string) => joined(bgzf(text), bgzfEnd)]])('refuses %s that was cut, and takes nothing from it', async (_, pack) => {
    const packed = pack(rows(20_000))
    const reading = await readingOf({ file: packed.subarray(0, Math.floor(packed.length * 0.6)) })
    expect([codes(reading), reading.alterations, reading.records]).toEqual([['gzip_cut'], [], 0])
  })

  it('refuses gzip and BGZF whose data were altered', async () => {
    for (const packed of [new Uint8Array(gzipSync(rows(500))), joined(bgzf(rows(500)), bgzfEnd)]) {
      packed[Math.floor(packed.length / 2)] = (packed[Math.floor(packed.length / 2)] ?? 0) ^ 0xff
      expect(codes(await readingOf({ file: packed }))[0]).toMatch(/^gzip_(cut|damaged)$/)
    }
  })

  it('says that BGZF lacks its end marker', async () => {
    expect(codes(await readingOf({ file: bgzf(rows(10)) }))).toContain('bgzf_no_end_marker')
    expect(codes(await readingOf({ file: joined(bgzf(rows(10)), bgzfEnd) }))).not.toContain('bgzf_no_end_marker')
  })
})

describe('limits are checked while reading', () => {
  const bomb = new Uint8Array(gzipSync(`${rows(1)}${'7\t1\t.\tA\tG\t.\tPASS\t.\n'.repeat(900_000)}`))
  it('stops a bomb by its ratio, long before it is unpacked', async () => {
    expect(codes(await readingOf({ file: bomb }))).toEqual(['packed_too_densely'])
  })
  it.each([
    ['packed bytes', { packedBytes: 100 }, new Uint8Array(gzipSync(rows(500))), 'file_too_large'],
    ['unpacked bytes', { unpackedBytes: 5000 }, new Uint8Array(gzipSync(rows(500))), 'file_too_large'],
    ['plain bytes', { unpackedBytes: 5000 }, bytesOf(rows(500)), 'file_too_large'],
    ['a line', { lineCharacters: 1000 }, bytesOf(`${rows(3)}7\t9\t.\t${'A'.repeat(200_000)}\tG\t.\tPASS\t.\n`), 'line_too_long'],
    ['the header', { headerCharacters: 100 }, bytesOf(`##fileformat=VCFv4.2\n${'##x=0123456789\n'.repeat(50)}${rows(1)}`), 'header_too_long'],
    ['records', { records: 10 }, bytesOf(rows(11)), 'too_many_records'],
  ])('%s', async (_, limits, file, code) => {
    const reading = await readingOf({ file }, { limits: { ...defaultLimits, ...limits } })
    expect([codes(reading), reading.alterations.length]).toEqual([[code], 0])
  })
  it('keeps as many findings as allowed and says that there were more', async () => {
    const reading = await readingOf({ file: rows(30) }, { limits: { ...defaultLimits, alterations: 10 } })
    expect([reading.alterations.length, reading.records, codes(reading)]).toEqual([10, 30, expect.arrayContaining(['too_many_alterations'])])
  })
  it('stops when it is told to', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(readingOf({ file: rows(5) }, { signal: stop.signal })).rejects.toThrow(/abort/i)
  })
  it('reports progress up to the whole file', async () => {
    const seen: [number, number | null][] = []
    const bytes = bytesOf(rows(60_000))
    await readingOf({ file: bytes }, { onProgress: (read, total) => seen.push([read, total]) })
    expect(seen.at(-1)).toEqual([bytes.length, bytes.length])
    expect(seen.length).toBeGreaterThan(1)
  })
})

describe('texts', () => {
  it.each([
    ['Windows line ends', bytesOf(rows(4).replaceAll('\n', '\r\n'))],
    ['old Macintosh line ends', bytesOf(rows(4).replaceAll('\n', '\r'))],
    ['a byte order mark', joined(Uint8Array.of(0xef, 0xbb, 0xbf), bytesOf(rows(4)))],
    ['UTF-16', joined(Uint8Array.of(0xff, 0xfe), new Uint8Array(Buffer.from(rows(4), 'utf16le')))],
    ['no line end at the end', bytesOf(rows(4).trimEnd())],
  ])('%s', async (_, file) => {
    expect((await readingOf({ file })).alterations.map((one) => one.genomic?.pos)).toEqual([1, 2, 3, 4])
  })
})
