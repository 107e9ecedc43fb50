import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import type { RunDifference } from '#src/contract/views/therapies-view.ts'
import type { InteractionVerdict } from '#src/domain/opinion.ts'
import { call, type ErrorCodeOf, type ErrorOf } from '#src/lib/call.ts'
import { newCommandId } from '#src/lib/command-id.ts'
import { movedTherapies, standingsOf } from './moved-therapies.ts'

type Annotate = typeof api.annotateInteraction
type Word = { interactionId: string; version: number; verdict: InteractionVerdict | null; note: string }

/** After my commitment: the word enters my run at once. The ranking is read before and after it, so that what is told is what this word moved. */
export function useAnnotate(caseId: string) {
  const queryClient = useQueryClient()
  return useMutation<RunDifference[], ErrorOf<Annotate>, Word>({
    mutationFn: async ({ interactionId, ...word }) => {
      const before = await call(api.therapies, { params: { caseId } })
      await call(api.annotateInteraction, { params: { caseId, interactionId }, body: { commandId: newCommandId(), ...word } })
      return movedTherapies(standingsOf(before), standingsOf(await call(api.therapies, { params: { caseId } })))
    },
    // Ranking, network and comparison all follow from my run.
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['case', caseId] }),
  })
}

export const annotateText: Record<ErrorCodeOf<Annotate>, string> = {
  case_not_found: 'This case is not open to you any more.', not_your_part: 'Only an expert of this case annotates.', not_yet_committed: 'Commit your opinion first; until then your word belongs to the draft.',
  stale_part: 'Your word changed in another window. The newest is shown now: look, then save again.', unknown_subject: 'This interaction is not part of the analysis any more.', reason_required: 'A note is required: say why.',
  wrong_stage: 'The plan is agreed: annotations are closed in this round.', already_final: 'The report is signed: annotations are closed.', command_reused: 'This was already recorded.', erased: 'The content of this case was erased.',
  invalid_request: 'The note is too short or too long.', not_signed_in: 'You are signed out. Sign in and save again.', unexpected: 'Not recorded, for a reason that should not happen.',
  unreachable: 'The server does not answer; it is not known whether it was recorded. Reload before trying again.',
}
