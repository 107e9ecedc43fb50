import type { ReportInput } from './report-input.ts'
import { draftBlocks } from './draft-blocks.ts'
import { draftClinical } from './draft-clinical.ts'
import { draftFront } from './draft-front.ts'
import { draftPatient } from './draft-patient.ts'
import { reportSections, type DraftSection } from './section.ts'

/**
 * The report as the machine would write it: text drafted from decisions, facts and the reviewed run, tables made of data. Pure: the same
 * input gives the same words. Advisory wording, no dose, no urgency; each claim carries the ids of its sources in brackets.
 */
export function draftReport(input: ReportInput): DraftSection[] {
  const texts = { ...draftFront(input), ...draftClinical(input), ...draftBlocks(input), ...draftPatient(input) }
  return reportSections.map(({ id, title, part, kind }) => ({ id, title, part, kind, markdown: texts[id] }))
}
