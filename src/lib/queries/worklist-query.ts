import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

export const worklistQuery = () => queryOptions({ queryKey: ['worklist'], queryFn: ({ signal }) => call(api.worklist, {}, signal) })
