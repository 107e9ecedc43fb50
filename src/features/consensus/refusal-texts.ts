import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'
import { alwaysText, caseText } from '#src/lib/words/always-text.ts'

const notRevealed = 'Both opinions open when both experts have committed.'
const sealed = 'The report is sealed. Nothing about it can be changed.'
const reused = 'This act was already recorded with other content. Reload before trying again.'
const reached = 'Consensus is reached: the plan stands. A change is an amendment.'

export const comparisonText: Record<ErrorCodeOf<typeof api.comparison>, string> = { ...alwaysText, ...caseText, not_yet_revealed: notRevealed }

export const decideText: Record<ErrorCodeOf<typeof api.decideRow>, string> = {
  ...alwaysText, ...caseText, not_your_part: 'Only the two experts of this case decide its rows.', not_yet_revealed: notRevealed,
  stale_part: 'The other expert decided this row meanwhile. Their decision is shown above; your text is still here. Record again if you still mean it.',
  unknown_subject: 'This row no longer exists. Reload the comparison.',
  reason_required: 'A row that is left open, or agreed with dissent, needs a coded reason and both wordings; “needs a test” names the test.',
  wrong_stage: reached, already_final: sealed, command_reused: reused,
}

export const agreeText: Record<ErrorCodeOf<typeof api.agreeConsensus>, string> = {
  ...alwaysText, ...caseText, not_your_part: 'Only the two experts of this case agree to its plan.', not_yet_revealed: notRevealed,
  rows_open: 'Some rows are not decided yet. A row may be left open, with a reason.', wrong_stage: reached, already_final: sealed, command_reused: reused,
}
