import { z } from 'zod'
import type { Endpoint } from '../endpoint.ts'
import { DocumentView, PassageMatchView } from '../views/document-view.ts'

/** The laboratory's own report as it was dropped: a PDF beside the form, and what a passage of it may speak of. */
export const documentOperations = {
  intakeDocuments: { method: 'GET', path: '/intakes/:intakeId/documents', permission: 'take_in', response: z.array(DocumentView), problems: ['not_authorised', 'not_found'] },
  intakeDocument: { method: 'GET', path: '/intakes/:intakeId/documents/:hash', permission: 'take_in', response: z.unknown(), file: 'application/pdf', problems: ['not_authorised', 'not_found'] },
  /** Suggestions only: nothing is linked before a person confirms it. The passage travels in the body, for addresses end up in logs. */
  passageMatches: {
    method: 'POST', path: '/intakes/:intakeId/passage-matches', permission: 'take_in', body: z.object({ text: z.string().max(2000) }), response: z.array(PassageMatchView),
    problems: ['not_authorised', 'not_found'],
  },
  caseDocument: { method: 'GET', path: '/cases/:caseId/documents/:hash', permission: 'read_case', response: z.unknown(), file: 'application/pdf', problems: ['case_not_found', 'not_found', 'erased'] },
} as const satisfies Record<string, Endpoint>
