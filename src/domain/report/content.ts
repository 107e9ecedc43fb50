import { z } from 'zod'
import { ReportPart, SectionId } from './section.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Expert = z.object({ personId: z.string(), name: z.string(), credential: z.string() })

/** What both experts sign: the whole report, and by hash what it rests on. Its canonical JSON is hashed; no time of making is in it. */
export const ReportContent = z.object({
  schema: z.literal('consilium.report.v1'),
  caseCode: z.string(),
  revision: z.int().min(1),
  demonstration: z.boolean(),
  /** The lines of the report's head. */
  subject: z.object({ patient: z.string(), tumourType: z.string(), specimen: z.string(), assay: z.string(), askedBy: z.string() }),
  question: z.string(),
  sections: z.array(z.object({
    id: SectionId, title: z.string(), part: ReportPart, kind: z.enum(['text', 'block']), markdown: z.string(), adoptedBy: z.string().nullable(),
  })),
  snapshot: Hash,
  reviewedRun: Hash,
  knowledge: z.object({ release: z.string(), hash: z.string() }),
  engine: z.string(),
  intendedUse: z.string(),
  experts: z.object({ genomic_expert: Expert, oncologist: Expert }),
})
export type ReportContent = z.infer<typeof ReportContent>
