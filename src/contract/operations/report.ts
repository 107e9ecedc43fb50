import { z } from 'zod'
import { Meaning } from '#src/domain/case/events.ts'
import type { Endpoint } from '../endpoint.ts'
import { BoardView } from '../views/board-view.ts'
import { ReportView } from '../views/report-view.ts'

const CommandId = z.string().min(8).max(80)

export const reportOperations = {
  report: { method: 'GET', path: '/cases/:caseId/report', permission: 'read_report', response: ReportView, problems: ['case_not_found', 'not_yet_agreed', 'erased'] },
  adoptSection: {
    method: 'PUT', path: '/cases/:caseId/report/sections/:section', permission: 'review_case', body: z.object({ commandId: CommandId, version: z.int(), markdown: z.string().max(20_000) }), response: ReportView,
    problems: ['case_not_found', 'not_your_part', 'not_yet_agreed', 'stale_part', 'unknown_subject', 'already_final', 'command_reused', 'erased'],
  },
  /** Signer, role and time are never fields of the request: they come from the session and the server's clock. The password is the fresh authentication. */
  signReport: {
    method: 'POST', path: '/cases/:caseId/report/signatures', permission: 'review_case',
    body: z.object({ commandId: CommandId, revision: z.int(), contentHash: z.string(), meaning: Meaning, reservation: z.string().max(1000), noConflict: z.boolean(), password: z.string().max(200) }),
    response: ReportView,
    problems: ['case_not_found', 'not_your_part', 'not_yet_agreed', 'stale_part', 'flag_open', 'sections_not_adopted', 'report_not_clean', 'credential_not_valid', 'step_up_failed', 'too_many_attempts', 'reason_required', 'already_signed', 'already_final', 'command_reused', 'erased'],
  },
  withdrawSignature: {
    method: 'POST', path: '/cases/:caseId/report/withdrawal', permission: 'review_case', body: z.object({ commandId: CommandId }), response: ReportView,
    problems: ['case_not_found', 'not_your_part', 'not_signed', 'already_final', 'command_reused', 'erased', 'not_yet_agreed'],
  },
  reportPdf: { method: 'GET', path: '/cases/:caseId/report.pdf', permission: 'read_report', response: z.unknown(), file: 'application/pdf', problems: ['case_not_found', 'not_yet_agreed', 'erased'] },
  bundle: { method: 'GET', path: '/cases/:caseId/bundle.zip', permission: 'read_report', response: z.unknown(), file: 'application/zip', problems: ['case_not_found', 'not_signed', 'erased'] },
  openBoard: { method: 'POST', path: '/cases/:caseId/board', permission: 'read_case', body: z.object({ commandId: CommandId }), response: z.object({ session: z.string() }), problems: ['case_not_found', 'erased'] },
  board: { method: 'GET', path: '/board/:session', permission: 'board', response: BoardView, problems: ['not_found'] },
} as const satisfies Record<string, Endpoint>
