import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import { refused } from '#src/domain/refusal.ts'
import { boardSessions } from '../board/board-sessions.ts'
import { boardViewOf } from '../board/board-view.ts'
import { stateOf } from '../case/act.ts'
import type { Deps } from '../deps.ts'
import { implement, refuse } from '../implement.ts'
import { adoptSection } from '../reporting/adopt-section.ts'
import { exportBundle, exportPdf } from '../reporting/export-report.ts'
import { reportViewOf } from '../reporting/report-view-of.ts'
import { signReport, withdrawSignature } from '../reporting/sign-report.ts'
import { onCase } from './on-case.ts'

export function reportRoutes(app: Hono, deps: Deps) {
  const { opened, inSlot } = onCase(app, deps)

  opened(api.report, async (o) => (o.sight.opens.report ? reportViewOf(deps, o) : refused('not_yet_agreed')))
  opened(api.adoptSection, (o, { body, params }) => adoptSection(deps, o, params.section, body))
  inSlot(api.signReport, async (o, slot, { body, request }) => {
    const result = await signReport(deps, o, slot, request, body)
    return 'tooMany' in result ? refuse('too_many_attempts') : result
  })
  opened(api.withdrawSignature, (o, { body }) => withdrawSignature(deps, o, body))
  opened(api.reportPdf, async (o) => (o.sight.opens.report ? exportPdf(deps, o.state) : refused('not_yet_agreed')))
  opened(api.bundle, async (o) => (o.sight.opens.report ? exportBundle(deps, o.state) : refused('not_signed')))
  boardRoutes(app, deps)
}

/** A board is a document of its own, masked here: whoever holds its link and is signed in sees it, and nothing else of the case. */
function boardRoutes(app: Hono, deps: Deps) {
  const sessions = boardSessions(deps)
  onCase(app, deps).opened(api.openBoard, async (o) => ({ session: sessions.open(o.state.id, o.person.id) }))
  implement(app, deps, api.board, async ({ params }) => {
    const session = sessions.live(params.session)
    const head = session && (await deps.store.head(session.caseId))
    return session && head ? boardViewOf(deps, stateOf(head), session) : refuse('not_found')
  })
}
