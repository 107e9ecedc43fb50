import { parentPort } from 'node:worker_threads'
import type { GivenMappings } from '#src/domain/given-mapping.ts'
import { caseLimits, type RecordFile } from '#src/formats/record-file.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { readContext } from '../intake/read-context.ts'

/** At most this many messages a second tell how far the reading is. */
const progressEveryMs = 100

if (!parentPort) throw new Error('this file is a worker')
const port = parentPort

export type ReadingRequest = { files: readonly RecordFile[]; sample: string | null; mappings: GivenMappings | undefined; alsoSamples: readonly string[]; geneChoices: Readonly<Record<string, string>> }

port.once('message', ({ files, ...how }: ReadingRequest) => {
  readRecords(files, { ...readContext(loadKnowledge()), limits: caseLimits, ...how, onProgress: progress() }).then(
    (reading) => port.postMessage({ reading }),
    // A defect travels as its text: the thread that asked throws it again.
    (error: Error) => port.postMessage({ defect: error.stack ?? error.message }),
  ).finally(() => port.close())
})

/** The readers count within a file and start anew with the next; the person who waits sees one sum. */
function progress(): (bytes: number) => void {
  let [before, inFile, told] = [0, 0, 0]
  return (bytes) => {
    if (bytes < inFile) before += inFile
    inFile = bytes
    if (Date.now() - told < progressEveryMs) return
    told = Date.now()
    port.postMessage({ bytesRead: before + inFile })
  }
}
