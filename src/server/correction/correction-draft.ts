import { z } from 'zod'
import type { CaseState } from '#src/domain/case/state.ts'
import type { IntakeForm, SourceFile } from '#src/domain/intake.ts'
import { RecordReading } from '#src/domain/record-reading.ts'
import { identityOf, intakePartOf } from '../case/case-parts.ts'
import { jsonPart, readPart } from '../case/parts.ts'
import type { Deps } from '../deps.ts'
import { correctionMappings } from './correction-mappings.ts'
import { documentFormat } from '../intake/intake-draft.ts'
import type { Json } from '../store/ports.ts'

/** A correction is a draft of its coordinator until it is confirmed, like an intake. */
export const correctionPart = 'correction'

const Gap = z.object({ gate: z.string(), reason: z.string() })
export const CorrectionDraft = z.object({
  file: z.object({ name: z.string(), hash: z.string(), bytes: z.int() }), replaces: z.array(z.string()), gaps: z.array(Gap),
  /** The reading of exactly these files, once it is done. */
  reading: z.object({ of: z.string(), part: z.string() }).nullable(),
})
export type CorrectionDraft = z.infer<typeof CorrectionDraft>

export async function correctionOf(deps: Deps, caseId: string, personId: string): Promise<{ version: number; draft: CorrectionDraft } | null> {
  const found = await deps.store.draft(caseId, personId, correctionPart)
  return found ? { version: found.version, draft: CorrectionDraft.parse(found.body) } : null
}

/** Changes the draft, on what another window or the reading wrote meanwhile. `change` answers null to leave it as it is; then, too, the draft as it stands is returned. */
export async function changeCorrection(deps: Deps, caseId: string, personId: string, change: (draft: CorrectionDraft | null) => CorrectionDraft | null): Promise<CorrectionDraft | null> {
  for (let round = 0; round < 20; round++) {
    const found = await correctionOf(deps, caseId, personId)
    const next = change(found?.draft ?? null)
    if (!next) return found?.draft ?? null
    const saved = await deps.store.saveDraft({ caseId, personId, part: correctionPart, body: next as Json, savedAt: deps.clock().toISOString() }, found?.version ?? 0)
    if (saved.outcome === 'saved') return next
  }
  throw new Error('a correction changed twenty times while it was written')
}

/** The files that the case would rest on, documents left out: they are not read. */
export const filesAfter = (files: readonly SourceFile[], { file, replaces }: Pick<CorrectionDraft, 'file' | 'replaces'>): { name: string; hash: string }[] =>
  [...files.filter((one) => one.format !== documentFormat && !replaces.includes(one.hash)).map(({ name, hash }) => ({ name, hash })), { name: file.name, hash: file.hash }]
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.hash < b.hash ? -1 : 1))

/** The form under which the case was taken in, with the person's data that lie apart, and the reasons given with the correction. */
export async function formOf(deps: Deps, state: CaseState, gaps: IntakeForm['gaps']): Promise<IntakeForm> {
  const { form } = await intakePartOf(deps, state)
  const replaced = new Set(gaps.map((gap) => gap.gate))
  return { ...form, identity: await identityOf(deps, state), gaps: [...form.gaps.filter((gap) => !replaced.has(gap.gate)), ...gaps] }
}

type Job = { of: string; controller: AbortController; failed: boolean }

/** Readings of corrected files under way, one a person and case, as their drafts are; a reading belongs to exactly the files it was made of. */
export function correctionJobs(deps: Deps) {
  const jobs = new Map<string, Job>()
  const place = (caseId: string, personId: string) => `${caseId} ${personId}`

  async function run(state: CaseState, personId: string, { replaces }: CorrectionDraft, files: readonly { name: string; hash: string }[], job: Job) {
    const form = await formOf(deps, state, [])
    const bytes = await Promise.all(files.map(async ({ name, hash }) => ({ name, bytes: (await deps.store.part(state.id, hash))?.bytes ?? new Uint8Array() })))
    const mappings = await correctionMappings(deps, state, form, replaces)
    const reading = await deps.readRecords(bytes, { signal: job.controller.signal, sample: form.sample, alsoSamples: form.alsoSamples, geneChoices: form.geneChoices, mappings, onProgress: () => {} })
    const part = await jsonPart(state.id, 'reading', reading)
    await deps.store.putPart(part)
    const { files: before } = await intakePartOf(deps, state)
    // Discarded, or other files by now: this reading belongs to nothing.
    await changeCorrection(deps, state.id, personId, (draft) => (draft && keyOf(filesAfter(before, draft)) === job.of ? { ...draft, reading: { of: job.of, part: part.hash } } : null))
  }

  const keyOf = (files: readonly { name: string; hash: string }[]) => files.map((file) => `${file.name}:${file.hash}`).join('|')

  return {
    /** The finished reading with the hash that names it, or that it is under way; starts one when none is. */
    async readingOf(state: CaseState, personId: string, draft: CorrectionDraft): Promise<{ reading: RecordReading | null; part: string | null; failed: boolean }> {
      const files = filesAfter((await intakePartOf(deps, state)).files, draft)
      const of = keyOf(files)
      if (draft.reading?.of === of) return { reading: await readPart(deps, state.id, draft.reading.part, RecordReading), part: draft.reading.part, failed: false }
      const at = place(state.id, personId)
      const running = jobs.get(at)
      if (running?.of === of) return { reading: null, part: null, failed: running.failed }
      running?.controller.abort()
      const job: Job = { of, controller: new AbortController(), failed: false }
      jobs.set(at, job)
      run(state, personId, draft, files, job).then(
        () => { if (jobs.get(at) === job) jobs.delete(at) },
        (error: unknown) => {
          job.failed = true
          if (!job.controller.signal.aborted) console.error(`reading of a corrected file failed: ${error instanceof Error ? error.message : 'unknown reason'}`)
        },
      )
      return { reading: null, part: null, failed: false }
    },
    cancel(caseId: string, personId: string) {
      const at = place(caseId, personId)
      jobs.get(at)?.controller.abort()
      jobs.delete(at)
    },
  }
}
export type CorrectionJobs = ReturnType<typeof correctionJobs>
