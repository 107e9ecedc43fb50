import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'

/** What has happened to the patient so far, as far as it decides what is realistic. */
export const TreatmentLine = z.object({
  line: z.int().nullable(),
  setting: z.enum(['neoadjuvant', 'adjuvant', 'locally_advanced', 'metastatic', 'unknown']),
  /** Generic drug names, lower case. */
  drugs: z.array(z.string()),
  modality: z.enum(['systemic', 'surgery', 'radiotherapy', 'trial', 'other']),
  from: CalendarDate.nullable(),
  to: CalendarDate.nullable(),
  bestResponse: z.enum(['complete_response', 'partial_response', 'stable_disease', 'progressive_disease', 'not_evaluable', 'not_stated']),
  stopReason: z.enum(['progression', 'toxicity', 'completed', 'patient_choice', 'ongoing', 'other', 'not_stated']),
  note: z.string().max(400),
})
export type TreatmentLine = z.infer<typeof TreatmentLine>

export const Course = z.object({
  lines: z.array(TreatmentLine),
  /** True: a person has said that nothing was given so far. An empty list alone says nothing. */
  untreated: z.boolean().exactOptional(),
  stage: z.string().nullable(),
  ecog: z.int().min(0).max(4).nullable(),
  brainDisease: z.enum(['yes', 'no', 'unknown']),
  organFunction: z.array(z.object({ organ: z.enum(['kidney', 'liver', 'heart', 'marrow', 'lung']), state: z.enum(['normal', 'impaired']), detail: z.string().max(200) })),
  allergies: z.array(z.string().max(100)),
  ageYears: z.int().min(0).max(120).nullable(),
})
export type Course = z.infer<typeof Course>
