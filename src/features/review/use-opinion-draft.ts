import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { api } from '#src/contract/api.ts'
import type { OpinionDraftView } from '#src/contract/views/review-view.ts'
import { call } from '#src/lib/call.ts'
import { deviceStore } from '#src/lib/device-store.ts'
import { opinionQuery } from '#src/lib/queries/opinion-query.ts'
import { createOpinionDraft } from './opinion-draft.ts'

/** The draft of my slot, saved as I type. Leaving the screen saves what is under way. */
export function useOpinionDraft(caseId: string, personId: string, initial: OpinionDraftView) {
  const client = useQueryClient()
  const [draft] = useState(() => {
    const part = `opinion ${caseId}`
    return createOpinionDraft(initial, {
      save: async (version, opinion) => {
        const answer = await call(api.saveOpinion, { params: { caseId }, body: { version, opinion } })
        client.setQueryData(opinionQuery(caseId).queryKey, answer)
        return answer
      },
      newest: () => call(api.myOpinion, { params: { caseId } }),
      device: { keep: (value) => deviceStore.keep(personId, part, value), kept: () => deviceStore.kept(personId, part), drop: () => deviceStore.drop(personId, part) },
    })
  })
  const state = useSyncExternalStore(draft.subscribe, draft.snapshot)
  useEffect(() => {
    const online = () => draft.retry()
    globalThis.addEventListener('online', online)
    return () => {
      globalThis.removeEventListener('online', online)
      void draft.flush()
    }
  }, [draft])
  return { draft, state }
}
