import { refused, type Refused } from '../refusal.ts'
import { otherSlot, type Slot } from '../person.ts'
import type { InteractionVerdict, Missing, ReasonCode } from '../opinion.ts'
import type { CaseEvent, EventData, Meaning, RowOutcome, SuggestionVerdict } from './events.ts'
import { stageOf, type CaseState } from './state.ts'

/**
 * What a person asks to happen. Hashes point at parts that the caller has prepared; `version` names the state of the part the person saw
 * (0: nothing yet), so that a stale write is refused. `personId` is who is signed in, never a field of the request.
 */
export type Command =
  | { type: 'take_in'; data: EventData<'case_taken_in'>; round: EventData<'round_opened'>; openGates: readonly string[] }
  | { type: 'commit_opinion'; personId: string; opinion: string; run: string; missing: readonly Missing[] }
  | { type: 'annotate_interaction'; personId: string; interactionId: string; verdict: InteractionVerdict | null; note: string | null; run: string; version: number; known: boolean }
  | { type: 'judge_suggestion'; personId: string; therapy: string; verdict: SuggestionVerdict; reasons: readonly ReasonCode[]; possibleHarm: boolean; note: string | null; version: number; contradictsSelfOrHigh: boolean }
  | { type: 'decide_row'; personId: string; row: string; outcome: RowOutcome; decision: string; version: number; known: boolean; hasReason: boolean }
  | { type: 'agree_consensus'; personId: string; openRows: number; plan: string; run: string }
  | { type: 'adopt_section'; personId: string; section: string; text: string; version: number; known: boolean }
  | { type: 'sign_report'; personId: string; revision: number; contentHash: string; content: string; statement: string; signature: string; meaning: Meaning
      expectedContentHash: string; sectionsMissing: readonly string[]; lint: readonly string[]; credentialValid: boolean
      /** Prepared by the server for the case that this is the second signature. */
      seal: EventData<'report_sealed'> | null }
  | { type: 'withdraw_signature'; personId: string }
  | { type: 'raise_flag'; personId: string; flag: string; text: string; length: number; blocking: boolean }
  | { type: 'resolve_flag'; personId: string; flag: string; note: string; length: number }
  | { type: 'correct_records'; data: EventData<'records_corrected'>; round: EventData<'round_opened'>; openGates: readonly string[]; reasonLength: number }
  | { type: 'erase'; reason: string }

/** The rules of the case's life. Pure; the caller appends what is returned, or shows the refusal. Source: design of review and signing. */
export function decide(state: CaseState | null, command: Command): CaseEvent[] | Refused {
  if (command.type === 'take_in') return state ? refused('wrong_stage') : takeIn(command)
  if (!state) return refused('case_not_found')
  if (state.erasedAt) return refused('erased')
  if (command.type === 'erase') return [{ type: 'case_erased', data: { reason: command.reason } }]
  if (command.type === 'correct_records') return correctRecords(state, command)
  if (command.type === 'raise_flag' || command.type === 'resolve_flag') return decideFlag(state, command)
  const slot = slotOf(state, command.personId)
  if (!slot) return refused('not_your_part')
  if (state.seal) return refused('already_final')
  switch (command.type) {
    case 'commit_opinion': return commitOpinion(state, slot, command)
    case 'annotate_interaction': return annotate(state, slot, command)
    case 'judge_suggestion': return judge(state, slot, command)
    case 'decide_row': return decideRow(state, command)
    case 'agree_consensus': return agreeConsensus(state, slot, command)
    case 'adopt_section': return adoptSection(state, command)
    case 'sign_report': return signReport(state, slot, command)
    case 'withdraw_signature': return withdraw(state, slot)
  }
}

type Of<T extends Command['type']> = Extract<Command, { type: T }>

export const slotOf = (state: CaseState, personId: string): Slot | null =>
  state.assigned.genomic_expert === personId ? 'genomic_expert' : state.assigned.oncologist === personId ? 'oncologist' : null

function takeIn({ data, round, openGates }: Of<'take_in'>): CaseEvent[] | Refused {
  if (openGates.length > 0) return refused('gates_open', openGates.join(', '))
  if (data.assigned.genomic_expert === data.assigned.oncologist) return refused('same_person_in_both_slots')
  return [{ type: 'case_taken_in', data }, { type: 'round_opened', data: round }]
}

/** A file may be corrected until somebody has signed: what is signed is amended, not corrected underneath. */
function correctRecords(state: CaseState, { data, round, openGates, reasonLength }: Of<'correct_records'>): CaseEvent[] | Refused {
  if (state.seal) return refused('already_final')
  if (standingSignatures(state).length > 0) return refused('already_signed')
  if (openGates.length > 0) return refused('gates_open', openGates.join(', '))
  if (reasonLength < flagTextLength) return refused('reason_required')
  if (data.replaced.some((hash) => !state.files.includes(hash))) return refused('stale_part')
  if (state.files.includes(data.file)) return refused('nothing_changed')
  return [{ type: 'records_corrected', data }, { type: 'round_opened', data: round }]
}

function commitOpinion(state: CaseState, slot: Slot, command: Of<'commit_opinion'>): CaseEvent[] | Refused {
  if (state.opinions[slot]) return refused('already_committed')
  if (command.missing.length > 0) return refused('opinion_incomplete', command.missing.join(', '))
  const committed: CaseEvent = { type: 'opinion_committed', data: { round: state.round.number, slot, opinion: command.opinion, run: command.run } }
  return state.opinions[otherSlot(slot)] ? [committed, { type: 'opinions_revealed', data: { round: state.round.number } }] : [committed]
}

