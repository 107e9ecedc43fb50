import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

export const caseQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'case'], queryFn: ({ signal }) => call(api.case, { params: { caseId } }, signal) })
