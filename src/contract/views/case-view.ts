import { z } from 'zod'
import { Course } from '#src/domain/course.ts'
import { Assay, Identity, OriginalReport, ReasonForReview, SourceFile, Specimen } from '#src/domain/intake.ts'
import { Biomarker } from '#src/domain/biomarker.ts'
import { Role, Slot } from '#src/domain/person.ts'
import { Task } from './worklist-view.ts'

export const FlagView = z.object({ id: z.string(), text: z.string(), blocking: z.boolean(), by: z.string(), at: z.string(), resolved: z.string().nullable() })
export type FlagView = z.infer<typeof FlagView>

export const CaseView = z.object({
  id: z.string(), code: z.string(), stage: z.string(), ladder: z.array(z.object({ stage: z.string(), enteredAt: z.string().nullable() })),
  tumourType: z.object({ code: z.string(), name: z.string() }), due: z.iso.date().nullable(), protocol: z.enum(['independent', 'assisted']), demonstration: z.boolean(),
  identity: Identity.nullable(),
  specimen: Specimen, assay: Assay, genomeBuild: z.string(), question: z.string(), reason: ReasonForReview.nullable(), askedBy: z.string(), course: Course, originalReport: OriginalReport,
  biomarkers: z.array(Biomarker), files: z.array(SourceFile), gaps: z.array(z.object({ gate: z.string(), reason: z.string() })),
  drivers: z.array(z.object({ alterationIds: z.array(z.string()), label: z.string(), gene: z.string(), effect: z.string(), confidence: z.int() })),
  counts: z.object({ variants: z.int(), drivers: z.int(), interactions: z.int(), notTested: z.int() }),
  warnings: z.array(z.object({ code: z.string(), detail: z.string() })),
  mine: z.object({ role: Role.nullable(), slot: Slot.nullable(), committed: z.boolean(), task: Task, openRows: z.int() }),
  /** What is open to me now. Nothing here tells what the other expert has done before both have committed. */
  opens: z.object({ ranking: z.boolean(), comparison: z.boolean(), report: z.boolean() }),
  people: z.object({ genomic_expert: z.string(), oncologist: z.string(), coordinator: z.string() }),
  flags: z.array(FlagView),
  round: z.int(),
  /** Files that took the place of others since the case was taken in, oldest first. */
  corrections: z.array(z.object({
    round: z.int(), at: z.string(), by: z.string(), reason: z.string(), file: z.string(), replaced: z.array(z.string()),
    added: z.int(), removed: z.int(), changed: z.int(), unchanged: z.int(),
  })),
  /** The release the case was read with; `server`: the one new cases are read with now, where that is another. */
  knowledge: z.object({ release: z.string(), hash: z.string(), engine: z.string(), date: z.string(), server: z.object({ release: z.string(), hash: z.string() }).nullable() }),
})
export type CaseView = z.infer<typeof CaseView>
