import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import type { Opinion } from '#src/domain/opinion.ts'
import { ApiError, call, type ErrorOf } from './call.ts'
import { opinionQuery } from './queries/opinion-query.ts'
import { useSession } from './use-session.ts'
import { timeIn } from './zone-time.ts'

type Change = (opinion: Opinion) => Opinion
export type SaveStatus = { at: 'idle' } | { at: 'saving' } | { at: 'saved'; time: string } | { at: 'failed' }

/**
 * Single answers that are given outside the review place (a tier in the variant table, a word on an interaction) and go into the same draft.
 * A change is a function of the newest draft, so a draft saved meanwhile in another window is taken up and not overwritten.
 */
export function useOpinionDraft(caseId: string, isMine: boolean) {
  const queryClient = useQueryClient()
  const { zone } = useSession()
  const query = useQuery({ ...opinionQuery(caseId), enabled: isMine })
  const save = useMutation<OpinionDraftView, ErrorOf<typeof api.saveOpinion>, Change>({
    scope: { id: `opinion-${caseId}` }, networkMode: 'always',
    mutationFn: async (change) => {
      const current = queryClient.getQueryData(opinionQuery(caseId).queryKey) ?? (await queryClient.fetchQuery(opinionQuery(caseId)))
      try {
        return await put(caseId, current, change)
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'stale_part') throw error
        return put(caseId, await queryClient.fetchQuery({ ...opinionQuery(caseId), staleTime: 0 }), change)
      }
    },
    onSuccess: (draft) => queryClient.setQueryData(opinionQuery(caseId).queryKey, draft),
  })
  const status: SaveStatus = save.isPending ? { at: 'saving' } : save.isError ? { at: 'failed' } : query.data?.savedAt ? { at: 'saved', time: timeIn(query.data.savedAt, zone) } : { at: 'idle' }
  return {
    opinion: query.data?.opinion ?? null, isLoading: isMine && query.isPending, isCommitted: query.data?.committedAt != null, status, error: save.error,
    change: (change: Change, onSaved?: () => void) => save.mutate(change, onSaved ? { onSuccess: onSaved } : {}), retry: () => { if (save.variables) save.mutate(save.variables) },
  }
}

const put = (caseId: string, current: OpinionDraftView, change: Change) =>
  call(api.saveOpinion, { params: { caseId }, body: { version: current.version, opinion: change(current.opinion) } })
