import { queryOptions } from '@tanstack/react-query'
import { sessionOperations } from '#src/contract/operations/session.ts'
import { call } from '../call.ts'

/** Asked before anything shows, so it reaches for its own operations and not for the whole table. Who is signed in, which home answers, the institution's zone and its today. */
export const sessionQuery = () => queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => call(sessionOperations.session, {}, signal), staleTime: 300_000 })
