import { z } from 'zod'
import { Alteration } from './alteration.ts'
import { Biomarker } from './biomarker.ts'

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
  problems: z.array(ReadingProblem),
})
export type RecordReading = z.infer<typeof RecordReading>
