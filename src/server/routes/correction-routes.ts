import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import { standingSignatures } from '#src/domain/case/decide.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import { refused, type Refused } from '#src/domain/refusal.ts'
import { intakePartOf } from '../case/case-parts.ts'
import { confirmCorrection } from '../correction/confirm-correction.ts'
import { changeCorrection, correctionJobs, correctionPart } from '../correction/correction-draft.ts'
import { correctionViewOf, firstGuess } from '../correction/correction-view.ts'
import type { Deps } from '../deps.ts'
import { refuse } from '../implement.ts'
import { fileNameOf } from '../intake/file-name.ts'
import { isPdf } from '../intake/is-pdf.ts'
import { receiveFile } from '../intake/receive-file.ts'
import { sha256Hex } from '../record/sha-256.ts'
import { onCase } from './on-case.ts'

/** A file may be corrected until somebody has signed. */
const closed = (state: CaseState): Refused | null => (state.seal ? refused('already_final') : standingSignatures(state).length > 0 ? refused('already_signed') : null)

/** Corrected and late files of a case. The draft of a correction is its coordinator's; nobody else reads it. */
export function correctionRoutes(app: Hono, deps: Deps) {
  const { opened } = onCase(app, deps)
  const jobs = correctionJobs(deps)

  opened(api.uploadCorrection, async (o, { request }) => {
    const refusal = closed(o.state)
    if (refusal) return refusal
    const bytes = await receiveFile(request)
    if (bytes === 'too_large') return refuse('too_large')
    // A report as PDF is kept beside the records and changes no finding: it is no correction of them.
    if (isPdf(bytes)) return refuse('unreadable')
    const file = { name: fileNameOf(request), hash: await sha256Hex(bytes), bytes: bytes.byteLength }
    await deps.store.putPart({ hash: file.hash, caseId: o.state.id, kind: 'file', bytes })
    const { files } = await intakePartOf(deps, o.state)
    await changeCorrection(deps, o.state.id, o.person.id, () => ({ file, replaces: firstGuess(files, file), gaps: [], reading: null }))
    return correctionViewOf(deps, jobs, o)
  })
  opened(api.correction, (o) => correctionViewOf(deps, jobs, o))
  opened(api.setCorrection, async (o, { body }) => {
    const refusal = closed(o.state)
    if (refusal) return refusal
    const { files } = await intakePartOf(deps, o.state)
    if (body.replaces.some((hash) => !files.some((file) => file.hash === hash))) return refused('unknown_subject')
    const changed = await changeCorrection(deps, o.state.id, o.person.id, (draft) => draft && { ...draft, replaces: body.replaces, gaps: body.gaps })
    if (!changed) return refuse('not_found')
    return correctionViewOf(deps, jobs, o)
  })
  opened(api.discardCorrection, async (o) => {
    jobs.cancel(o.state.id, o.person.id)
    await deps.store.deleteDraft(o.state.id, o.person.id, correctionPart)
    return { discarded: true as const }
  })
  opened(api.confirmCorrection, (o, { body }) => confirmCorrection(deps, jobs, o, body))
}
