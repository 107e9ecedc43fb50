import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

/** My own draft of an opinion, or what I committed. Readable by its author only. */
export const opinionQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'opinion'], queryFn: ({ signal }) => call(api.myOpinion, { params: { caseId } }, signal) })
