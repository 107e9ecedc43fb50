import { Worker } from 'node:worker_threads'
import type { RecordReading } from '#src/domain/record-reading.ts'
import type { ReadRecords } from '../deps.ts'
import type { ReadingRequest } from './reading-worker.ts'

type Message = { bytesRead: number } | { reading: RecordReading } | { defect: string }
export type ReadingBounds = { atOnce: number; milliseconds: number; megabytes: number }

/** One reading at a time leaves the other core to everybody else; two minutes are ten times the slowest real file. */
export const readingBounds: ReadingBounds = { atOnce: 1, milliseconds: 120_000, megabytes: 1_024 }

/**
 * Reads records in a thread of its own, so that a large or hostile file slows nobody: bounded in number, time and memory. An abort ends
 * the thread at once, wherever it is.
 */
export function readInWorker(bounds: ReadingBounds = readingBounds): ReadRecords {
  const waiting: (() => void)[] = []
  let running = 0
  const turn = async () => {
    if (running < bounds.atOnce) running += 1
    else await new Promise<void>((go) => waiting.push(go))
  }
  const done = () => {
    // The place goes to the next in line, or is given up.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
  return async (files, options) => {
    await turn()
    try {
      options.signal.throwIfAborted()
      return await readOnce(files, options, bounds)
    } finally {
      done()
    }
  }
}

function readOnce(files: Parameters<ReadRecords>[0], { onProgress, signal, sample, mappings, alsoSamples, geneChoices }: Parameters<ReadRecords>[1], bounds: ReadingBounds): Promise<RecordReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes } })
    const settle = (outcome: () => void) => {
      clearTimeout(limit)
      signal.removeEventListener('abort', onAbort)
      outcome()
      void worker.terminate()
    }
    const onAbort = () => settle(() => reject(signal.reason))
    const limit = setTimeout(() => settle(() => reject(new Error(`reading took longer than ${bounds.milliseconds / 1000} seconds and was stopped`))), bounds.milliseconds)
    signal.addEventListener('abort', onAbort)
    worker.on('message', (message: Message) => {
      if ('bytesRead' in message) onProgress(message.bytesRead)
      else settle(() => ('reading' in message ? resolve(message.reading) : reject(new Error(message.defect))))
    })
    worker.on('error', (error) => settle(() => reject(error)))
    worker.on('exit', () => settle(() => reject(new Error('the reading ended without an answer'))))
    worker.postMessage({ files, sample: sample ?? null, mappings, alsoSamples: alsoSamples ?? [], geneChoices: geneChoices ?? {} } satisfies ReadingRequest, wholeBuffers(files))
  })
}

/** The bytes go over to the thread instead of being copied: a file of 60 MB is then held once. Whoever asks gives them up. */
function wholeBuffers(files: Parameters<ReadRecords>[0]): ArrayBuffer[] {
  const buffers = files.flatMap(({ bytes }) => (bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : []))
  return [...new Set(buffers)]
}
