import type { Hono } from 'hono'
import { api } from '#src/contract/api.ts'
import { isRefused, refused } from '#src/domain/refusal.ts'
import { boardSessions } from '../board/board-sessions.ts'
import { boardViewOf } from '../board/board-view.ts'
import { stateOf } from '../case/act.ts'
import { openCase } from '../case/open-case.ts'
import type { Deps } from '../deps.ts'
import { implement, refuse, refusalWithin } from '../implement.ts'
import { adoptSection } from '../reporting/adopt-section.ts'
import { exportBundle, exportPdf } from '../reporting/export-report.ts'
import { reportViewOf } from '../reporting/report-view-of.ts'
import { signReport, withdrawSignature } from '../reporting/sign-report.ts'

export function reportRoutes(app: Hono, deps: Deps) {
  implement(app, deps, api.report, async ({ params, person }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.report, opened)
    return opened.sight.opens.report ? reportViewOf(deps, opened) : refuse('not_yet_agreed')
  })
  implement(app, deps, api.adoptSection, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    const result = isRefused(opened) ? opened : await adoptSection(deps, opened, params.section, body)
    return isRefused(result) ? refusalWithin(api.adoptSection, result) : result
  })
  implement(app, deps, api.signReport, async ({ params, person, body, request }) => {
    const opened = await openCase(deps, params.caseId, person)
    if (isRefused(opened)) return refusalWithin(api.signReport, opened)
    if (!opened.sight.slot) return refuse('not_your_part')
    const result = await signReport(deps, opened, opened.sight.slot, request, body)
    if ('tooMany' in result) return refuse('too_many_attempts')
    return isRefused(result) ? refusalWithin(api.signReport, result) : result
  })
  implement(app, deps, api.withdrawSignature, async ({ params, person, body }) => {
    const opened = await openCase(deps, params.caseId, person)
    const result = isRefused(opened) ? opened : await withdrawSignature(deps, opened, body)
    return isRefused(result) ? refusalWithin(api.withdrawSignature, result) : result
  })
  exportRoutes(app, deps)
  boardRoutes(app, deps)
}

function exportRoutes(app: Hono, deps: Deps) {
  implement(app, deps, api.reportPdf, async ({ params, person }) => {
    const opened = await openCase(deps, params.caseId, person)
    const result = isRefused(opened) ? opened : opened.sight.opens.report ? await exportPdf(deps, opened.state) : refused('not_yet_agreed')
    return isRefused(result) ? refusalWithin(api.reportPdf, result) : result
  })
  implement(app, deps, api.bundle, async ({ params, person }) => {
    const opened = await openCase(deps, params.caseId, person)
    const result = isRefused(opened) ? opened : opened.sight.opens.report ? await exportBundle(deps, opened.state) : refused('not_signed')
    return isRefused(result) ? refusalWithin(api.bundle, result) : result
  })
}

/** A board is a document of its own, masked here: whoever holds its link and is signed in sees it, and nothing else of the case. */
function boardRoutes(app: Hono, deps: Deps) {
  const sessions = boardSessions(deps)
  implement(app, deps, api.openBoard, async ({ params, person }) => {
    const opened = await openCase(deps, params.caseId, person)
    return isRefused(opened) ? refusalWithin(api.openBoard, opened) : { session: sessions.open(opened.state.id, person.id) }
  })
  implement(app, deps, api.board, async ({ params }) => {
    const session = sessions.live(params.session)
    const head = session && (await deps.store.head(session.caseId))
    return session && head ? boardViewOf(deps, stateOf(head), session) : refuse('not_found')
  })
}
