import { z } from 'zod'
import { SuggestionVerdict } from '#src/domain/case/events.ts'
import { RowDecision } from '#src/domain/comparison/row.ts'
import { InteractionVerdict, Opinion, ReasonCode } from '#src/domain/opinion.ts'
import type { Endpoint } from '../endpoint.ts'
import { ComparisonView, OpinionDraftView } from '../views/review-view.ts'
import { RunDifference } from '../views/therapies-view.ts'

const CommandId = z.string().min(8).max(80)
const Done = z.object({ done: z.literal(true) })

export const reviewOperations = {
  myOpinion: { method: 'GET', path: '/cases/:caseId/opinion', permission: 'review_case', response: OpinionDraftView, problems: ['case_not_found', 'not_your_part', 'erased'] },
  saveOpinion: {
    method: 'PUT', path: '/cases/:caseId/opinion', permission: 'review_case', body: z.object({ version: z.int(), opinion: Opinion }), response: OpinionDraftView,
    problems: ['case_not_found', 'not_your_part', 'stale_part', 'already_committed', 'erased'],
  },
  commitOpinion: {
    method: 'POST', path: '/cases/:caseId/opinion/commitment', permission: 'review_case', body: z.object({ commandId: CommandId, version: z.int() }), response: OpinionDraftView,
    problems: ['case_not_found', 'not_your_part', 'stale_part', 'already_committed', 'opinion_incomplete', 'already_final', 'command_reused', 'erased'],
  },
  /** After commitment: the annotation enters my run at once, and the answer says by how much. `verdict: null` takes it back. */
  annotateInteraction: {
    method: 'PUT', path: '/cases/:caseId/interactions/:interactionId/annotation', permission: 'review_case',
    body: z.object({ commandId: CommandId, version: z.int(), verdict: InteractionVerdict.nullable(), note: z.string().max(1000) }),
    response: z.object({ run: z.string(), baseRun: z.string(), difference: z.array(RunDifference) }),
    problems: ['case_not_found', 'not_your_part', 'not_yet_committed', 'stale_part', 'unknown_subject', 'reason_required', 'wrong_stage', 'already_final', 'command_reused', 'erased'],
  },
  judgeSuggestion: {
    method: 'PUT', path: '/cases/:caseId/therapies/:therapy/judgement', permission: 'review_case',
    body: z.object({ commandId: CommandId, version: z.int(), verdict: SuggestionVerdict, reasons: z.array(ReasonCode), possibleHarm: z.boolean(), note: z.string().max(1000) }),
    response: Done,
    problems: ['case_not_found', 'not_your_part', 'not_yet_committed', 'stale_part', 'unknown_subject', 'reason_required', 'wrong_stage', 'already_final', 'command_reused', 'erased'],
  },
  comparison: { method: 'GET', path: '/cases/:caseId/comparison', permission: 'read_case', response: ComparisonView, problems: ['case_not_found', 'not_yet_revealed', 'erased'] },
  decideRow: {
    method: 'PUT', path: '/cases/:caseId/comparison/:row', permission: 'review_case', body: z.object({ commandId: CommandId, version: z.int(), decision: RowDecision }), response: Done,
    problems: ['case_not_found', 'not_your_part', 'not_yet_revealed', 'stale_part', 'unknown_subject', 'reason_required', 'wrong_stage', 'already_final', 'command_reused', 'erased'],
  },
  agreeConsensus: {
    method: 'POST', path: '/cases/:caseId/consensus', permission: 'review_case', body: z.object({ commandId: CommandId }), response: Done,
    problems: ['case_not_found', 'not_your_part', 'not_yet_revealed', 'rows_open', 'wrong_stage', 'already_final', 'command_reused', 'erased'],
  },
  raiseFlag: {
    method: 'POST', path: '/cases/:caseId/flags', permission: 'read_case', body: z.object({ commandId: CommandId, text: z.string().max(1000), blocking: z.boolean() }), response: Done,
    problems: ['case_not_found', 'reason_required', 'already_final', 'command_reused', 'erased'],
  },
  resolveFlag: {
    method: 'POST', path: '/cases/:caseId/flags/:flagId/resolution', permission: 'read_case', body: z.object({ commandId: CommandId, note: z.string().max(1000) }), response: Done,
    problems: ['case_not_found', 'reason_required', 'unknown_subject', 'already_final', 'command_reused', 'erased'],
  },
} as const satisfies Record<string, Endpoint>
