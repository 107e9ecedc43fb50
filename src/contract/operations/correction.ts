import { z } from 'zod'
import type { Endpoint } from '../endpoint.ts'
import { CorrectionView } from '../views/correction-view.ts'

const onRecords = ['case_not_found', 'already_final', 'already_signed', 'erased'] as const

/** A corrected or late file of a case: dropped, compared with what the case holds, and confirmed; then a new round opens and words on what is still there are carried over. */
export const correctionOperations = {
  /** The body is the file itself, its name (URI-encoded) in the header `x-file-name`, as at intake. It takes the place of the file of the same source, until the person says otherwise. */
  uploadCorrection: { method: 'POST', path: '/cases/:caseId/correction/file', permission: 'correct_case', upload: true, response: CorrectionView, problems: [...onRecords, 'too_large', 'unreadable'] },
  correction: { method: 'GET', path: '/cases/:caseId/correction', permission: 'correct_case', response: CorrectionView, problems: ['case_not_found', 'erased'] },
  setCorrection: {
    method: 'PUT', path: '/cases/:caseId/correction', permission: 'correct_case', response: CorrectionView, problems: [...onRecords, 'not_found', 'unknown_subject'],
    body: z.object({ replaces: z.array(z.string()).max(50), gaps: z.array(z.object({ gate: z.string(), reason: z.string().min(3).max(300) })) }),
  },
  discardCorrection: { method: 'DELETE', path: '/cases/:caseId/correction', permission: 'correct_case', response: z.object({ discarded: z.literal(true) }), problems: ['case_not_found', 'erased'] },
  confirmCorrection: {
    method: 'POST', path: '/cases/:caseId/correction', permission: 'correct_case', body: z.object({ commandId: z.string().min(8).max(80), reading: z.string(), reason: z.string().max(600) }), response: z.object({ round: z.int() }),
    problems: [...onRecords, 'stale_part', 'gates_open', 'reason_required', 'nothing_changed', 'command_reused'],
  },
} as const satisfies Record<string, Endpoint>
