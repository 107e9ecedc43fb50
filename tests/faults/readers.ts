import { Worker } from 'node:worker_threads'
import { readRecords } from '#src/formats/read-records.ts'
import { defaultLimits } from '#src/formats/record-file.ts'
import { recordSeeds, type RecordSeed } from '#tests/support/record-seeds.ts'
import { resolveGene } from '#tests/support/reading-of.ts'
import type { FuzzReport } from './fuzz-format.ts'

/** An input that takes longer than this hangs: the slowest honest one takes a few milliseconds. */
const HANG = 20_000

/** Reads the altered files of one format in a thread; a hang ends the thread and names the input. */
function watched(format: string, campaign: number, inputs: number): Promise<FuzzReport | { hang: number }> {
  return new Promise((resolve, reject) => {
    const at = new Int32Array(new SharedArrayBuffer(4))
    const worker = new Worker(new URL('./fuzz-writer.ts', import.meta.url), { workerData: { format, campaign, inputs, at } })
    let [last, since] = [-1, performance.now()]
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0)
      if (now !== last) { last = now; since = performance.now() }
      else if (performance.now() - since > HANG) { end(() => resolve({ hang: now })); void worker.terminate() }
    }, 500)
    const end = (settle: () => void) => { clearInterval(watch); settle() }
    worker.once('message', (report: FuzzReport) => end(() => resolve(report)))
    worker.once('error', (error) => end(() => reject(error)))
  })
}

/** Milliseconds for files of doubling size, 64 KB to 16 MB. */
export async function doublings(seed: RecordSeed, largest: number): Promise<{ kilobytes: number; milliseconds: number }[]> {
  const one = (seed.of(101).length - seed.of(1).length) / 100
  const times: { kilobytes: number; milliseconds: number }[] = []
  for (let kilobytes = 64; kilobytes <= largest; kilobytes *= 2) {
    const bytes = seed.of(Math.max(1, Math.round((kilobytes * 1024) / Math.max(one, 1))))
    let best = Infinity
    for (let round = 0; round < (kilobytes < 1024 ? 3 : 1); round++) {
      const from = performance.now()
      await readRecords([{ name: 'file', bytes }], { resolveGene, limits: defaultLimits })
      best = Math.min(best, performance.now() - from)
    }
    times.push({ kilobytes, milliseconds: best })
  }
  return times
}

/**
 * `npm run faults -- readers`: 20,000 altered files a format (INPUTS), replayable by SEED and the number of the input; and time against length. False when
 * an input crashed or hung a reader, or when time grew faster than length.
 */
export async function readersCampaign(): Promise<boolean> {
  const [campaign, inputs] = [Number(process.env['SEED'] ?? 1), Number(process.env['INPUTS'] ?? 20_000)]
  const wanted = process.argv.slice(3)
  let isGood = true
  for (const seed of recordSeeds.filter(({ format }) => wanted.length === 0 || wanted.includes(format))) {
    const report = await watched(seed.format, campaign, inputs)
    if ('hang' in report) { isGood = false; console.log(`${seed.format}: HANG at input ${report.hang} (SEED=${campaign})`); continue }
    isGood &&= report.crashes.length === 0
    console.log(`${seed.format}: ${report.inputs} inputs, ${report.crashes.length} crashes, 0 hangs, ${report.refused} refused or with an error; slowest ${report.slowest.toFixed(0)} ms (input ${report.slowestIndex})`)
    for (const crash of report.crashes.slice(0, 20)) console.log(`  ${crash}`)
    // Packed seeds measure the packing of the test itself.
    if (seed.format === 'vcf-bgzf') continue
    const times = await doublings(seed, 16_384)
    const [small, large] = [times.find(({ kilobytes }) => kilobytes === 1024), times.at(-1)]
    const growth = (large?.milliseconds ?? 0) / Math.max(small?.milliseconds ?? 1, 1) / 16
    isGood &&= growth < 3
    console.log(`  ms for 64 KB … 16 MB: ${times.map(({ milliseconds }) => milliseconds.toFixed(0)).join(' ')}; 16 MB against 1 MB: ${growth.toFixed(2)} times the time a byte`)
  }
  return isGood
}
