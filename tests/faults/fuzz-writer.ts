import { parentPort, workerData } from 'node:worker_threads'
import { recordSeeds } from '#tests/support/record-seeds.ts'
import { fuzzFormat } from './fuzz-format.ts'

/** One format in a thread of its own; the shared number is the input it is at, which the thread that watches can read even while this one hangs. */
const { format, campaign, inputs, at } = workerData as { format: string; campaign: number; inputs: number; at: Int32Array } // written by readers.ts
const seed = recordSeeds.find((one) => one.format === format)
if (!seed || !parentPort) throw new Error('started by readers.ts with a format that has a seed')
parentPort.postMessage(await fuzzFormat(seed, campaign, inputs, (index) => Atomics.store(at, 0, index)))
