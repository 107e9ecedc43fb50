import { z } from 'zod'
import { Alteration } from '#src/domain/alteration.ts'
import { Biomarker } from '#src/domain/biomarker.ts'
import { ColumnMapping, TableLayout } from '#src/domain/column-mapping.ts'
import { IntakeForm, SourceFile } from '#src/domain/intake.ts'
import { AmbiguousGene, ReadingProblem, StatedFact, StatedField, StatedLine } from '#src/domain/record-reading.ts'

export const GateView = z.object({ gate: z.string(), state: z.enum(['passed', 'open', 'blocked', 'passed_with_gap']), why: z.string(), gapAllowed: z.boolean() })
export type GateView = z.infer<typeof GateView>

export const UploadView = z.object({
  id: z.string(), name: z.string(), state: z.enum(['reading', 'read', 'failed', 'cancelled']), bytesRead: z.int(), bytes: z.int(),
  /** Why it could not be read, in words a clinician understands. */
  problems: z.array(ReadingProblem),
  file: SourceFile.nullable(),
})
export type UploadView = z.infer<typeof UploadView>

/** A mapping somebody gave, with the printed name of the person and the day (`2026-11-23`). `laboratory` is empty where none was stated. */
export const MappingSource = z.object({ laboratory: z.string(), by: z.string(), on: z.string() })
export type MappingSource = z.infer<typeof MappingSource>

/** A table with a layout of its own, as the host understands it. */
export const TableView = TableLayout.extend({
  /** The mapping it was read with: given in this intake, or remembered from the same laboratory. null: read by the names of its columns. */
  readWith: MappingSource.extend({ isRemembered: z.boolean() }).nullable(),
  /** What others said of the same header, for other laboratories or where this one is not stated: offered, never applied by itself. */
  offered: z.array(MappingSource.extend({ columns: ColumnMapping })),
})
export type TableView = z.infer<typeof TableView>

/** One field of who and which tumour, over all files and the form (source `form`); a difference that `stops` cannot be passed with a gap. */
export const IdentityRow = z.object({
  field: StatedField, state: z.enum(['agrees', 'differs', 'one_source', 'unresolved']), stops: z.boolean(),
  values: z.array(z.object({ value: z.string().nullable(), said: z.string(), sources: z.array(z.string()) })),
})
export type IdentityRow = z.infer<typeof IdentityRow>

/** A fact of the records that the form lacks or has otherwise; `takeOver` puts it there. */
export const Suggestion = z.object({ id: z.string(), field: StatedField, value: z.string(), said: z.string(), file: z.string(), differsFromForm: z.boolean() })
export type Suggestion = z.infer<typeof Suggestion>

/** What the host has read so far for an intake: nothing of it is recorded before the case is taken in. */
export const PreviewView = z.object({
  uploads: z.array(UploadView), genomeBuild: z.string(), samples: z.array(z.string()), tumourSamples: z.array(z.string()), tumourSampleRule: z.string(),
  records: z.int(), listed: z.record(z.string(), z.int()), alterations: z.array(Alteration), alterationsTotal: z.int(), biomarkers: z.array(Biomarker),
  notTested: z.int(), tables: z.array(TableView), problems: z.array(ReadingProblem), problemsTotal: z.int(), gates: z.array(GateView),
  stated: z.array(StatedFact), identity: z.array(IdentityRow), suggestions: z.array(Suggestion), reportLines: z.array(StatedLine), ambiguousGenes: z.array(AmbiguousGene),
  /** Names of the files, for the shown alterations that two or more of them state. */
  sources: z.record(z.string(), z.array(z.string())),
})
export type PreviewView = z.infer<typeof PreviewView>

export const IntakeView = z.object({ id: z.string(), version: z.int(), form: IntakeForm, savedAt: z.string().nullable() })
export type IntakeView = z.infer<typeof IntakeView>

export const TumourOption = z.object({ code: z.string(), name: z.string(), mainType: z.string(), tissue: z.string() })
export type TumourOption = z.infer<typeof TumourOption>

export const AssayOption = z.object({ id: z.string(), name: z.string(), genes: z.int() })
export type AssayOption = z.infer<typeof AssayOption>
