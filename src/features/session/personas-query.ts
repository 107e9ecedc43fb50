import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '#src/lib/call.ts'

/** Who may be played in the demonstration; empty on a server. */
export const personasQuery = () => queryOptions({ queryKey: ['session', 'personas'], queryFn: ({ signal }) => call(api.personas, {}, signal), staleTime: Number.POSITIVE_INFINITY })
