import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '#src/lib/call.ts'

export const intakeQuery = (intakeId: string) => queryOptions({ queryKey: ['intake', intakeId, 'form'], queryFn: ({ signal }) => call(api.intake, { params: { intakeId } }, signal), staleTime: Number.POSITIVE_INFINITY })

/** What the host has read so far; asked for again every second while a file is being read. */
export const previewQuery = (intakeId: string) =>
  queryOptions({
    queryKey: ['intake', intakeId, 'preview'], queryFn: ({ signal }) => call(api.preview, { params: { intakeId } }, signal),
    refetchInterval: (query) => (query.state.data?.uploads.some((one) => one.state === 'reading') ? 1000 : false),
  })

export const colleaguesQuery = () => queryOptions({ queryKey: ['colleagues'], queryFn: ({ signal }) => call(api.colleagues, {}, signal), staleTime: 300_000 })
export const tumourTypesQuery = (q: string) => queryOptions({ queryKey: ['tumour-types', q], queryFn: ({ signal }) => call(api.tumourTypes, { query: { q: q.slice(0, 80) } }, signal), staleTime: Number.POSITIVE_INFINITY })
