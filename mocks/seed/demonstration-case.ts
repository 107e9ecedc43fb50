import { z } from 'zod'
import { InteractionKind } from '#src/domain/analysis.ts'
import { RowDecision } from '#src/domain/comparison/row.ts'
import { DriverCall, InteractionVerdict, Opinion } from '#src/domain/opinion.ts'
import { IntakeForm } from '#src/domain/intake.ts'

/**
 * A demonstration case as it is written down: invented but clinically true, never a real person. It is played through the product's own
 * operations, so it names alterations and interactions as people do and not by id.
 */
const DriverWord = DriverCall.pick({ call: true, tier: true, note: true })
const InteractionWord = z.object({ verdict: InteractionVerdict, note: z.string().min(3) })

const Said = Opinion.omit({ slot: true, drivers: true, interactions: true })
export const DemonstrationOpinion = Said.extend({
  /** By label as the engine names it: `EGFR L858R`. */
  drivers: z.array(DriverWord.extend({ label: z.string() })),
  /** What is said of every other alteration that a word is asked on. */
  otherDrivers: DriverWord,
  interactions: z.array(InteractionWord.extend({ kind: InteractionKind, genes: z.array(z.string()) })),
  otherInteractions: InteractionWord,
})
export type DemonstrationOpinion = z.infer<typeof DemonstrationOpinion>

export const DemonstrationDecision = RowDecision.omit({ row: true }).extend({
  /** Row id as the comparison makes it (`therapy:cetuximab+encorafenib`, `test:…`), or for a driver `driver:` and its label. */
  row: z.string(),
})

export const DemonstrationCase = z.object({
  id: z.string(), title: z.string(),
  /** The interplay that a list of findings would miss, in one sentence. */
  shows: z.string(),
  intake: IntakeForm.omit({ assigned: true, due: true }).extend({ dueInDays: z.int() }),
  /** Invented records in a real format, dropped like any file; an empty list where the findings are typed. */
  files: z.array(z.object({ name: z.string(), text: z.string() })),
  experts: z.object({ genomic_expert: z.enum(['genomics.one', 'genomics.two']), oncologist: z.enum(['oncology.one', 'oncology.two']) }),
  until: z.enum(['intake', 'review', 'one_committed', 'comparison', 'consensus', 'report', 'signed']),
  opinions: z.object({ genomic_expert: DemonstrationOpinion, oncologist: DemonstrationOpinion }),
  decisions: z.array(DemonstrationDecision),
})
export type DemonstrationCase = z.infer<typeof DemonstrationCase>
