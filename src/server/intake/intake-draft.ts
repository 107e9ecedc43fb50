import { z } from 'zod'
import { ColumnMapping } from '#src/domain/column-mapping.ts'
import { emptyIntake, IntakeForm } from '#src/domain/intake.ts'
import type { Person } from '#src/domain/person.ts'
import type { Deps } from '../deps.ts'
import { sha256Hex } from '../record/sha-256.ts'
import type { Draft, Json } from '../store/ports.ts'

/** An intake is a draft of its coordinator until the case is taken in: nothing of it is in any log, nobody else can read it. */
export const intakePart = 'intake'
export const uploadsPart = 'uploads'

/** A `document` is the laboratory's report as a PDF: kept and shown, not read as records. */
export const UploadRecord = z.object({ id: z.string(), name: z.string(), hash: z.string(), bytes: z.int(), kind: z.enum(['records', 'document']).default('records') })
export type UploadRecord = z.infer<typeof UploadRecord>
/**
 * The files of an intake, the reading of exactly these files once it is done, and what was said of the columns of their tables (by name of the file;
 * null: read by the names of the columns).
 */
export const UploadsDraft = z.object({
  files: z.array(UploadRecord), reading: z.object({ of: z.string(), part: z.string() }).nullable(),
  mappings: z.record(z.string(), z.object({ columns: ColumnMapping.nullable(), personId: z.string(), at: z.string() })).default({}),
})
export type UploadsDraft = z.infer<typeof UploadsDraft>

/** How the list of files names a PDF. */
export const documentFormat = 'PDF document'

/** What is read: a PDF is not. */
export const recordsOf = (files: readonly UploadRecord[]): UploadRecord[] => files.filter((file) => file.kind === 'records')

/** The same command again answers the same intake; once its case is taken in, an empty one of that id that is not written down again. */
export async function startIntake(deps: Deps, person: Person, commandId: string): Promise<Draft> {
  const id = await intakeIdOf(person, commandId)
  const existing = await deps.store.draft(id, person.id, intakePart)
  if (existing) return existing
  const form = { ...emptyIntake, course: { ...emptyIntake.course } }
  const draft = { caseId: id, personId: person.id, part: intakePart, body: form as Json, savedAt: deps.clock().toISOString() }
  if (await deps.store.head(id)) return { ...draft, version: 0 }
  const saved = await deps.store.saveDraft(draft, 0)
  if (!saved.draft) throw new Error('a new intake draft was neither saved nor found')
  return saved.draft
}

/** The same command started twice is the same intake. */
async function intakeIdOf(person: Person, commandId: string) {
  return `case-${(await sha256Hex(new TextEncoder().encode(`${person.id}\n${commandId}`))).slice(0, 26)}`
}

export const intakeOf = (draft: Draft) => ({ id: draft.caseId, version: draft.version, form: IntakeForm.parse(draft.body), savedAt: draft.savedAt })

export async function uploadsOf(deps: Deps, intakeId: string, personId: string): Promise<{ version: number; uploads: UploadsDraft }> {
  const draft = await deps.store.draft(intakeId, personId, uploadsPart)
  return draft ? { version: draft.version, uploads: UploadsDraft.parse(draft.body) } : { version: 0, uploads: { files: [], reading: null, mappings: {} } }
}

/** Changes the list of files; retried on what another tab wrote meanwhile. */
export async function changeUploads(deps: Deps, intakeId: string, personId: string, change: (uploads: UploadsDraft) => UploadsDraft): Promise<UploadsDraft> {
  for (let round = 0; round < 20; round++) {
    const { version, uploads } = await uploadsOf(deps, intakeId, personId)
    const next = change(uploads)
    const saved = await deps.store.saveDraft({ caseId: intakeId, personId, part: uploadsPart, body: next as Json, savedAt: deps.clock().toISOString() }, version)
    if (saved.outcome === 'saved') return next
  }
  throw new Error('the list of files changed twenty times while it was written')
}
