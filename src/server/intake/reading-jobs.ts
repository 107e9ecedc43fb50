import { RecordReading } from '#src/domain/record-reading.ts'
import { jsonPart, readPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'
import { changeUploads, recordsOf, uploadsOf, type UploadRecord } from './intake-draft.ts'

type Job = { of: string; controller: AbortController; bytesRead: number; failed: boolean }

/**
 * The readings under way, per intake. All files of an intake are read as one, since a study folder only makes sense together. A reading
 * belongs to exactly the files and the sample it was made of: another file dropped or removed, or another sample chosen, makes it anew.
 */
export function readingJobs(deps: Deps) {
  const jobs = new Map<string, Job>()
  const keyOf = (files: readonly UploadRecord[], sample: string | null) => [...files.map((f) => `${f.name}:${f.hash}`).sort(), `sample:${sample ?? ''}`].join('|')

  async function run(intakeId: string, personId: string, files: readonly UploadRecord[], sample: string | null, job: Job) {
    const bytes = await Promise.all(files.map(async (f) => ({ name: f.name, bytes: (await deps.store.part(intakeId, f.hash))?.bytes ?? new Uint8Array() })))
    const reading = await deps.readRecords(bytes, { signal: job.controller.signal, sample, onProgress: (n) => { job.bytesRead = n } })
    const part = await jsonPart(intakeId, 'reading', reading)
    await deps.store.putPart(part)
    await changeUploads(deps, intakeId, personId, (u) => (keyOf(recordsOf(u.files), sample) === job.of ? { ...u, reading: { of: job.of, part: part.hash } } : u))
  }

  function start(intakeId: string, personId: string, files: readonly UploadRecord[], sample: string | null) {
    const of = keyOf(files, sample)
    const running = jobs.get(intakeId)
    if (running?.of === of) return running
    running?.controller.abort()
    const job: Job = { of, controller: new AbortController(), bytesRead: 0, failed: false }
    jobs.set(intakeId, job)
    run(intakeId, personId, files, sample, job).then(
      () => { if (jobs.get(intakeId) === job) jobs.delete(intakeId) },
      (error: unknown) => {
        job.failed = true
        if (!job.controller.signal.aborted) console.error(`reading of an intake failed: ${error instanceof Error ? error.message : 'unknown reason'}`)
      },
    )
    return job
  }

  return {
    /** The finished reading, or how far it is. Starts one when none is under way. */
    async readingOf(intakeId: string, personId: string, sample: string | null): Promise<{ files: readonly UploadRecord[]; reading: RecordReading | null; bytesRead: number; failed: boolean }> {
      const { uploads } = await uploadsOf(deps, intakeId, personId)
      const files = recordsOf(uploads.files)
      if (files.length === 0) return { files: uploads.files, reading: null, bytesRead: 0, failed: false }
      if (uploads.reading?.of === keyOf(files, sample)) {
        return { files: uploads.files, reading: await readPart(deps, intakeId, uploads.reading.part, RecordReading), bytesRead: 0, failed: false }
      }
      const job = start(intakeId, personId, files, sample)
      return { files: uploads.files, reading: null, bytesRead: job.bytesRead, failed: job.failed }
    },
    start,
    cancel(intakeId: string) {
      jobs.get(intakeId)?.controller.abort()
      jobs.delete(intakeId)
    },
  }
}
export type ReadingJobs = ReturnType<typeof readingJobs>
