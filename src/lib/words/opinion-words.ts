import type { RowDecision } from '#src/domain/comparison/row.ts'
import type { InteractionVerdict, Missing, ReasonCode, ThreeValued, TherapyOpinion } from '#src/domain/opinion.ts'

/** The closed lists of an opinion in words, the same on every screen. */
export const reasonWords: Record<ReasonCode, string> = {
  evidence_weak: 'evidence is weak', evidence_strong: 'evidence is strong', wrong_tumour_context: 'wrong tumour context', prior_exposure: 'given before', resistance: 'resistance',
  toxicity_or_comorbidity: 'toxicity or other illness', not_obtainable: 'not obtainable', data_error: 'error in the data', guideline: 'guideline', other: 'other, in the note',
}
export const useWords: Record<TherapyOpinion['use'], string> = { in_label: 'in label', off_label: 'off label', trial: 'trial', compassionate: 'compassionate', unknown: 'not known' }
export const threeWords: Record<ThreeValued, string> = { yes: 'yes', no: 'no', unknown: 'not known' }
export const interactionVerdictWords: Record<InteractionVerdict, string> = { confirm: 'confirm', dispute: 'dispute', qualify: 'with a limit' }
export const openReasonWords: Record<RowDecision['reason'], string> = {
  evidence_read_differently: 'evidence read differently', clinical_weight_differs: 'clinical weight differs', data_missing: 'data are missing', out_of_scope: 'outside the question', none: 'no reason chosen',
}

export const itemWords: Record<Missing, string> = {
  adequacy: 'Case adequacy', drivers: 'Driver calls', interactions: 'Interactions', germline: 'Germline', therapies: 'Therapies, in order', avoid: 'What not to do', tests: 'Next tests', plan: 'Plan',
  confidence: 'Confidence', would_change: 'What would change my mind', conflict_of_interest: 'Conflict of interest',
}

/** A list for a select, in the order of the closed list. */
export const choicesOf = <Code extends string>(words: Record<Code, string>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label })) as { value: Code; label: string }[] // keys of a Record over Code are codes

export const confidenceWords = (confidence: number) =>
  confidence < 20 ? 'a guess' : confidence < 40 ? 'doubtful' : confidence < 60 ? 'as likely as not' : confidence < 80 ? 'fairly sure' : confidence < 100 ? 'sure' : 'certain'
