import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { api } from '#src/contract/api.ts'
import type { IntakeView } from '#src/contract/views/intake-view.ts'
import { IntakeForm } from '#src/domain/intake.ts'
import { call } from '#src/lib/call.ts'
import { deviceStore } from '#src/lib/device-store.ts'
import { createKeptDraft, type Saved } from '#src/lib/kept-draft.ts'
import { intakeQuery, previewQuery } from '../intake-query.ts'
import { sendableIntake } from './sendable-intake.ts'

const saved = ({ version, form, savedAt }: IntakeView): Saved<IntakeForm> => ({ version, value: form, savedAt })

/** The form of an intake, saved as it is typed; after each save the host is asked anew what it makes of it. */
export function useIntakeDraft(initial: IntakeView, personId: string) {
  const client = useQueryClient()
  const [draft] = useState(() => {
    const intakeId = initial.id
    const part = `intake ${intakeId}`
    return createKeptDraft<IntakeForm>(saved(initial), {
      save: async (version, form) => {
        const answer = await call(api.saveIntake, { params: { intakeId }, body: { version, form } })
        client.setQueryData(intakeQuery(intakeId).queryKey, answer)
        void client.invalidateQueries({ queryKey: previewQuery(intakeId).queryKey })
        return saved(answer)
      },
      newest: async () => saved(await call(api.intake, { params: { intakeId } })),
      sendable: sendableIntake,
      read: (kept) => IntakeForm.safeParse(kept).data ?? null,
      device: { keep: (value) => deviceStore.keep(personId, part, value), kept: () => deviceStore.kept(personId, part), drop: () => deviceStore.drop(personId, part) },
    })
  })
  const state = useSyncExternalStore(draft.subscribe, draft.snapshot)
  useEffect(() => {
    const online = () => draft.retry()
    const leaving = (event: BeforeUnloadEvent) => {
      if (draft.isUnsaved()) event.preventDefault()
    }
    globalThis.addEventListener('online', online)
    globalThis.addEventListener('beforeunload', leaving)
    return () => {
      globalThis.removeEventListener('online', online)
      globalThis.removeEventListener('beforeunload', leaving)
      void draft.flush()
    }
  }, [draft])
  return { draft, state }
}
