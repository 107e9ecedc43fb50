import { z } from 'zod'
import { ColumnMapping } from '#src/domain/column-mapping.ts'
import { Course } from '#src/domain/course.ts'
import { IntakeForm, Identity, SourceFile } from '#src/domain/intake.ts'
import { Profile } from '#src/domain/profile.ts'
import { ReadingProblem } from '#src/domain/record-reading.ts'

/** Parts of a case as they are stored. Identity stands alone, so that everything else can be shown and signed without it. */
export const IdentityPart = z.object({ identity: Identity, salt: z.string() })

export const IntakePart = z.object({
  form: IntakeForm.omit({ identity: true }), files: z.array(SourceFile), sex: z.string(), ageBand: z.string(), salt: z.string(),
  /** The mapping of columns each table was read by, so that a correction reads it alike; null: by the names of its columns. */
  columns: z.array(z.object({ file: z.string(), fingerprint: z.string().nullable(), given: z.object({ columns: ColumnMapping, source: z.string() }).nullable() })).default([]),
})
export type IntakePart = z.infer<typeof IntakePart>

export const ProfilePart = z.object({
  profile: Profile, records: z.int(), listed: z.record(z.string(), z.int()), notTested: z.array(z.string()), genomeBuild: z.string(), problems: z.array(ReadingProblem),
  /** Names of the files behind alterations that two or more of them state. */
  sources: z.record(z.string(), z.array(z.string())).default({}),
})
export type ProfilePart = z.infer<typeof ProfilePart>

/** What a round fixes: the input of every run of it, by hash where it is large. */
export const SnapshotPart = z.object({
  tumourType: z.string(), profile: z.string(), intake: z.string(), course: Course, date: z.iso.date(), jurisdiction: z.enum(['US', 'EU']),
  knowledge: z.object({ release: z.string(), hash: z.string() }), engine: z.string(),
})
export type SnapshotPart = z.infer<typeof SnapshotPart>

export const TextPart = z.object({ text: z.string(), salt: z.string() })
