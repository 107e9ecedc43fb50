import type { Role } from '#src/domain/person.ts'

/**
 * Who may ask at all. `case` permissions further need a place in that case (assigned expert, coordinator): without
 * one the answer is `case_not_found`, the same as for a case that does not exist.
 */
export const permissions = {
  anyone: { signedIn: false, roles: null, ofCase: false },
  signed_in: { signedIn: true, roles: null, ofCase: false },
  take_in: { signedIn: true, roles: ['coordinator'], ofCase: false },
  read_case: { signedIn: true, roles: ['coordinator', 'genomic_expert', 'oncologist'], ofCase: true },
  correct_case: { signedIn: true, roles: ['coordinator'], ofCase: true },
  review_case: { signedIn: true, roles: ['genomic_expert', 'oncologist'], ofCase: true },
  read_report: { signedIn: true, roles: ['coordinator', 'genomic_expert', 'oncologist'], ofCase: true },
  board: { signedIn: true, roles: ['coordinator', 'genomic_expert', 'oncologist', 'arbiter', 'board_member'], ofCase: false },
} as const satisfies Record<string, { signedIn: boolean; roles: readonly Role[] | null; ofCase: boolean }>
export type Permission = keyof typeof permissions
