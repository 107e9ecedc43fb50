import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'

export const variantsRefusal: Record<ErrorCodeOf<typeof api.variants>, string> = {
  case_not_found: 'There is no such case for you.', erased: 'The content of this case was erased.', invalid_request: 'The address of the case is not well formed.', not_signed_in: 'You are signed out.',
  unexpected: 'Reading the alterations failed for a reason that should not happen.', unreachable: 'The server does not answer.',
}
