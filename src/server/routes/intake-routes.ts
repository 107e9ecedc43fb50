import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import { isRefused } from '#src/domain/refusal.ts'
import { takenOver } from '#src/domain/suggestion.ts'
import { worklistOf } from '../case/worklist.ts'
import type { Deps } from '../deps.ts'
import { implement, refuse, refusalWithin } from '../implement.ts'
import { changeUploads, intakeOf, intakePart, startIntake, type UploadRecord, type UploadsDraft, uploadsOf, uploadsPart } from '../intake/intake-draft.ts'
import { fileNameOf } from '../intake/file-name.ts'
import { isPdf } from '../intake/is-pdf.ts'
import { keepMapping, tableViews } from '../intake/column-mappings.ts'
import { prepareIntake, previewOf } from '../intake/preview.ts'
import { readingJobs } from '../intake/reading-jobs.ts'
import { receiveFile } from '../intake/receive-file.ts'
import { takeIn } from '../intake/take-in.ts'
import { sha256Hex } from '../record/sha-256.ts'
import { todayIn } from '../today.ts'
import type { Json } from '../store/ports.ts'
import { documentRoutes } from './document-routes.ts'

export function intakeRoutes(app: Hono, deps: Deps) {
  const jobs = readingJobs(deps)
  const draftOf = (intakeId: string, personId: string) => deps.store.draft(intakeId, personId, intakePart)

  implement(app, deps, api.worklist, async ({ person }) => worklistOf(deps, person))
  implement(app, deps, api.tumourTypes, async ({ query }) =>
    deps.knowledge.tree.search(query.q, 20).map(({ code, name, mainType, tissue }) => ({ code, name, mainType, tissue })))
  implement(app, deps, api.assays, async () => [...deps.knowledge.assays.values()].map(({ id, name, genes }) => ({ id, name, genes: genes.length })))
  implement(app, deps, api.startIntake, async ({ person, body }) => intakeOf(await startIntake(deps, person, body.commandId)))
  implement(app, deps, api.intake, async ({ params, person }) => {
    const draft = await draftOf(params.intakeId, person.id)
    return draft ? intakeOf(draft) : refuse('not_found')
  })
  implement(app, deps, api.saveIntake, async ({ params, person, body }) => {
    if (!(await draftOf(params.intakeId, person.id))) return refuse('not_found')
    // Parsed as JSON: a field that may be absent is absent, never undefined.
    const saved = await deps.store.saveDraft({ caseId: params.intakeId, personId: person.id, part: intakePart, body: body.form as Json, savedAt: deps.clock().toISOString() }, body.version)
    return saved.outcome === 'saved' ? intakeOf(saved.draft) : refuse('stale_part')
  })
  implement(app, deps, api.discardIntake, async ({ params, person }) => {
    if (!(await draftOf(params.intakeId, person.id))) return refuse('not_found')
    jobs.cancel(params.intakeId)
    await deps.store.deleteDraft(params.intakeId, person.id, intakePart)
    await deps.store.deleteDraft(params.intakeId, person.id, uploadsPart)
    // Taken in meanwhile in another window: the key is the case's now.
    if (await deps.store.head(params.intakeId)) return refuse('not_found')
    await deps.store.destroyKey(params.intakeId)
    return { discarded: true as const }
  })
  fileRoutes(app, deps, jobs, draftOf)
  documentRoutes(app, deps, jobs)
  implement(app, deps, api.preview, async ({ params, person }) => {
    const draft = await draftOf(params.intakeId, person.id)
    if (!draft) return refuse('not_found')
    const { form } = intakeOf(draft)
    const prepared = await prepareIntake(deps, jobs, params.intakeId, person.id, form)
    return previewOf(prepared, await tableViews(deps, prepared.reading, (await uploadsOf(deps, params.intakeId, person.id)).uploads, form), form)
  })
  implement(app, deps, api.takeOver, async ({ params, person, body }) => {
    const draft = await draftOf(params.intakeId, person.id)
    if (!draft) return refuse('not_found')
    const { form } = intakeOf(draft)
    const { reading } = await prepareIntake(deps, jobs, params.intakeId, person.id, form)
    const next = takenOver(form, body.ids, { stated: reading?.stated ?? [], lines: reading?.reportLines ?? [] }, { personId: person.id, today: todayIn(deps) })
    if (!next) return refuse('unknown_subject')
    const saved = await deps.store.saveDraft({ caseId: params.intakeId, personId: person.id, part: intakePart, body: next, savedAt: deps.clock().toISOString() }, body.version)
    return saved.outcome === 'saved' ? intakeOf(saved.draft) : refuse('stale_part')
  })
  implement(app, deps, api.takeIn, async ({ params, person, body }) => {
    const draft = await draftOf(params.intakeId, person.id)
    if (!draft) {
      // Taken in already: the same command again answers with what it did.
      const head = await deps.store.head(params.intakeId)
      const receipt = head && (await deps.store.receipt(params.intakeId, body.commandId))
      return head && receipt ? { caseId: head.caseId, code: (head.state as { code: string }).code } : refuse('not_found') // a head's state carries the code
    }
    if (draft.version !== body.version) return refuse('stale_part')
    const done = await takeIn(deps, jobs, { intakeId: params.intakeId, person, commandId: body.commandId, version: body.version, form: intakeOf(draft).form, demonstration: deps.host === 'demonstration' })
    return isRefused(done) ? refusalWithin(api.takeIn, done) : done
  })
}

