import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import type { IntakeView } from '#src/contract/views/intake-view.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import { call, type ErrorCodeOf, type ErrorOf } from '#src/lib/call.ts'
import type { KeptDraft } from '#src/lib/kept-draft.ts'
import { intakeQuery, previewQuery } from '../intake-query.ts'

const takeOverText: Record<ErrorCodeOf<typeof api.takeOver>, string> = {
  not_authorised: 'Only a coordinator takes facts over.', not_found: 'This intake is gone: it was taken in or discarded in another window.', stale_part: 'The form changed in another window. Look at both versions first.',
  unknown_subject: 'This is no longer stated: the files are being read anew. Look again when they are read.', invalid_request: 'The request was malformed. Nothing was changed.', not_signed_in: 'You are signed out. Sign in, then take it over.',
  unexpected: 'Nothing was changed, for a reason that should not happen.', unreachable: 'Nothing was changed as far as is known: the server does not answer.',
}

export type TakeOver = { take: (ids: readonly string[]) => void; isBusy: boolean; refusal: string | null }

/** Facts and lines that the records state go into the form by a person's press; what was typed is saved first. */
export function useTakeOver(intakeId: string, draft: KeptDraft<IntakeForm>): TakeOver {
  const client = useQueryClient()
  const mutation = useMutation<IntakeView, ErrorOf<typeof api.takeOver>, readonly string[]>({
    mutationFn: async (ids) => {
      await draft.flush()
      return call(api.takeOver, { params: { intakeId }, body: { version: draft.version(), ids: [...ids] } })
    },
    onSuccess: async (answer) => {
      draft.adopt({ version: answer.version, value: answer.form, savedAt: answer.savedAt })
      client.setQueryData(intakeQuery(intakeId).queryKey, answer)
      await client.invalidateQueries({ queryKey: previewQuery(intakeId).queryKey })
    },
  })
  return { take: (ids) => mutation.mutate(ids), isBusy: mutation.isPending, refusal: mutation.error ? takeOverText[mutation.error.code] : null }
}
