import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

export const variantsQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'variants'], queryFn: ({ signal }) => call(api.variants, { params: { caseId } }, signal), staleTime: 300_000 })
