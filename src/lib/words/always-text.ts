import type { AlwaysPossible } from '#src/contract/endpoint.ts'

/** What any request can come back with. Features spread this under the texts of their own codes. */
export const alwaysText: Record<AlwaysPossible | 'unreachable', string> = {
  invalid_request: 'The request was not understood. Nothing was recorded.',
  not_signed_in: 'Your session has ended. Sign in again; what you typed is kept on this device.',
  unexpected: 'Something went wrong, and it is not known whether this was recorded. Reload and look before you try again.',
  unreachable: 'No answer came, so it is not known whether this was recorded. Try again: a repeat does nothing twice.',
}

/** Refusals that mean the same in every view of a case. */
export const caseText = {
  case_not_found: 'This case does not exist, or you have no part in it.',
  erased: 'The content of this case was erased. Its record and signatures remain.',
} as const
