import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

/** Who is signed in, which home answers, the institution's zone and its today. */
export const sessionQuery = () => queryOptions({ queryKey: ['session'], queryFn: ({ signal }) => call(api.session, {}, signal), staleTime: 300_000 })
