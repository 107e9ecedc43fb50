import { z } from 'zod'
import { Alteration } from '#src/domain/alteration.ts'
import { ClassifiedAlteration, EvidenceMatch, Interaction } from '#src/domain/analysis.ts'
import { InteractionVerdict } from '#src/domain/opinion.ts'
import { Slot } from '#src/domain/person.ts'

/** Facts only: what may be read before commitment. */
export const VariantRow = z.object({
  alteration: Alteration, classification: ClassifiedAlteration,
  group: z.enum(['driver', 'possible_germline', 'other']),
  evidence: z.array(EvidenceMatch), bestHere: z.string().nullable(), bestElsewhere: z.string().nullable(),
  criteria: z.array(z.object({ code: z.string(), points: z.int(), text: z.string() })),
  originalReport: z.object({ text: z.string(), tier: z.string().nullable(), page: z.int().nullable() }).nullable(),
  interactionIds: z.array(z.string()),
  /** What the last corrected file did to this alteration; `fields` of a changed one say what it was before. */
  correction: z.object({ kind: z.enum(['added', 'changed']), fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })) }).nullable(),
  /** Names of the files that state it, where several do. */
  sources: z.array(z.string()),
})
export type VariantRow = z.infer<typeof VariantRow>
export const VariantsView = z.object({ rows: z.array(VariantRow), notTested: z.array(z.string()), notTestedTotal: z.int(), listed: z.record(z.string(), z.int()), records: z.int(),
  /** Alterations that a corrected file no longer holds, with the round of the earlier reading. */
  ofEarlierFile: z.array(z.object({ id: z.string(), label: z.string(), round: z.int() })),
})
export type VariantsView = z.infer<typeof VariantsView>

export const AnnotationView = z.object({ verdict: InteractionVerdict, note: z.string(), version: z.int(), by: Slot, frozen: z.boolean() })
export type AnnotationView = z.infer<typeof AnnotationView>

export const InteractionView = Interaction.omit({ therapies: true, effect: true }).extend({
  title: z.string(), sentence: z.string(),
  mine: AnnotationView.nullable(),
  /** Version to name when annotating after commitment; 0 when nothing was annotated then. */
  version: z.int(),
  /** After both committed. */
  other: AnnotationView.nullable(),
  /** After my commitment: what the interaction does to therapies. */
  judgement: Interaction.pick({ therapies: true, effect: true }).nullable(),
})
export type InteractionView = z.infer<typeof InteractionView>
export const InteractionsView = z.object({ rows: z.array(InteractionView) })
export type InteractionsView = z.infer<typeof InteractionsView>
