import type { CaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

export type ActContext = { version: number; at: string; personId: string }

/** Folds one act into the state. Pure and total: every act that `decide` may emit is understood, in any order it may emit them. */
export function evolve(state: CaseState | null, caseId: string, event: CaseEvent, act: ActContext): CaseState {
  if (event.type === 'case_taken_in') return takenIn(caseId, event.data, act)
  if (!state) throw new Error(`The log of a case begins with ${event.type}, not with its being taken in`)
  return { ...apply(state, event, act), version: act.version }
}

function takenIn(id: string, data: Extract<CaseEvent, { type: 'case_taken_in' }>['data'], act: ActContext): CaseState {
  return {
    ...data, id, version: act.version, takenInAt: act.at,
    round: { number: 0, snapshot: '', baseRun: '', knowledge: { release: '', hash: '' }, date: '', openedAt: act.at, asked: { alterationIds: [], interactionIds: [] } },
    opinions: { genomic_expert: null, oncologist: null }, revealedAt: null, annotations: { genomic_expert: {}, oncologist: {} }, runs: { genomic_expert: null, oncologist: null },
    judgements: { genomic_expert: {}, oncologist: {} }, decisions: {}, agreed: { genomic_expert: null, oncologist: null }, consensus: null, sections: {}, revision: 1, signatures: [],
    seal: null, flags: [], corrections: [], earlier: [], erasedAt: null,
  }
}

function apply(state: CaseState, event: CaseEvent, act: ActContext): CaseState {
  switch (event.type) {
    case 'case_taken_in':
      throw new Error('A case is taken in once')
    case 'round_opened': {
      const { round, snapshot, baseRun, knowledge, date, asked } = event.data
      return { ...state, round: { number: round, snapshot, baseRun, knowledge, date, asked, openedAt: act.at } }
    }
    case 'records_corrected':
      return corrected(state, event.data, act)
    case 'opinion_committed': {
      const { slot, opinion, run } = event.data
      return { ...state, opinions: { ...state.opinions, [slot]: { personId: act.personId, opinion, run, at: act.at } }, runs: { ...state.runs, [slot]: run } }
    }
    case 'opinions_revealed':
      return { ...state, revealedAt: act.at }
    case 'interaction_annotated': {
      const { slot, interactionId, verdict, note, run } = event.data
      const annotation = verdict ? { verdict, note, version: act.version, at: act.at } : { taken_back: true as const, version: act.version }
      return {
        ...state, runs: { ...state.runs, [slot]: run },
        annotations: { ...state.annotations, [slot]: { ...state.annotations[slot], [interactionId]: annotation } },
      }
    }
    case 'suggestion_judged': {
      const { slot, therapy, ...judgement } = event.data
      return { ...state, judgements: { ...state.judgements, [slot]: { ...state.judgements[slot], [therapy]: { ...judgement, version: act.version, at: act.at } } } }
    }
    case 'row_decided': {
      const { row, outcome, decision } = event.data
      const by = act.personId === state.assigned.genomic_expert ? 'genomic_expert' : 'oncologist'
      // A new decision takes back both agreements: what was agreed to is no longer what stands.
      return { ...state, decisions: { ...state.decisions, [row]: { outcome, decision, version: act.version, by, at: act.at } }, agreed: { genomic_expert: null, oncologist: null } }
    }
    case 'consensus_agreed':
      return { ...state, agreed: { ...state.agreed, [event.data.slot]: act.at } }
    case 'consensus_reached':
      return { ...state, consensus: { ...event.data, at: act.at } }
    default:
      return applyToReport(state, event, act)
  }
}

/** Ends the round: what was said in it is put by, and the review begins anew on the corrected records. Flags and given signatures stay with the case. */
function corrected(state: CaseState, data: Extract<CaseEvent, { type: 'records_corrected' }>['data'], act: ActContext): CaseState {
  const { round, intake, profile, files, opinions, revealedAt, annotations, runs, judgements, decisions, agreed, consensus, sections } = state
  const { replaced, file, reason, difference } = data
  return {
    ...state, intake: data.intake, profile: data.profile, files: data.files, gaps: data.gaps,
    opinions: { genomic_expert: null, oncologist: null }, revealedAt: null, annotations: { genomic_expert: {}, oncologist: {} }, runs: { genomic_expert: null, oncologist: null },
    judgements: { genomic_expert: {}, oncologist: {} }, decisions: {}, agreed: { genomic_expert: null, oncologist: null }, consensus: null, sections: {},
    // Signatures given and withdrawn belong to their revision: the text of the new round is another one.
    revision: state.revision + (state.signatures.length > 0 ? 1 : 0),
    corrections: [...state.corrections, { round: data.round, replaced, file, reason, difference, by: act.personId, at: act.at, version: act.version }],
    earlier: [...state.earlier, { round, intake, profile, files, opinions, revealedAt, annotations, runs, judgements, decisions, agreed, consensus, sections }],
  }
}

type ReportEvent = Extract<CaseEvent, { type: 'section_adopted' | 'report_signed' | 'signature_withdrawn' | 'report_sealed' | 'flag_raised' | 'flag_resolved' | 'case_erased' }>

function applyToReport(state: CaseState, event: ReportEvent, act: ActContext): CaseState {
  switch (event.type) {
    case 'section_adopted': {
      const frozen = state.signatures.some((s) => !s.withdrawn && s.revision === state.revision)
      const { section, text } = event.data
      // The first signature froze this revision: an edit opens the next one, and the signature stays with what it was given to.
      return { ...state, revision: state.revision + (frozen ? 1 : 0), sections: { ...state.sections, [section]: { text, version: act.version, by: act.personId, at: act.at } } }
    }
    case 'report_signed':
      return { ...state, signatures: [...state.signatures, { ...event.data, personId: act.personId, at: act.at, withdrawn: false }] }
    case 'signature_withdrawn': {
      const { revision, slot } = event.data
      return { ...state, signatures: state.signatures.map((s) => (s.revision === revision && s.slot === slot ? { ...s, withdrawn: true } : s)) }
    }
    case 'report_sealed':
      return { ...state, seal: { ...event.data, at: act.at } }
    case 'flag_raised': {
      const { flag, text, blocking } = event.data
      return { ...state, flags: [...state.flags, { id: flag, text, blocking, by: act.personId, at: act.at, resolved: null }] }
    }
    case 'flag_resolved': {
      const { flag, note } = event.data
      return { ...state, flags: state.flags.map((f) => (f.id === flag ? { ...f, resolved: { note, by: act.personId, at: act.at } } : f)) }
    }
    case 'case_erased':
      return { ...state, erasedAt: act.at }
  }
}
