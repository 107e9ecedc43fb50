import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

export const interactionsQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'interactions'], queryFn: ({ signal }) => call(api.interactions, { params: { caseId } }, signal) })
