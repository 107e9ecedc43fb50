import { z } from 'zod'
import { Level } from '../analysis.ts'
import { RowOutcome } from '../case/events.ts'
import { TherapyOpinion, ThreeValued } from '../opinion.ts'

/** Two opinions, the computed result and the original report, side by side. A row is one decision point. */
export const RowKind = z.enum(['driver', 'interaction', 'germline', 'therapy', 'test', 'adequacy', 'plan'])
export type RowKind = z.infer<typeof RowKind>
export const Stance = z.enum(['for', 'against', 'open'])
export type Stance = z.infer<typeof Stance>

/** What one column says: a stance to compare, and codes and words to show. */
export const Cell = z.object({
  stance: Stance,
  /** Closed code of what is said (`driver`, `tier_I`, `worth_considering`, `HIGH` …). */
  code: z.string(),
  text: z.string(),
  level: Level.nullable(), priority: z.int().nullable(), page: z.int().nullable(),
  /** Of a therapy an expert names: in label, off label, in a trial. */
  use: TherapyOpinion.shape.use.optional(),
})
export type Cell = z.infer<typeof Cell>

export const Agreement = z.enum(['same', 'different', 'one_mentions'])
export type Agreement = z.infer<typeof Agreement>

export const ComparisonRow = z.object({
  id: z.string(), kind: RowKind, subject: z.string(),
  genomic_expert: Cell.nullable(), oncologist: Cell.nullable(), computed: Cell.nullable(), original: Cell.nullable(),
  agreement: Agreement,
})
export type ComparisonRow = z.infer<typeof ComparisonRow>

/** What the experts agreed for a row. For a therapy it carries what the plan prints. */
export const RowDecision = z.object({
  row: z.string(), outcome: RowOutcome, stance: Stance, text: z.string().max(2000),
  /** Coded reason when the row is left open or the dissent stands. */
  reason: z.enum(['evidence_read_differently', 'clinical_weight_differs', 'data_missing', 'out_of_scope', 'none']),
  dissent: z.string().max(1000),
  option: z.object({
    drugs: z.array(z.string()).min(1), possible: ThreeValued, realistic: ThreeValued, worthConsidering: ThreeValued, priority: z.int().min(1).max(20).nullable(),
    level: Level.nullable(), use: z.enum(['in_label', 'off_label', 'trial', 'compassionate', 'unknown']), against: z.string().max(1000), access: z.string().max(400), wouldChange: z.string().max(600),
  }).nullable(),
})
export type RowDecision = z.infer<typeof RowDecision>

/** The agreed plan: what the decisions of consensus come to. */
export const Plan = z.object({
  options: z.array(RowDecision.shape.option.unwrap().extend({ rationale: z.string(), dissent: z.string() })),
  notToDo: z.array(z.object({ drugs: z.array(z.string()), reason: z.string(), dissent: z.string() })),
  tests: z.array(z.object({ test: z.string(), reason: z.string() })),
  germline: z.array(z.string()),
  drivers: z.array(z.object({ alterationId: z.string(), subject: z.string(), stance: Stance, text: z.string() })),
  interactions: z.array(z.object({ interactionId: z.string(), stance: Stance, text: z.string() })),
  openDissent: z.array(z.object({ subject: z.string(), text: z.string(), dissent: z.string(), reason: z.string() })),
  noTherapeuticConsequence: z.boolean(),
})
export type Plan = z.infer<typeof Plan>
