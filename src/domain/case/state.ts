import type { InteractionVerdict, ReasonCode } from '../opinion.ts'
import type { Slot } from '../person.ts'
import type { Meaning, RowOutcome, SuggestionVerdict } from './events.ts'

export type Stage = 'review' | 'comparison' | 'consensus' | 'report' | 'signing' | 'released'
export const stages: readonly Stage[] = ['review', 'comparison', 'consensus', 'report', 'signing', 'released']

export type CommittedOpinion = { personId: string; opinion: string; run: string; at: string }
export type Annotation = { verdict: InteractionVerdict; note: string | null; version: number; at: string }
export type Judgement = { verdict: SuggestionVerdict; reasons: readonly ReasonCode[]; possibleHarm: boolean; note: string | null; version: number; at: string }
export type Decision = { outcome: RowOutcome; decision: string; version: number; by: Slot; at: string }
export type AdoptedSection = { text: string; version: number; by: string; at: string }
export type GivenSignature = {
  revision: number; slot: Slot; personId: string; contentHash: string; content: string; statement: string; signature: string; meaning: Meaning; at: string; withdrawn: boolean
}
export type Flag = { id: string; text: string; blocking: boolean; by: string; at: string; resolved: { note: string; by: string; at: string } | null }

/** A file that took the place of others; the round it opened is `round`. */
export type RecordsCorrection = { round: number; replaced: readonly string[]; file: string; reason: string; difference: string; by: string; at: string; version: number }

/** A round that a corrected file has ended: everything said in it stays as it was said. */
export type EarlierRound = Pick<CaseState, 'round' | 'intake' | 'profile' | 'files' | 'opinions' | 'revealedAt' | 'annotations' | 'runs' | 'judgements' | 'decisions' | 'agreed' | 'consensus' | 'sections'>

/** Everything the log says about a case, folded. Hashes point at parts. Serialisable: it is the head row. */
export type CaseState = {
  id: string
  version: number
  code: string
  tumourType: string
  protocol: 'independent' | 'assisted'
  demonstration: boolean
  due: string | null
  assigned: Record<Slot, string>
  coordinator: string
  intake: string
  profile: string
  identity: string
  files: readonly string[]
  gaps: readonly string[]
  takenInAt: string
  round: {
    number: number; snapshot: string; baseRun: string; knowledge: { release: string; hash: string }; date: string; openedAt: string
    asked: { alterationIds: readonly string[]; interactionIds: readonly string[] }
  }
  opinions: Record<Slot, CommittedOpinion | null>
  revealedAt: string | null
  /** Annotations made after one's commitment; those made before are in the opinion. */
  annotations: Record<Slot, Readonly<Record<string, Annotation | { taken_back: true; version: number }>>>
  /** Hash of each expert's own run as it stands. */
  runs: Record<Slot, string | null>
  judgements: Record<Slot, Readonly<Record<string, Judgement>>>
  decisions: Readonly<Record<string, Decision>>
  agreed: Record<Slot, string | null>
  consensus: { plan: string; run: string; at: string } | null
  sections: Readonly<Record<string, AdoptedSection>>
  revision: number
  signatures: readonly GivenSignature[]
  seal: { revision: number; manifest: string; seal: string; pdf: string; at: string } | null
  flags: readonly Flag[]
  corrections: readonly RecordsCorrection[]
  /** Oldest first; one for each correction. */
  earlier: readonly EarlierRound[]
  erasedAt: string | null
}

/** Where the case stands; derived, never stored apart. */
export function stageOf(state: CaseState): Stage {
  if (state.seal) return 'released'
  if (state.signatures.some((s) => !s.withdrawn && s.revision === state.revision)) return 'signing'
  if (state.consensus) return 'report'
  if (Object.keys(state.decisions).length > 0) return 'consensus'
  return state.revealedAt ? 'comparison' : 'review'
}