type DraftOf = (intakeId: string, personId: string) => ReturnType<Deps['store']['draft']>

function fileRoutes(app: Hono, deps: Deps, jobs: ReturnType<typeof readingJobs>, draftOf: DraftOf) {
  implement(app, deps, api.uploadRecord, async ({ params, person, request }) => {
    const draft = await draftOf(params.intakeId, person.id)
    if (!draft) return refuse('not_found')
    const bytes = await receiveFile(request)
    if (bytes === 'too_large') return refuse('too_large')
    const file: UploadRecord = { id: deps.newId(), name: fileNameOf(request), hash: await sha256Hex(bytes), bytes: bytes.byteLength, kind: isPdf(bytes) ? 'document' : 'records' }
    await deps.store.putPart({ hash: file.hash, caseId: params.intakeId, kind: 'file', bytes })
    await changeUploads(deps, params.intakeId, person.id, (u) => ({ ...withoutMapping(u, file), files: [...u.files.filter((f) => f.name !== file.name), file] }))
    if (file.kind === 'records') await jobs.readingOf(params.intakeId, person.id, intakeOf(draft).form)
    return { id: file.id, name: file.name, state: file.kind === 'records' ? 'reading' as const : 'read' as const, bytesRead: 0, bytes: file.bytes, problems: [], file: null }
  })
  implement(app, deps, api.cancelUpload, async ({ params, person }) => {
    if (!(await draftOf(params.intakeId, person.id))) return refuse('not_found')
    jobs.cancel(params.intakeId)
    await changeUploads(deps, params.intakeId, person.id, (u) => ({ ...u, files: u.files.filter((f) => f.id !== params.uploadId) }))
    return { removed: true as const }
  })
  implement(app, deps, api.mapColumns, async ({ params, person, body }) => {
    const draft = await draftOf(params.intakeId, person.id)
    if (!draft) return refuse('not_found')
    const { form } = intakeOf(draft)
    const { reading } = await jobs.readingOf(params.intakeId, person.id, form)
    if (!(await keepMapping(deps, { intakeId: params.intakeId, person, form, reading, ...body }))) return refuse('not_found')
    await jobs.readingOf(params.intakeId, person.id, form)
    return { mapped: true as const }
  })
}

/** What was said of the columns of a file does not hold for another file that has its name. */
function withoutMapping(uploads: UploadsDraft, file: UploadRecord): UploadsDraft {
  if (uploads.files.some((one) => one.name === file.name && one.hash === file.hash)) return uploads
  return { ...uploads, mappings: Object.fromEntries(Object.entries(uploads.mappings).filter(([name]) => name !== file.name)) }
}
