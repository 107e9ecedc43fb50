import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

export const colleaguesQuery = () => queryOptions({ queryKey: ['colleagues'], queryFn: ({ signal }) => call(api.colleagues, {}, signal), staleTime: 300_000 })
