import { z } from 'zod'
import { ComparisonRow, RowDecision } from '#src/domain/comparison/row.ts'
import { Opinion } from '#src/domain/opinion.ts'
import { Slot } from '#src/domain/person.ts'

export const OpinionDraftView = z.object({
  version: z.int(), opinion: Opinion, savedAt: z.string().nullable(), committedAt: z.string().nullable(), missing: z.array(z.string()),
  asked: z.object({ alterationIds: z.array(z.string()), interactionIds: z.array(z.string()) }),
  /**
   * After a corrected file: what I said of the earlier reading. `committedAt`: my commitment of that round, which stays on record and was made on the earlier file; `vanished`: my
   * words on what the new file no longer holds. The draft begins with what was carried over; committing it as it is says that it stands.
   */
  earlier: z.object({ round: z.int(), committedAt: z.string().nullable(), carried: z.int(), vanished: Opinion.shape.ofEarlierFile.unwrap() }).nullable(),
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
  /** An earlier round was revealed before a file was corrected: what is compared here was committed by people who knew each other's earlier opinion. */
  revealedBefore: z.object({ round: z.int(), at: z.string() }).nullable(),
})
export type ComparisonView = z.infer<typeof ComparisonView>
