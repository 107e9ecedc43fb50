import type { GateName } from '#src/domain/gates.ts'

/** The steps of an intake and the gates each answers. */
export const intakeSteps = [
  { id: 'records', name: 'Records', gates: ['records', 'findings', 'sample', 'genome_build', 'gene_names', 'other_case'] },
  { id: 'tumour', name: 'Patient and tumour', gates: ['identity', 'patient_match', 'tumour_type'] },
  { id: 'assay', name: 'Specimen and assay', gates: ['assay', 'specimen_match'] },
  { id: 'question', name: 'Question', gates: ['question'] },
  { id: 'course', name: 'Course', gates: [] },
  { id: 'report', name: 'First report', gates: [] },
  { id: 'people', name: 'Consent and experts', gates: ['consent', 'experts', 'due'] },
] as const satisfies readonly { id: string; name: string; gates: readonly GateName[] }[]
export type IntakeStepId = (typeof intakeSteps)[number]['id']
export const readStep = (value: string | undefined): IntakeStepId => intakeSteps.find((step) => step.id === value)?.id ?? 'records'

export const gateWords: Record<GateName, string> = {
  records: 'Records read', findings: 'A finding, or none found', sample: 'Tumour sample chosen', genome_build: 'Genome build', identity: 'Patient named', tumour_type: 'Tumour type', assay: 'What the assay covered',
  patient_match: 'One patient in all records', specimen_match: 'One date of collection', gene_names: 'Gene names', other_case: 'File not of another case',
  question: 'Question and reason', consent: 'Consent', experts: 'Two experts', due: 'Due date',
}
export const stepOfGate = (gate: string): IntakeStepId => intakeSteps.find((step) => (step.gates as readonly string[]).includes(gate))?.id ?? 'records'
