import type { IdentityRow } from '#src/contract/views/intake-view.ts'
import type { StatedField } from '#src/domain/record-reading.ts'

/** Fields that records state, as the form names them. */
export const statedWords: Record<StatedField, string> = {
  patient_id: 'Number of the patient', patient_name: 'Name', sex: 'Sex', birth_date: 'Born', sample_id: 'Sample', specimen_site: 'Site', specimen_kind: 'Kind of specimen', specimen_collected: 'Collected', purity: 'Purity',
  tumour_type: 'Tumour type', stage: 'Stage', ecog: 'ECOG', assay: 'Assay', laboratory: 'Laboratory', report_date: 'Date of the report', genes_tested: 'Genes tested',
}

export const identityStates: Record<IdentityRow['state'], string> = { agrees: 'agree', differs: 'differ', one_source: 'one source only', unresolved: 'not understood' }

const longest = 60

/** A value short enough for a table: a list of genes is counted. */
export function statedText(field: StatedField, text: string): string {
  if (field === 'genes_tested') return `${text.split(', ').length} genes`
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
