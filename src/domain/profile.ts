import { z } from 'zod'
import { Alteration } from './alteration.ts'
import { Biomarker } from './biomarker.ts'

/** Which genes the assay could have seen. `unknown` is never treated as covered. */
export const Coverage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('genes'), genes: z.array(z.string()), assay: z.string().nullable() }),
  z.object({ kind: z.literal('unknown') }),
])
export type Coverage = z.infer<typeof Coverage>

/** Everything that was measured in one tumour: the engine's view of a case. */
export const Profile = z.object({
  alterations: z.array(Alteration),
  biomarkers: z.array(Biomarker),
  coverage: Coverage,
  /** Genes stated to be without alteration (`wild-type KRAS, NRAS`); they count as covered. */
  wildType: z.array(z.string()),
  tumourOnly: z.boolean().nullable(),
})
export type Profile = z.infer<typeof Profile>
