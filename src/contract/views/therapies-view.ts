import { z } from 'zod'
import { Contribution, FeasibilityFact, Remark, TherapyResult } from '#src/domain/analysis.ts'
import { SuggestionVerdict } from '#src/domain/case/events.ts'
import { ReasonCode } from '#src/domain/opinion.ts'

const because = { because: z.string() }
export const JudgementView = z.object({ verdict: SuggestionVerdict, reasons: z.array(ReasonCode), possibleHarm: z.boolean(), note: z.string(), version: z.int() })
export type JudgementView = z.infer<typeof JudgementView>

export const TherapyCard = TherapyResult.extend({
  contributions: z.array(Contribution.extend(because)), against: z.array(Remark.extend(because)), notes: z.array(Remark.extend(because)), feasibility: z.array(FeasibilityFact.extend(because)),
  rank: z.int().nullable(), tieGroup: z.int().nullable(), judgement: JudgementView.nullable(), otherJudgement: JudgementView.nullable(),
})
export type TherapyCard = z.infer<typeof TherapyCard>

/** By how much one run differs from another, therapy by therapy. */
export const RunDifference = z.object({
  therapy: z.string(), before: z.int().nullable(), after: z.int().nullable(), bandBefore: z.string().nullable(), bandAfter: z.string().nullable(),
  /** Sentences naming the points that went and the points that came. */
  because: z.array(z.string()),
})
export type RunDifference = z.infer<typeof RunDifference>

export const TherapiesView = z.object({
  engine: z.string(), knowledge: z.object({ release: z.string(), hash: z.string() }), run: z.string(), baseRun: z.string(), which: z.enum(['mine', 'reviewed']),
  ranked: z.array(TherapyCard), against: z.array(TherapyCard), combinations: z.array(TherapyCard), withdrawn: z.array(TherapyCard),
  notAssessable: z.array(z.object({ biomarker: z.string(), because: z.string(), therapies: z.array(z.string()) })),
  remarks: z.array(z.string()), difference: z.array(RunDifference),
})
export type TherapiesView = z.infer<typeof TherapiesView>

export const ExplanationView = z.object({
  therapy: z.string(),
  wouldChange: z.array(z.object({ because: z.string(), before: z.int(), after: z.int(), bandBefore: z.string(), bandAfter: z.string() })),
  robustness: z.object({ reruns: z.int(), sameBand: z.int(), low: z.int(), high: z.int() }),
})
export type ExplanationView = z.infer<typeof ExplanationView>
export const WhatIfView = z.object({ difference: z.array(RunDifference), sameAsBase: z.boolean() })
export type WhatIfView = z.infer<typeof WhatIfView>
