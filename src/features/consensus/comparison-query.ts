import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '#src/lib/call.ts'

/** Two people decide in the same rows: what the other did is asked for while the page is looked at. */
export const comparisonQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'comparison'], queryFn: ({ signal }) => call(api.comparison, { params: { caseId } }, signal), refetchInterval: 8_000 })
