import { z } from 'zod'
import { Alteration } from '#src/domain/alteration.ts'
import { Biomarker } from '#src/domain/biomarker.ts'
import { IntakeForm, SourceFile } from '#src/domain/intake.ts'
import { ReadingProblem } from '#src/domain/record-reading.ts'

export const GateView = z.object({ gate: z.string(), state: z.enum(['passed', 'open', 'blocked', 'passed_with_gap']), why: z.string(), gapAllowed: z.boolean() })
export type GateView = z.infer<typeof GateView>

export const UploadView = z.object({
  id: z.string(), name: z.string(), state: z.enum(['reading', 'read', 'failed', 'cancelled']), bytesRead: z.int(), bytes: z.int(),
  /** Why it could not be read, in words a clinician understands. */
  problems: z.array(ReadingProblem),
  file: SourceFile.nullable(),
})
export type UploadView = z.infer<typeof UploadView>

/** What the host has read so far for an intake: nothing of it is recorded before the case is taken in. */
export const PreviewView = z.object({
  uploads: z.array(UploadView), genomeBuild: z.string(), samples: z.array(z.string()), tumourSamples: z.array(z.string()), tumourSampleRule: z.string(),
  records: z.int(), listed: z.record(z.string(), z.int()), alterations: z.array(Alteration), alterationsTotal: z.int(), biomarkers: z.array(Biomarker),
  notTested: z.int(), problems: z.array(ReadingProblem), problemsTotal: z.int(), gates: z.array(GateView),
})
export type PreviewView = z.infer<typeof PreviewView>

export const IntakeView = z.object({ id: z.string(), version: z.int(), form: IntakeForm, savedAt: z.string().nullable() })
export type IntakeView = z.infer<typeof IntakeView>

export const TumourOption = z.object({ code: z.string(), name: z.string(), mainType: z.string(), tissue: z.string() })
export type TumourOption = z.infer<typeof TumourOption>

export const AssayOption = z.object({ id: z.string(), name: z.string(), genes: z.int() })
export type AssayOption = z.infer<typeof AssayOption>
