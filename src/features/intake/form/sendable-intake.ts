import { IntakeForm, OriginalReportLine } from '#src/domain/intake.ts'
import { TreatmentLine } from '#src/domain/course.ts'

const fits = (schema: { safeParse: (value: unknown) => { success: boolean } }) => (value: unknown) => schema.safeParse(value).success

/** What of the form can be saved: a report line without text, or a gap without a reason, stays on this device until it has one. */
export function sendableIntake(form: IntakeForm): { value: IntakeForm; isWhole: boolean } {
  const lines = form.originalReport.lines.filter(fits(OriginalReportLine))
  const treatments = form.course.lines.filter(fits(TreatmentLine))
  const gaps = form.gaps.filter(fits(IntakeForm.shape.gaps.element))
  const isWhole = lines.length === form.originalReport.lines.length && treatments.length === form.course.lines.length && gaps.length === form.gaps.length
  return { value: { ...form, originalReport: { ...form.originalReport, lines }, course: { ...form.course, lines: treatments }, gaps }, isWhole }
}
