import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'

/** Why a case cannot be shown. Unknown and forbidden read the same, as the server answers them the same. */
export const caseRefusal: Record<ErrorCodeOf<typeof api.case>, { reason: string; effect: string }> = {
  case_not_found: { reason: 'There is no such case for you.', effect: 'You may not be assigned to it, or its address is wrong. Nothing was opened.' },
  erased: { reason: 'The content of this case was erased.', effect: 'Its log remains and can be verified; nobody can read the content any more.' },
  invalid_request: { reason: 'The address of the case is not well formed.', effect: 'Nothing was opened.' },
  not_signed_in: { reason: 'You are signed out.', effect: 'Sign in to go on. What was saved is safe.' },
  unexpected: { reason: 'Reading the case failed for a reason that should not happen.', effect: 'Nothing was recorded. Do not judge the case from what is on the screen.' },
  unreachable: { reason: 'The server does not answer.', effect: 'Nothing on this screen is up to date. What you typed stays on this device.' },
}
