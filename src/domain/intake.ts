import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { Course } from './course.ts'
import { Coverage } from './profile.ts'

/** What a coordinator takes in: who, which tumour, which question, what was done so far, and what the original report concluded. */
export const ReasonForReview = z.enum(['at_diagnosis', 'before_aggressive_treatment', 'path_unclear', 'resistant_disease', 'no_recommendation', 'no_actionable_option', 'no_order_among_options'])
export type ReasonForReview = z.infer<typeof ReasonForReview>

/** Identity is a part of its own, encrypted with the key of the case; nothing else repeats it. */
export const Identity = z.object({
  pseudonym: z.string().max(80), localId: z.string().max(40).nullable(), sex: z.enum(['female', 'male', 'other', 'unknown']),
  birthYear: z.int().min(1900).max(2100).nullable(),
})
export type Identity = z.infer<typeof Identity>

export const Specimen = z.object({
  site: z.string().max(120), kind: z.enum(['primary', 'metastasis', 'recurrence', 'blood', 'unknown']), collected: CalendarDate.nullable(),
  purity: z.number().min(0).max(1).nullable(),
})
export type Specimen = z.infer<typeof Specimen>

export const Assay = z.object({ name: z.string().max(120), laboratory: z.string().max(120), coverage: Coverage, tumourOnly: z.boolean().nullable() })
export type Assay = z.infer<typeof Assay>

export const ReportLineKind = z.enum(['finding', 'therapy', 'trial', 'negative', 'limit'])
export type ReportLineKind = z.infer<typeof ReportLineKind>

/** One conclusion of the laboratory's report, captured by a person so that it can be compared later. */
export const OriginalReportLine = z.object({
  id: z.string(), kind: ReportLineKind, text: z.string().min(1).max(400), page: z.int().min(1).nullable(),
  /** What the line speaks of, confirmed by the person who captured it. */
  gene: z.string().nullable(), therapy: z.array(z.string()).nullable(),
  stance: z.enum(['for', 'against', 'neutral']), tier: z.string().max(20).nullable(), capturedBy: z.string(),
  /** Alterations of the case that the line speaks of, by id; each confirmed by a person, never set by a suggestion alone. */
  alterationIds: z.array(z.string()).default([]),
})
export type OriginalReportLine = z.infer<typeof OriginalReportLine>

export const OriginalReport = z.object({
  laboratory: z.string().max(120), date: CalendarDate.nullable(), lines: z.array(OriginalReportLine),
  /** Hash of the PDF that the pages of the lines count in; null where there is none. */
  document: z.string().nullable().default(null),
})
export type OriginalReport = z.infer<typeof OriginalReport>

export const SourceFile = z.object({ name: z.string(), hash: z.string(), bytes: z.int(), format: z.string(), records: z.int(), problems: z.int() })
export type SourceFile = z.infer<typeof SourceFile>

export const IntakeForm = z.object({
  identity: Identity,
  tumourType: z.string().nullable(),
  specimen: Specimen,
  assay: Assay,
  genomeBuild: z.enum(['GRCh37', 'GRCh38', 'unknown']),
  question: z.string().max(600),
  reason: ReasonForReview.nullable(),
  askedBy: z.string().max(160),
  consent: z.enum(['given', 'not_given', 'unknown']),
  due: CalendarDate.nullable(),
  course: Course,
  originalReport: OriginalReport,
  /** Chosen where a file holds several; null: not chosen yet. */
  sample: z.string().nullable(),
  /** Further sample names of the same tumour (DNA and RNA; another file's name for it), stated by the person: their findings count in. */
  alsoSamples: z.array(z.string().max(200)).max(20).default([]),
  /** Which gene is meant by a name that the field has used for more than one. */
  geneChoices: z.record(z.string(), z.string()).default({}),
  /** Findings typed by hand, in the form of the typed profile. */
  typedProfile: z.string().max(4000),
  noneFound: z.boolean(),
  protocol: z.enum(['independent', 'assisted']),
  assigned: z.object({ genomic_expert: z.string().nullable(), oncologist: z.string().nullable() }),
  /** Gates passed with a gap: recorded, and printed in the report. */
  gaps: z.array(z.object({ gate: z.string(), reason: z.string().min(3).max(300) })),
})
export type IntakeForm = z.infer<typeof IntakeForm>

export const emptyIntake: IntakeForm = {
  identity: { pseudonym: '', localId: null, sex: 'unknown', birthYear: null },
  tumourType: null,
  specimen: { site: '', kind: 'unknown', collected: null, purity: null },
  assay: { name: '', laboratory: '', coverage: { kind: 'unknown' }, tumourOnly: null },
  genomeBuild: 'unknown', question: '', reason: null, askedBy: '', consent: 'unknown', due: null,
  course: { lines: [], stage: null, ecog: null, brainDisease: 'unknown', organFunction: [], allergies: [], ageYears: null },
  originalReport: { laboratory: '', date: null, lines: [], document: null },
  sample: null, alsoSamples: [], geneChoices: {}, typedProfile: '', noneFound: false, protocol: 'independent', assigned: { genomic_expert: null, oncologist: null }, gaps: [],
}
