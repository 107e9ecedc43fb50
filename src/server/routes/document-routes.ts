import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import { passageMatches } from '#src/domain/passage-matches.ts'
import type { Deps } from '../deps.ts'
import { implement, refuse } from '../implement.ts'
import { intakeOf, intakePart, uploadsOf } from '../intake/intake-draft.ts'
import { isPdf } from '../intake/is-pdf.ts'
import { otherGeneNames } from '../intake/other-gene-names.ts'
import { prepareIntake } from '../intake/preview.ts'
import type { ReadingJobs } from '../intake/reading-jobs.ts'
import { onCase } from './on-case.ts'

/** The laboratory's report as it was dropped, read back by hash; only what was dropped into this intake or belongs to this case. */
export function documentRoutes(app: Hono, deps: Deps, jobs: ReadingJobs) {
  const documentsOf = async (intakeId: string, personId: string) =>
    (await deps.store.draft(intakeId, personId, intakePart)) ? (await uploadsOf(deps, intakeId, personId)).uploads.files.filter((file) => file.kind === 'document') : null

  implement(app, deps, api.intakeDocuments, async ({ params, person }) => {
    const documents = await documentsOf(params.intakeId, person.id)
    return documents ? documents.map(({ hash, name, bytes }) => ({ hash, name, bytes })) : refuse('not_found')
  })
  implement(app, deps, api.intakeDocument, async ({ params, person }) => {
    const documents = await documentsOf(params.intakeId, person.id)
    const asked = documents?.find((file) => file.hash === params.hash)
    return (asked && (await pdfPart(deps, params.intakeId, asked.hash))) ?? refuse('not_found')
  })
  implement(app, deps, api.passageMatches, async ({ params, person, body }) => {
    const draft = await deps.store.draft(params.intakeId, person.id, intakePart)
    if (!draft) return refuse('not_found')
    const { profile } = await prepareIntake(deps, jobs, params.intakeId, person.id, intakeOf(draft).form)
    return passageMatches(body.text, profile.alterations, otherGeneNames(deps.knowledge, profile.alterations))
  })
  onCase(app, deps).opened(api.caseDocument, async ({ state }, { params }) =>
    (state.files.includes(params.hash) ? await pdfPart(deps, state.id, params.hash) : null) ?? refuse('not_found'))
}

/** The name under which it is offered says nothing of the patient: the one it was dropped under may. */
async function pdfPart(deps: Deps, caseId: string, hash: string) {
  const part = await deps.store.part(caseId, hash)
  return part && isPdf(part.bytes) ? { bytes: part.bytes, name: `report-${hash.slice(0, 8)}.pdf` } : null
}
