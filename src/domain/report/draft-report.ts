import { draftBlocks } from './draft-blocks.ts'
import { draftClinical } from './draft-clinical.ts'
import { draftFront } from './draft-front.ts'
import { draftPatient } from './draft-patient.ts'
import { referencesBlock } from './references-block.ts'
import type { ReportInput } from './report-input.ts'
import { reportSections, type DraftSection } from './section.ts'

/**
 * The report as the machine would write it: text drafted from decisions, facts and the reviewed run, tables made of data. Pure: the same
 * input gives the same words. Advisory wording, no dose, no urgency; claims carry the ids of their sources in brackets.
 */
export function draftReport(input: ReportInput): DraftSection[] {
  const texts = { ...draftFront(input), ...draftClinical(input), ...draftBlocks(input), ...draftPatient(input) }
  const drafted = reportSections.map(({ id, title, part, kind }) => ({ id, title, part, kind, markdown: texts[id] }))
  return withReferences(drafted, input)
}

/** Sets the reference block to what the given texts cite: called again when a person's text has taken the place of a draft. */
export function withReferences<S extends { id: string; markdown: string }>(sections: readonly S[], { citations }: Pick<ReportInput, 'citations'>): S[] {
  const block = referencesBlock(sections.filter((s) => s.id !== 'references').map((s) => s.markdown), citations)
  return sections.map((s) => (s.id === 'references' ? { ...s, markdown: block } : s))
}
