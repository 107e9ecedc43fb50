import { z } from 'zod'
import { ComparisonRow, RowDecision } from '#src/domain/comparison/row.ts'
import { Opinion } from '#src/domain/opinion.ts'
import { Slot } from '#src/domain/person.ts'

export const OpinionDraftView = z.object({
  version: z.int(), opinion: Opinion, savedAt: z.string().nullable(), committedAt: z.string().nullable(), missing: z.array(z.string()),
  asked: z.object({ alterationIds: z.array(z.string()), interactionIds: z.array(z.string()) }),
})
export type OpinionDraftView = z.infer<typeof OpinionDraftView>

export const ComparisonRowView = ComparisonRow.extend({
  needsDecision: z.boolean(), version: z.int(), decision: RowDecision.extend({ by: z.string(), at: z.string() }).nullable(),
})
export type ComparisonRowView = z.infer<typeof ComparisonRowView>

export const ComparisonView = z.object({
  rows: z.array(ComparisonRowView), open: z.int(), agreed: z.object({ genomic_expert: z.boolean(), oncologist: z.boolean() }),
  confidence: z.object({ genomic_expert: z.int().nullable(), oncologist: z.int().nullable() }), wouldChange: z.object({ genomic_expert: z.string(), oncologist: z.string() }),
  consensusReachedAt: z.string().nullable(), mySlot: Slot.nullable(),
})
export type ComparisonView = z.infer<typeof ComparisonView>
