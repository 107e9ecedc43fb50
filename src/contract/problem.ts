import { z } from 'zod'

/** Every refusal the API can report, with the HTTP status it travels under. */
export const problemStatus = {
  invalid_request: 400,
  not_signed_in: 401,
  sign_in_failed: 401,
  too_many_attempts: 429,
  not_authorised: 403,
  case_not_found: 404,
  not_found: 404,
  not_your_part: 403,
  not_yet_committed: 409,
  not_yet_revealed: 409,
  not_yet_agreed: 409,
  already_committed: 409,
  opinion_incomplete: 409,
  gates_open: 409,
  wrong_stage: 409,
  stale_part: 409,
  command_reused: 409,
  same_person_in_both_slots: 409,
  reason_required: 409,
  rows_open: 409,
  flag_open: 409,
  sections_not_adopted: 409,
  report_not_clean: 409,
  credential_not_valid: 409,
  step_up_failed: 403,
  already_signed: 409,
  already_final: 409,
  not_signed: 409,
  unknown_subject: 409,
  erased: 410,
  too_large: 413,
  unreadable: 422,
  unexpected: 500,
} as const

export type ProblemCode = keyof typeof problemStatus
export const Problem = z.object({
  code: z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]), // Object.keys of a constant: the keys are its codes
  detail: z.string().nullable().optional(),
})
export type Problem<C extends ProblemCode = ProblemCode> = { code: C; detail?: string | null | undefined }
