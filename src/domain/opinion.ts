import { z } from 'zod'
import { Effect, Level } from './analysis.ts'
import { Slot } from './person.ts'

/** One expert's reading of a case. A draft is readable by its author only; committed, it never changes. */
export const DriverCall = z.object({
  alterationId: z.string(), gene: z.string(), call: z.enum(['driver', 'passenger', 'uncertain', 'cannot_assess']),
  effect: Effect.nullable(), tier: z.enum(['I', 'II', 'III', 'IV']).nullable(), note: z.string().max(600),
})
export type DriverCall = z.infer<typeof DriverCall>

export const InteractionVerdict = z.enum(['confirm', 'dispute', 'qualify'])
export type InteractionVerdict = z.infer<typeof InteractionVerdict>
export const InteractionAnnotation = z.object({ interactionId: z.string(), verdict: InteractionVerdict, note: z.string().min(3).max(1000) })
export type InteractionAnnotation = z.infer<typeof InteractionAnnotation>

export const ThreeValued = z.enum(['yes', 'no', 'unknown'])
export type ThreeValued = z.infer<typeof ThreeValued>

export const ReasonCode = z.enum([
  'evidence_weak', 'evidence_strong', 'wrong_tumour_context', 'prior_exposure', 'resistance', 'toxicity_or_comorbidity', 'not_obtainable', 'data_error', 'guideline', 'other',
])
export type ReasonCode = z.infer<typeof ReasonCode>

export const TherapyOpinion = z.object({
  /** Drug names, sorted, lower case; a trial of a class is written as `trial: CLASS`. */
  drugs: z.array(z.string()).min(1),
  possible: ThreeValued, realistic: ThreeValued, worthConsidering: ThreeValued,
  priority: z.int().min(1).max(20).nullable(), level: Level.nullable(),
  use: z.enum(['in_label', 'off_label', 'trial', 'compassionate', 'unknown']),
  reasons: z.array(ReasonCode), note: z.string().max(1000), against: z.string().max(1000),
})
export type TherapyOpinion = z.infer<typeof TherapyOpinion>

export const Opinion = z.object({
  slot: Slot,
  adequacy: z.object({ state: z.enum(['adequate', 'limited', 'inadequate', 'cannot_assess']), note: z.string().max(600) }).nullable(),
  drivers: z.array(DriverCall),
  interactions: z.array(InteractionAnnotation),
  germline: z.object({ state: z.enum(['none_suspected', 'possible', 'cannot_assess']), genes: z.array(z.string()), note: z.string().max(600) }).nullable(),
  therapies: z.array(TherapyOpinion),
  noTherapeuticConsequence: z.boolean(),
  avoid: z.array(z.object({ drugs: z.array(z.string()).min(1), reason: z.string().min(3).max(600) })),
  tests: z.array(z.object({ test: z.string().min(2).max(200), reason: z.string().max(600) })),
  plan: z.string().max(4000),
  confidence: z.int().min(0).max(100).nullable(),
  wouldChange: z.string().max(1000),
  conflictOfInterest: z.object({ declared: z.boolean(), text: z.string().max(600) }).nullable(),
  /** Words on alterations and interactions that a corrected file no longer holds: kept, shown as of the earlier file, and without effect on any run. */
  ofEarlierFile: z.array(z.object({ round: z.int(), kind: z.enum(['driver', 'interaction']), id: z.string(), label: z.string(), text: z.string() })).default([]),
})
export type Opinion = z.infer<typeof Opinion>

export const emptyOpinion = (slot: Slot): Opinion => ({
  slot, adequacy: null, drivers: [], interactions: [], germline: null, therapies: [], noTherapeuticConsequence: false, avoid: [], tests: [], plan: '', confidence: null, wouldChange: '',
  conflictOfInterest: null, ofEarlierFile: [],
})

/** What is still asked of this role before the opinion can be committed (design: who is asked what). */
export type Missing = 'adequacy' | 'drivers' | 'interactions' | 'germline' | 'therapies' | 'avoid' | 'tests' | 'plan' | 'confidence' | 'would_change' | 'conflict_of_interest'

/**
 * Items asked of the role that the draft does not answer. `asked` names the drivers and interactions of the base run that want a word;
 * "cannot assess" and "no therapeutic consequence" are answers.
 */
export function missingFrom(opinion: Opinion, asked: { alterationIds: readonly string[]; interactionIds: readonly string[] }): Missing[] {
  const missing: Missing[] = []
  if (opinion.slot === 'genomic_expert') {
    const called = new Set(opinion.drivers.map((d) => d.alterationId))
    const said = new Set(opinion.interactions.map((a) => a.interactionId))
    if (!opinion.adequacy) missing.push('adequacy')
    if (asked.alterationIds.some((id) => !called.has(id))) missing.push('drivers')
    if (asked.interactionIds.some((id) => !said.has(id))) missing.push('interactions')
    if (!opinion.germline) missing.push('germline')
    if (!opinion.noTherapeuticConsequence && !opinion.therapies.some((t) => t.level !== null)) missing.push('therapies')
  } else {
    if (!opinion.noTherapeuticConsequence && opinion.therapies.length === 0) missing.push('therapies')
    if (opinion.avoid.length === 0 && !opinion.noTherapeuticConsequence) missing.push('avoid')
    if (opinion.tests.length === 0 && !opinion.noTherapeuticConsequence) missing.push('tests')
    if (opinion.plan.trim().length < 10) missing.push('plan')
  }
  if (opinion.confidence === null) missing.push('confidence')
  if (opinion.wouldChange.trim().length < 3) missing.push('would_change')
  if (!opinion.conflictOfInterest) missing.push('conflict_of_interest')
  return missing
}

/** The key under which a regimen is compared: drug names sorted and joined by `+`. */
export const regimenKey = (drugs: readonly string[]): string => [...drugs].map((d) => d.trim().toLowerCase()).sort().join('+')
