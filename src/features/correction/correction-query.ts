import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '#src/lib/call.ts'

/** A corrected file under way; asked for again every second while it is read. */
export const correctionQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'correction'], queryFn: ({ signal }) => call(api.correction, { params: { caseId } }, signal),
    refetchInterval: (query) => (query.state.data?.state === 'reading' ? 1000 : false),
  })
