import { expect, test } from 'vitest'
import { readingBounds, readInWorker } from '#src/server/main/read-in-worker.ts'

const text = (content: string) => new TextEncoder().encode(content)
const header = '##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n'
const vcf = (records: number) => text(header + Array.from({ length: records }, (_, i) => `7\t${140_000_000 + i}\t.\tA\tT\t50\tPASS\tDP=100\n`).join(''))
const quiet = { onProgress: () => undefined, signal: new AbortController().signal }

test('reads in a thread and gives what the reader gives', async () => {
  const reading = await readInWorker()([{ name: 'a.vcf', bytes: vcf(3) }], quiet)
  expect(reading).toMatchObject({ format: 'vcf', records: 3 })
}, 30_000)

test('the thread that answers people stays free meanwhile', async () => {
  let [longest, last] = [0, performance.now()]
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const bytesRead: number[] = []
  const files = [{ name: 'a.vcf', bytes: vcf(300_000) }]
  const begun = performance.now()
  await readInWorker()(files, { ...quiet, onProgress: (bytes) => bytesRead.push(bytes) })
  const whole = performance.now() - begun
  clearInterval(pulse)
  expect(longest).toBeLessThan(whole / 2)
  expect(bytesRead.length).toBeGreaterThan(0)
  expect(bytesRead).toEqual(bytesRead.toSorted((a, b) => a - b))
}, 60_000)

test('an abort ends it at once, also while it waits for its turn', async () => {
  const read = readInWorker()
  const [first, second] = [new AbortController(), new AbortController()]
  const running = read([{ name: 'a.vcf', bytes: vcf(300_000) }], { ...quiet, signal: first.signal })
  const waiting = read([{ name: 'b.vcf', bytes: vcf(1) }], { ...quiet, signal: second.signal })
  const after = read([{ name: 'c.vcf', bytes: vcf(2) }], quiet)
  second.abort(new Error('second was stopped'))
  first.abort(new Error('first was stopped'))
  await expect(running).rejects.toThrow('first was stopped')
  await expect(waiting).rejects.toThrow('second was stopped')
  expect(await after).toMatchObject({ records: 2 })
}, 60_000)

test('a reading that takes too long is stopped, and the next one gets its turn', async () => {
  const read = readInWorker({ ...readingBounds, milliseconds: 1 })
  await expect(read([{ name: 'a.vcf', bytes: vcf(1) }], quiet)).rejects.toThrow(/longer than/)
  await expect(read([{ name: 'a.vcf', bytes: vcf(1) }], quiet)).rejects.toThrow(/longer than/)
}, 30_000)
