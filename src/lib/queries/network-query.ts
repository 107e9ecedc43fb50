import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

export const networkQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'network'], queryFn: ({ signal }) => call(api.network, { params: { caseId } }, signal), staleTime: 300_000 })
