import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'
import { alwaysText, caseText } from '#src/lib/words/always-text.ts'

const notYours = 'Only the two experts of this case write an opinion.'

export const opinionText: Record<ErrorCodeOf<typeof api.myOpinion>, string> = { ...alwaysText, ...caseText, not_your_part: notYours }

export const commitText: Record<ErrorCodeOf<typeof api.commitOpinion>, string> = {
  ...alwaysText, ...caseText,
  not_your_part: notYours,
  stale_part: 'The draft changed in another window. Look at both texts before you commit.',
  already_committed: 'This opinion is committed already. It is shown as it was frozen.',
  opinion_incomplete: 'Something that is asked of you is not answered. "Cannot assess" is an answer.',
  already_final: 'The report is sealed. No opinion can be added.',
  command_reused: 'This act was already recorded with other content. Reload before trying again.',
}
