import { z } from 'zod'
import { Alteration } from './alteration.ts'
import { Biomarker } from './biomarker.ts'
import { TableLayout } from './column-mapping.ts'

/** What a reader returns for one file or folder. records = what was read + what is listed: nothing vanishes. */
export const ReadingProblem = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  file: z.string(),
  /** 1-based; null when the problem is of the file as a whole. */
  line: z.int().nullable(),
  column: z.string().nullable(),
  /** What, where, and what to do, in words of the person who dropped the file. Never holds patient data beyond the offending token. */
  message: z.string(),
})
export type ReadingProblem = z.infer<typeof ReadingProblem>

export const GenomeBuild = z.enum(['GRCh37', 'GRCh38', 'unknown'])
export type GenomeBuild = z.infer<typeof GenomeBuild>

export const ClinicalRow = z.object({
  sample: z.string(), patient: z.string().nullable(), oncotree: z.string().nullable(), attributes: z.record(z.string(), z.string()),
})
export type ClinicalRow = z.infer<typeof ClinicalRow>

/** What a file says of the person, the specimen and the tumour: compared across files, and offered to the form. */
export const StatedField = z.enum([
  'patient_id', 'patient_name', 'sex', 'birth_date', 'sample_id', 'specimen_site', 'specimen_kind', 'specimen_collected', 'purity', 'tumour_type', 'stage', 'ecog',
  'assay', 'laboratory', 'report_date', 'genes_tested',
])
export type StatedField = z.infer<typeof StatedField>

export const StatedFact = z.object({
  /** File, field and value: the same file read again states the same facts under the same ids. */
  id: z.string(), file: z.string(), field: StatedField,
  /** In our own form (OncoTree code, `female`, `YYYY-MM-DD` or `YYYY`, a fraction, symbols joined by `, `); null: not resolved, a person is asked. */
  value: z.string().nullable(),
  said: z.string(),
})
export type StatedFact = z.infer<typeof StatedFact>

/** A conclusion of the laboratory that a record states as data; a person takes it over as a line of the original report. */
export const StatedLine = z.object({
  id: z.string(), file: z.string(), kind: z.enum(['finding', 'therapy', 'trial', 'negative', 'limit']), text: z.string(), gene: z.string().nullable(),
  therapy: z.array(z.string()).nullable(), stance: z.enum(['for', 'against', 'neutral']), tier: z.string().nullable(),
  /** Words (mostly drugs written as text) that no term is known for. */
  unresolved: z.array(z.string()),
})
export type StatedLine = z.infer<typeof StatedLine>

export const FileReading = z.object({
  file: z.string(), format: z.string(), genomeBuild: GenomeBuild, records: z.int(), read: z.int(), alterations: z.int(), tumourSamples: z.array(z.string()), refused: z.boolean(),
})
export type FileReading = z.infer<typeof FileReading>

/** A gene name that the field uses for more than one gene: read as one of them, and asked. */
export const AmbiguousGene = z.object({ name: z.string(), readAs: z.string(), candidates: z.array(z.string()), file: z.string() })
export type AmbiguousGene = z.infer<typeof AmbiguousGene>

export const RecordReading = z.object({
  format: z.string(),
  genomeBuild: GenomeBuild,
  samples: z.array(z.string()),
  /** The tumour sample(s) the reader found by rule, and the rule; empty means: ask. */
  tumourSamples: z.array(z.string()),
  tumourSampleRule: z.string(),
  records: z.int(),
  /** Records that gave a finding, a clinical row or a panel. records = read + the sum of listed, counted apart. */
  read: z.int(),
  /** Records that carry no alteration of a gene (reference blocks, no gene annotation …), counted by reason. */
  listed: z.record(z.string(), z.int()),
  alterations: z.array(Alteration),
  biomarkers: z.array(Biomarker),
  clinical: z.array(ClinicalRow),
  notTested: z.array(z.string()),
  tumourOnly: z.boolean().nullable(),
  /** How tables with a layout of their own were understood, one entry a file. */
  tables: z.array(TableLayout).default([]),
  problems: z.array(ReadingProblem),
  /** The files one by one, in the order they were read. */
  files: z.array(FileReading).default([]),
  stated: z.array(StatedFact).default([]),
  reportLines: z.array(StatedLine).default([]),
  /** Alteration id → places in `files`, for what two or more files state. */
  sources: z.record(z.string(), z.array(z.int())).default({}),
  ambiguousGenes: z.array(AmbiguousGene).default([]),
})
export type RecordReading = z.infer<typeof RecordReading>
