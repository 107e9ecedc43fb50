import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '../call.ts'

/** Why an answer did not get into the draft; what was typed is still on the screen. */
export const saveOpinionText: Record<ErrorCodeOf<typeof api.saveOpinion>, string> = {
  case_not_found: 'This case is not open to you any more.', not_your_part: 'Only an expert of this case has an opinion here.', stale_part: 'The draft changed in another window. Reload, then say it again.',
  already_committed: 'Your opinion is committed and does not change any more.', erased: 'The content of this case was erased.', invalid_request: 'The answer is not complete: a note needs three letters at least.',
  not_signed_in: 'You are signed out. Sign in and save again.', unexpected: 'Not saved, for a reason that should not happen.', unreachable: 'Not saved: the server does not answer.',
}
