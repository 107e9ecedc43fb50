import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

/** What is open to me depends on what others do: who waits on a locked page sees it open without leaving it. */
export const caseQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'case'], queryFn: ({ signal }) => call(api.case, { params: { caseId } }, signal), refetchInterval: 15_000 })
