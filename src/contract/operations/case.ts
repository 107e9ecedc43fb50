import { z } from 'zod'
import { Overrides } from '#src/domain/analysis.ts'
import { NetworkView } from '#src/domain/network-view.ts'
import type { Endpoint } from '../endpoint.ts'
import { CaseView } from '../views/case-view.ts'
import { InteractionsView, VariantsView } from '../views/facts-view.ts'
import { HistoryView } from '../views/report-view.ts'
import { ExplanationView, TherapiesView, WhatIfView } from '../views/therapies-view.ts'

export const caseOperations = {
  case: { method: 'GET', path: '/cases/:caseId', permission: 'read_case', response: CaseView, problems: ['case_not_found', 'erased'] },
  variants: { method: 'GET', path: '/cases/:caseId/variants', permission: 'read_case', response: VariantsView, problems: ['case_not_found', 'erased'] },
  interactions: { method: 'GET', path: '/cases/:caseId/interactions', permission: 'read_case', response: InteractionsView, problems: ['case_not_found', 'erased'] },
  network: { method: 'GET', path: '/cases/:caseId/network', permission: 'read_case', response: NetworkView, problems: ['case_not_found', 'erased'] },
  therapies: { method: 'GET', path: '/cases/:caseId/therapies', permission: 'read_case', response: TherapiesView, problems: ['case_not_found', 'not_yet_committed', 'erased'] },
  explanation: {
    method: 'GET', path: '/cases/:caseId/therapies/:therapy/explanation', permission: 'read_case', response: ExplanationView, problems: ['case_not_found', 'not_yet_committed', 'unknown_subject', 'erased'],
  },
  whatIf: {
    method: 'POST', path: '/cases/:caseId/what-if', permission: 'review_case', body: z.object({ overrides: Overrides }), response: WhatIfView,
    problems: ['case_not_found', 'not_yet_committed', 'erased'],
  },
  history: { method: 'GET', path: '/cases/:caseId/history', permission: 'read_case', response: HistoryView, problems: ['case_not_found', 'erased'] },
} as const satisfies Record<string, Endpoint>
