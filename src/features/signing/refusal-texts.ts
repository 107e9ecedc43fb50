import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'
import { alwaysText, caseText } from '#src/lib/words/always-text.ts'

const notYours = 'Only the two experts of this case sign its report.'
const notAgreed = 'There is nothing to sign before both have agreed to the plan.'
const reused = 'This act was already recorded with other content. Reload before trying again.'
const sealed = 'The report is sealed. A change is an amendment.'

export const signText: Record<ErrorCodeOf<typeof api.signReport>, string> = {
  ...alwaysText, ...caseText, not_your_part: notYours, not_yet_agreed: notAgreed,
  stale_part: 'The report changed after you opened it. Read the new revision before you sign.',
  flag_open: 'A blocking flag is open. It must be resolved with a note first.',
  sections_not_adopted: 'Some sections are still the machine’s words. Each must be adopted by a named person.',
  report_not_clean: 'A check stops signing. It is listed beside the report.',
  credential_not_valid: 'Your credential is not valid today. An administrator renews it; nobody can sign for you.',
  step_up_failed: 'The password was not right. Nothing was recorded, and the failed attempt is on record.',
  too_many_attempts: 'Too many wrong passwords. Wait some minutes before the next try.',
  reason_required: 'Without full concurrence a signature needs its text, and the conflict of interest must be ticked.',
  already_signed: 'You have signed this revision already.', already_final: sealed, command_reused: reused,
}
export const withdrawText: Record<ErrorCodeOf<typeof api.withdrawSignature>, string> = {
  ...alwaysText, ...caseText, not_your_part: notYours, not_yet_agreed: notAgreed, not_signed: 'There is no standing signature of yours on this revision.', already_final: sealed, command_reused: reused,
}
export const flagText: Record<ErrorCodeOf<typeof api.raiseFlag> | ErrorCodeOf<typeof api.resolveFlag>, string> = {
  ...alwaysText, ...caseText, reason_required: 'Ten characters at least: a flag, and its resolution, say why.', unknown_subject: 'This flag is resolved already.', already_final: sealed, command_reused: reused,
}
export const bundleText: Record<ErrorCodeOf<typeof api.bundle>, string> = { ...alwaysText, ...caseText, not_signed: 'There is no sealed bundle before both have signed.' }
export const pdfText: Record<ErrorCodeOf<typeof api.reportPdf>, string> = { ...alwaysText, ...caseText, not_yet_agreed: notAgreed }