function annotate(state: CaseState, slot: Slot, command: Of<'annotate_interaction'>): CaseEvent[] | Refused {
  if (!state.opinions[slot]) return refused('not_yet_committed')
  if (state.consensus) return refused('wrong_stage')
  if (!command.known) return refused('unknown_subject')
  if ((state.annotations[slot][command.interactionId]?.version ?? 0) !== command.version) return refused('stale_part')
  const { interactionId, verdict, note, run } = command
  return [{ type: 'interaction_annotated', data: { slot, interactionId, verdict, note, run } }]
}

function judge(state: CaseState, slot: Slot, command: Of<'judge_suggestion'>): CaseEvent[] | Refused {
  if (!state.opinions[slot]) return refused('not_yet_committed')
  if ((state.judgements[slot][command.therapy]?.version ?? 0) !== command.version) return refused('stale_part')
  if (command.contradictsSelfOrHigh && command.reasons.length === 0 && !command.note) return refused('reason_required')
  const { therapy, verdict, reasons, possibleHarm, note } = command
  return [{ type: 'suggestion_judged', data: { slot, therapy, verdict, reasons: [...reasons], possibleHarm, note } }]
}

function decideRow(state: CaseState, command: Of<'decide_row'>): CaseEvent[] | Refused {
  if (!state.revealedAt) return refused('not_yet_revealed')
  if (state.consensus) return refused('wrong_stage')
  if (!command.known) return refused('unknown_subject')
  if ((state.decisions[command.row]?.version ?? 0) !== command.version) return refused('stale_part')
  if (command.outcome !== 'agreed' && !command.hasReason) return refused('reason_required')
  return [{ type: 'row_decided', data: { row: command.row, outcome: command.outcome, decision: command.decision } }]
}

function agreeConsensus(state: CaseState, slot: Slot, command: Of<'agree_consensus'>): CaseEvent[] | Refused {
  if (!state.revealedAt) return refused('not_yet_revealed')
  if (state.consensus) return refused('wrong_stage')
  if (command.openRows > 0) return refused('rows_open', String(command.openRows))
  const agreed: CaseEvent = { type: 'consensus_agreed', data: { slot } }
  return state.agreed[otherSlot(slot)] ? [agreed, { type: 'consensus_reached', data: { plan: command.plan, run: command.run } }] : [agreed]
}

function adoptSection(state: CaseState, command: Of<'adopt_section'>): CaseEvent[] | Refused {
  if (!state.consensus) return refused('not_yet_agreed')
  if (!command.known) return refused('unknown_subject')
  if ((state.sections[command.section]?.version ?? 0) !== command.version) return refused('stale_part')
  return [{ type: 'section_adopted', data: { section: command.section, text: command.text } }]
}

function signReport(state: CaseState, slot: Slot, command: Of<'sign_report'>): CaseEvent[] | Refused {
  if (!state.consensus) return refused('not_yet_agreed')
  if (state.flags.some((f) => f.blocking && !f.resolved)) return refused('flag_open')
  if (command.sectionsMissing.length > 0) return refused('sections_not_adopted', command.sectionsMissing.join(', '))
  if (command.lint.length > 0) return refused('report_not_clean', command.lint.join('; '))
  if (command.revision !== state.revision || command.contentHash !== command.expectedContentHash) return refused('stale_part')
  if (!command.credentialValid) return refused('credential_not_valid')
  const standing = standingSignatures(state)
  if (standing.some((s) => s.slot === slot)) return refused('already_signed')
  // The drafted parts may read otherwise since (a newer program, a newer release): two signatures are one only over the same bytes.
  if (standing.some((s) => s.contentHash !== command.expectedContentHash)) return refused('stale_part', 'the standing signature was given to other bytes')
  const { revision, contentHash, content, statement, signature, meaning } = command
  const signed: CaseEvent = { type: 'report_signed', data: { revision, slot, contentHash, content, statement, signature, meaning } }
  if (!standing.some((s) => s.slot === otherSlot(slot))) return [signed]
  // Both signatures and the seal are one act: there is no moment in which a report is signed twice and not sealed.
  if (!command.seal) throw new Error('The second signature needs a prepared seal')
  return [signed, { type: 'report_sealed', data: command.seal }]
}

/** Signatures given to the text as it stands, not withdrawn. */
export const standingSignatures = (state: CaseState) => state.signatures.filter((s) => !s.withdrawn && s.revision === state.revision)

function withdraw(state: CaseState, slot: Slot): CaseEvent[] | Refused {
  if (!standingSignatures(state).some((s) => s.slot === slot)) return refused('not_signed')
  return [{ type: 'signature_withdrawn', data: { revision: state.revision, slot } }]
}

const flagTextLength = 10 // ten characters: long enough that a flag says something

function decideFlag(state: CaseState, command: Of<'raise_flag'> | Of<'resolve_flag'>): CaseEvent[] | Refused {
  if (stageOf(state) === 'released') return refused('already_final')
  if (command.length < flagTextLength) return refused('reason_required')
  if (command.type === 'raise_flag') return [{ type: 'flag_raised', data: { flag: command.flag, text: command.text, blocking: command.blocking } }]
  const flag = state.flags.find((f) => f.id === command.flag)
  if (!flag || flag.resolved) return refused('unknown_subject')
  return [{ type: 'flag_resolved', data: { flag: command.flag, note: command.note } }]
}
