import { z } from 'zod'

export const ReportPart = z.enum(['front', 'clinical', 'patient'])
export type ReportPart = z.infer<typeof ReportPart>

/** The closed list of sections. `text` is drafted by the machine and adopted by a named person; `block` is data and is never typed. */
export const sectionIds = [
  'answer', 'original_comparison', 'options', 'not_to_do', 'next_tests', 'germline', 'confidence_dissent',
  'biomarkers', 'interpretation', 'interactions', 'ledger', 'trials', 'limits', 'methods', 'negatives', 'vus', 'references', 'follow_up',
  'patient_found', 'patient_meaning', 'patient_family', 'patient_about',
] as const
export const SectionId = z.enum(sectionIds)
export type SectionId = z.infer<typeof SectionId>

export type SectionSpec = {
  id: SectionId; title: string; part: ReportPart; kind: 'text' | 'block'
  /** Where it stands in print; the order of the list. */
  order: number
}

const spec = (part: ReportPart, kind: 'text' | 'block', id: SectionId, title: string) => ({ id, title, part, kind })

/** In print order. Source: key facts on the front page, detail behind it (ESMO 2024), the patient's sheet last and separable. */
export const reportSections: readonly SectionSpec[] = [
  spec('front', 'text', 'answer', 'Question and answer'),
  spec('front', 'text', 'original_comparison', 'Against the first report'),
  spec('front', 'block', 'options', 'Options'),
  spec('front', 'text', 'not_to_do', 'What not to do'),
  spec('front', 'text', 'next_tests', 'Next tests'),
  spec('front', 'text', 'germline', 'Germline'),
  spec('front', 'text', 'confidence_dissent', 'Confidence and dissent'),
  spec('clinical', 'block', 'biomarkers', 'Drivers and biomarkers'),
  spec('clinical', 'text', 'interpretation', 'Drivers, one by one'),
  spec('clinical', 'text', 'interactions', 'Interactions'),
  spec('clinical', 'block', 'ledger', 'Comparison ledger'),
  spec('clinical', 'text', 'trials', 'Trials'),
  spec('clinical', 'text', 'limits', 'Limits'),
  spec('clinical', 'block', 'methods', 'Methods and versions'),
  spec('clinical', 'block', 'negatives', 'Pertinent negatives'),
  spec('clinical', 'block', 'vus', 'Variants of uncertain significance'),
  spec('clinical', 'block', 'references', 'References'),
  spec('clinical', 'text', 'follow_up', 'Follow-up'),
  spec('patient', 'text', 'patient_found', 'What we looked at and what we found'),
  spec('patient', 'text', 'patient_meaning', 'What it may mean for you'),
  spec('patient', 'text', 'patient_family', 'Questions to ask, and family where it matters'),
  spec('patient', 'text', 'patient_about', 'Who wrote this, and words explained'),
].map((s, order) => ({ ...s, order }))

/** What a person must adopt by name before the report can be signed. */
export const textSections: readonly SectionSpec[] = reportSections.filter((s) => s.kind === 'text')

export const isTextSection = (id: string): id is SectionId => textSections.some((s) => s.id === id)

export type DraftSection = { id: SectionId; title: string; part: ReportPart; kind: 'text' | 'block'; markdown: string }
