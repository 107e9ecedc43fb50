import type { api } from '#src/contract/api.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'
import { alwaysText, caseText } from '#src/lib/words/always-text.ts'

const notAgreed = 'The report is drafted when both experts have agreed to the plan.'

export const reportText: Record<ErrorCodeOf<typeof api.report>, string> = { ...alwaysText, ...caseText, not_yet_agreed: notAgreed }
export const pdfText: Record<ErrorCodeOf<typeof api.reportPdf>, string> = { ...alwaysText, ...caseText, not_yet_agreed: notAgreed }
export const adoptText: Record<ErrorCodeOf<typeof api.adoptSection>, string> = {
  ...alwaysText, ...caseText, not_your_part: 'Only the two experts of this case adopt sections.', not_yet_agreed: notAgreed,
  stale_part: 'The other expert adopted this section meanwhile. Both texts are shown: decide which stands.',
  unknown_subject: 'This section is data: it follows the decisions and is not typed.', already_final: 'The report is sealed. A change is an amendment.',
  command_reused: 'This act was already recorded with other content. Reload before trying again.',
}
