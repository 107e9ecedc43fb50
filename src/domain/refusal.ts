/** Why an act is refused: expected, and someone must act. Texts for people live beside the control that was used. */
export type RefusalCode =
  | 'case_not_found' // unknown and forbidden look the same
  | 'not_your_part'
  | 'not_yet_committed'
  | 'not_yet_revealed'
  | 'not_yet_agreed'
  | 'already_committed'
  | 'opinion_incomplete'
  | 'gates_open'
  | 'wrong_stage'
  | 'stale_part'
  | 'command_reused'
  | 'same_person_in_both_slots'
  | 'reason_required'
  | 'rows_open'
  | 'flag_open'
  | 'sections_not_adopted'
  | 'report_not_clean'
  | 'credential_not_valid'
  | 'step_up_failed'
  | 'already_signed'
  | 'already_final'
  | 'not_signed'
  | 'unknown_subject'
  | 'nothing_changed'
  | 'erased'

export type Refused = { refused: RefusalCode; detail: string | null }
export const refused = (code: RefusalCode, detail: string | null = null): Refused => ({ refused: code, detail })
export const isRefused = (value: unknown): value is Refused => typeof value === 'object' && value !== null && 'refused' in value
