import { z } from 'zod'
import { Band, Level } from '#src/domain/analysis.ts'
import { RowKind, Stance } from '#src/domain/comparison/row.ts'

/** What the wall shows. It holds no identity by shape: no field exists for it. */
export const BoardView = z.object({
  code: z.string(), tumour: z.string(), sex: z.string(), ageBand: z.string(), question: z.string(), reason: z.string(),
  course: z.array(z.object({ drugs: z.string(), response: z.string(), stopped: z.string(), period: z.string() })),
  drivers: z.array(z.object({ label: z.string(), effect: z.string(), oncogenicity: z.string() })),
  interactions: z.array(z.object({ title: z.string(), sentence: z.string(), certainty: z.int() })),
  biomarkers: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The last three steps are locked until both experts have committed. */
  opened: z.boolean(),
  therapies: z.array(z.object({ name: z.string(), band: Band, level: Level.nullable(), for: z.array(z.string()), against: z.array(z.string()) })),
  disagreements: z.array(z.object({ subject: z.string(), genomic_expert: z.string(), oncologist: z.string(), computed: z.string(), original: z.string() })),
  /** What became of a row: `stance` says into the plan or not to do, `outcome` how it ended. */
  decisions: z.array(z.object({ subject: z.string(), kind: RowKind, stance: Stance, outcome: z.string(), text: z.string() })),
  knowledge: z.string(), startedAt: z.string(), expiresAt: z.string(),
})
export type BoardView = z.infer<typeof BoardView>
