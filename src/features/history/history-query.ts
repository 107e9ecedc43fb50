import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '#src/lib/call.ts'

export const historyQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'history'], queryFn: ({ signal }) => call(api.history, { params: { caseId } }, signal) })
