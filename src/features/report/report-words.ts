import type { LintFinding, SectionView } from '#src/contract/views/report-view.ts'

export const partWords: Record<SectionView['part'], string> = { front: 'Front page', clinical: 'Clinical part', patient: 'Patient part' }
export const parts: readonly SectionView['part'][] = ['front', 'clinical', 'patient']

const findings: Record<string, string> = {
  forbidden_wording: 'Wording that is not allowed', contradicted_by_decision: 'Contradicted by a decision', number_mismatch: 'Number differs from the facts', unlinked_claim: 'Claim without a source',
  unknown_source: 'Source not known', empty_section: 'Empty section', reading_grade: 'Hard to read', gap_not_printed: 'Accepted gap not printed', dissent_not_printed: 'Dissent not printed',
  level_a_missing: 'Required item missing', patient_part_behind: 'Patient part is behind', survival_number: 'Survival number', dose_or_urgency: 'Dose or urgency',
}
export const findingWord = (finding: LintFinding) => findings[finding.code] ?? finding.code.replaceAll('_', ' ')

export type Fullness = 'full' | 'half' | 'empty'
/** Full: adopted, or data. Half: the machine's words, not adopted. Empty: nothing is said. */
export const fullnessOf = (section: SectionView): Fullness => (section.state !== 'machine' ? 'full' : section.markdown.trim() === '' ? 'empty' : 'half')

/** The clinical sections that a section of the patient part explains. */
export const twinsOf: Record<string, readonly string[]> = {
  patient_found: ['interpretation', 'biomarkers'], patient_meaning: ['answer', 'options', 'not_to_do', 'next_tests', 'original_comparison'], patient_family: ['germline'], patient_about: ['confidence_dissent', 'methods'],
}
