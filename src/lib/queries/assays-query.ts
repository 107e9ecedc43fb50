import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '../call.ts'

/** The assays of the knowledge release: names and numbers of genes. */
export const assaysQuery = () => queryOptions({ queryKey: ['assays'], queryFn: ({ signal }) => call(api.assays, {}, signal), staleTime: Number.POSITIVE_INFINITY })
