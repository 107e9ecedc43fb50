import { useMutation } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import { call, type ErrorOf } from '#src/lib/call.ts'
import { newCommandId } from '#src/lib/command-id.ts'

/** The wall is a document of its own: the whole page is left, so that no identity stays in its memory. */
export const useOpenBoard = (caseId: string) =>
  useMutation<{ session: string }, ErrorOf<typeof api.openBoard>, void>({
    mutationFn: () => call(api.openBoard, { params: { caseId }, body: { commandId: newCommandId() } }),
    onSuccess: ({ session }) => globalThis.location.assign(`/board/${encodeURIComponent(session)}`),
  })
