import type { IntakeForm } from '#src/domain/intake.ts'

/** What each step gets: the form as typed, and a way to change it. */
export type StepProps = { form: IntakeForm; edit: (patch: Partial<IntakeForm>) => void }
