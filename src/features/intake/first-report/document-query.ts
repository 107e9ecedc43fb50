import { queryOptions } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call } from '#src/lib/call.ts'
import { fileBytes } from '#src/lib/file-bytes.ts'

/** PDFs among the files of an intake; asked for again when a file comes or goes, as the preview is. */
export const documentsQuery = (intakeId: string) =>
  queryOptions({ queryKey: ['intake', intakeId, 'documents'], queryFn: ({ signal }) => call(api.intakeDocuments, { params: { intakeId } }, signal) })

/** The bytes of one: named by their hash, so they never change. Let go soon after the viewer closes: they may be large. */
export const documentBytesQuery = (intakeId: string, hash: string) =>
  queryOptions({ queryKey: ['intake', intakeId, 'documents', hash], queryFn: ({ signal }) => fileBytes(api.intakeDocument, { params: { intakeId, hash } }, signal), staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 })

/** Alterations that a passage may speak of: suggestions, until a person confirms one. */
export const passageMatchesQuery = (intakeId: string, text: string) =>
  queryOptions({
    queryKey: ['intake', intakeId, 'matches', text], queryFn: ({ signal }) => call(api.passageMatches, { params: { intakeId }, body: { text: text.slice(0, 2000) } }, signal),
    enabled: text.trim().length > 2, staleTime: 15_000,
  })
