import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

/** The report as it stands: sections, checks, signatures, seal. */
export const reportQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'report'], queryFn: ({ signal }) => call(api.report, { params: { caseId } }, signal), refetchInterval: 15_000 })
