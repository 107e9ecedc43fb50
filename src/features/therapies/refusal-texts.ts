import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'
import { alwaysText, caseText } from '#src/lib/words/always-text.ts'

const opensLater = 'The ranking opens after you commit your own opinion.'

export const therapiesText: Record<ErrorCodeOf<typeof api.therapies>, string> = { ...alwaysText, ...caseText, not_yet_committed: opensLater }

export const explanationText: Record<ErrorCodeOf<typeof api.explanation>, string> = {
  ...alwaysText, ...caseText, not_yet_committed: opensLater, unknown_subject: 'This option is no longer in your run. Reload the ranking.',
}

export const judgementText: Record<ErrorCodeOf<typeof api.judgeSuggestion>, string> = {
  ...alwaysText, ...caseText,
  not_your_part: 'Only the two experts of this case judge its suggestions.',
  not_yet_committed: opensLater,
  stale_part: 'You judged this option in another window meanwhile. It is shown now; record again if you still mean this.',
  unknown_subject: 'This option is no longer in your run. Reload the ranking.',
  reason_required: 'This contradicts your own committed answer, or rejects what is rated high: choose a reason or write a note.',
  wrong_stage: 'The stage of the case no longer takes judgements.',
  already_final: 'The report is sealed. Nothing about it can be changed.',
  command_reused: 'This act was already recorded with other content. Reload before trying again.',
}
