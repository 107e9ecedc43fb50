import type { EventType } from '#src/domain/case/events.ts'
import { roleWords } from '#src/lib/words/role-words.ts'

const acts: Record<EventType, string> = {
  case_taken_in: 'Case taken in', round_opened: 'Round opened', records_corrected: 'Records corrected', opinion_committed: 'Opinion committed', opinions_revealed: 'Opinions revealed', interaction_annotated: 'Interaction annotated',
  suggestion_judged: 'Suggestion judged', row_decided: 'Row decided', consensus_agreed: 'Plan agreed to', consensus_reached: 'Consensus reached', section_adopted: 'Section adopted',
  report_signed: 'Report signed', signature_withdrawn: 'Signature withdrawn', report_sealed: 'Report sealed', flag_raised: 'Flag raised', flag_resolved: 'Flag resolved', case_erased: 'Case erased',
}
export const actWord = (act: string) => (act in acts ? acts[act as EventType] : act.replaceAll('_', ' ')) // `in` has just checked
export const roleWord = (role: string) => (role in roleWords ? roleWords[role as keyof typeof roleWords] : role) // `in` has just checked
