import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '#src/lib/call.ts'

/** The ranking of my run, or of the reviewed one. Asked for only once it is open to me. */
export const therapiesQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'therapies'], queryFn: ({ signal }) => call(api.therapies, { params: { caseId } }, signal) })

/** What would change one option, and how it holds under other weights: many re-runs, so asked for on demand. */
export const explanationQuery = (caseId: string, run: string, therapy: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'therapies', run, therapy],
    queryFn: ({ signal }) => call(api.explanation, { params: { caseId, therapy } }, signal),
    staleTime: Infinity,
    enabled: false,
  })
