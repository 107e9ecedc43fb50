import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '#src/lib/call.ts'

/** What the wall shows, masked by the server. Asked for again while it stands: the wall dies with its session. */
export const boardQuery = (session: string) =>
  queryOptions({ queryKey: ['board', session], queryFn: ({ signal }) => call(api.board, { params: { session } }, signal), refetchInterval: 30_000, staleTime: 0 })
