import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'

type Texts<Code extends string> = Record<Code, string>
const always = {
  case_not_found: 'There is no such case for you.', erased: 'This case was erased.', invalid_request: 'The request was malformed. Nothing was recorded.', not_signed_in: 'You are signed out. Sign in, then try again.',
  unexpected: 'Nothing was recorded, for a reason that should not happen.', unreachable: 'No answer came. Try again: a repeat does nothing twice.',
}
const signed = { already_final: 'The report is sealed: what it rests on can no longer be corrected here.', already_signed: 'An expert has signed. The signature must be withdrawn before the records are corrected.' }

export const uploadTexts: Texts<ErrorCodeOf<typeof api.uploadCorrection>> = { ...always, ...signed, too_large: 'This file is larger than can be taken. Ask the laboratory for a file of the called variants only, or send it compressed.', unreadable: 'This file could not be read. Nothing was changed.' }
export const setTexts: Texts<ErrorCodeOf<typeof api.setCorrection>> = { ...always, ...signed, not_found: 'The corrected file is gone: it was discarded or confirmed in another window.', unknown_subject: 'A file that it should take the place of does not belong to this case.' }
export const discardTexts: Texts<ErrorCodeOf<typeof api.discardCorrection>> = always
export const confirmTexts: Texts<ErrorCodeOf<typeof api.confirmCorrection>> = {
  ...always, ...signed, stale_part: 'What is shown is no longer what would be recorded: look at the difference again.', gates_open: 'A gate is open. Look at the list.', reason_required: 'Say why the records are corrected.',
  nothing_changed: 'Nothing would change: the file says what the case holds already.', command_reused: 'This was already recorded.',
}
