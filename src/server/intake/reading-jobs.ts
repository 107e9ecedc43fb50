import type { GivenMappings } from '#src/domain/given-mapping.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import { RecordReading } from '#src/domain/record-reading.ts'
import { jsonPart, readPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'
import { givenMappings } from './column-mappings.ts'
import { changeUploads, recordsOf, uploadsOf, type UploadRecord } from './intake-draft.ts'

/** How the files are to be read: of which sample under which names, by which mappings of columns, and with which answers to gene names. */
type How = Pick<IntakeForm, 'sample' | 'alsoSamples' | 'geneChoices'> & { mappings: GivenMappings }
type Job = { of: string; controller: AbortController; bytesRead: number; failed: boolean }

/**
 * The readings under way, per intake. All files of an intake are read as one, since a study folder only makes sense together. A reading
 * belongs to exactly the files, samples, mappings of columns and gene names it was made of: another one makes it anew.
 */
export function readingJobs(deps: Deps) {
  const jobs = new Map<string, Job>()
  const keyOf = (files: readonly UploadRecord[], { sample, alsoSamples, geneChoices, mappings }: How) =>
    [...files.map((f) => `${f.name}:${f.hash}`).sort(), `sample:${sample ?? ''}`, JSON.stringify([mappings, alsoSamples.toSorted(), Object.entries(geneChoices).sort()])].join('|')

  async function run(intakeId: string, personId: string, files: readonly UploadRecord[], how: How, job: Job) {
    // The same content under two names is one file: read twice it would count twice.
    // By name, so that the order in which files arrive does not decide which one counts where they differ.
    const once = files.filter((file, at) => files.findIndex((other) => other.hash === file.hash) === at).toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const bytes = await Promise.all(once.map(async (f) => ({ name: f.name, bytes: (await deps.store.part(intakeId, f.hash))?.bytes ?? new Uint8Array() })))
    const reading = await deps.readRecords(bytes, { signal: job.controller.signal, ...how, onProgress: (n) => { job.bytesRead = n } })
    const part = await jsonPart(intakeId, 'reading', reading)
    await deps.store.putPart(part)
    await changeUploads(deps, intakeId, personId, (u) => (keyOf(recordsOf(u.files), how) === job.of ? { ...u, reading: { of: job.of, part: part.hash } } : u))
  }

  function start(intakeId: string, personId: string, files: readonly UploadRecord[], how: How) {
    const of = keyOf(files, how)
    const running = jobs.get(intakeId)
    if (running?.of === of) return running
    running?.controller.abort()
    const job: Job = { of, controller: new AbortController(), bytesRead: 0, failed: false }
    jobs.set(intakeId, job)
    run(intakeId, personId, files, how, job).then(
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
    async readingOf(intakeId: string, personId: string, form: Pick<IntakeForm, 'sample' | 'alsoSamples' | 'geneChoices' | 'assay'>): Promise<{ files: readonly UploadRecord[]; reading: RecordReading | null; bytesRead: number; failed: boolean }> {
      const { uploads } = await uploadsOf(deps, intakeId, personId)
      const files = recordsOf(uploads.files)
      if (files.length === 0) return { files: uploads.files, reading: null, bytesRead: 0, failed: false }
      const how: How = { sample: form.sample, alsoSamples: form.alsoSamples, geneChoices: form.geneChoices, mappings: await givenMappings(deps, uploads, form) }
      if (uploads.reading?.of === keyOf(files, how)) {
        return { files: uploads.files, reading: await readPart(deps, intakeId, uploads.reading.part, RecordReading), bytesRead: 0, failed: false }
      }
      const job = start(intakeId, personId, files, how)
      return { files: uploads.files, reading: null, bytesRead: job.bytesRead, failed: job.failed }
    },
    cancel(intakeId: string) {
      jobs.get(intakeId)?.controller.abort()
      jobs.delete(intakeId)
    },
  }
}
export type ReadingJobs = ReturnType<typeof readingJobs>
