import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'

const signIn: Record<ErrorCodeOf<typeof api.signIn>, string> = {
  sign_in_failed: 'Email and password do not belong together.',
  too_many_attempts: 'Too many attempts. Wait some minutes, then try again.',
  invalid_request: 'Give an email address and a password.',
  not_signed_in: 'Email and password do not belong together.',
  unexpected: 'Signing in failed for a reason that should not happen. Try again.',
  unreachable: 'The server does not answer. Check the connection, then try again.',
}
export const signInText = (code: ErrorCodeOf<typeof api.signIn>) => signIn[code]

const persona: Record<ErrorCodeOf<typeof api.takePersona>, string> = {
  not_found: 'This person is not part of the demonstration any more. Reload the page.',
  invalid_request: 'This person is not part of the demonstration any more. Reload the page.',
  not_signed_in: 'The demonstration has ended. Reload the page.',
  unexpected: 'Changing the person failed for a reason that should not happen.',
  unreachable: 'The demonstration does not answer. Reload the page.',
}
export const personaText = (code: ErrorCodeOf<typeof api.takePersona>) => persona[code]
