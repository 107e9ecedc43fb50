import { Button, TextInput } from '@mantine/core'
import type { IntakeForm, OriginalReportLine } from '#src/domain/intake.ts'
import { newCommandId } from '#src/lib/command-id.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { DateField } from './date-field.tsx'
import type { StepProps } from './intake-form.ts'
import { ReportLineEditor } from './report-line-editor.tsx'

/** The laboratory's conclusions, line by line and with their page, so that they can be compared later. */
export function StepReport({ form, edit, capturedBy }: StepProps & { capturedBy: string }) {
  const report = form.originalReport
  const change = (patch: Partial<IntakeForm['originalReport']>) => edit({ originalReport: { ...report, ...patch } })
  const empty = (): OriginalReportLine => ({ id: newCommandId(), kind: 'finding', text: '', page: report.lines.at(-1)?.page ?? null, gene: null, therapy: null, stance: 'neutral', tier: null, capturedBy, alterationIds: [] })
  const add = () => change({ lines: [...report.lines, empty()] })
  return (
    <>
      <Section title="Report">
        <div className="fields">
          <TextInput label="Laboratory" maxLength={120} value={report.laboratory} onChange={(event) => change({ laboratory: event.currentTarget.value })} />
          <DateField label="Date of the report" value={report.date} onChange={(date) => change({ date })} />
        </div>
      </Section>
      <Section title="Its conclusions" note={report.lines.length === 0 ? 'none captured' : String(report.lines.length)} end={<Button onClick={add} leftSection={<Icon name="plus" isSmall />}>Add a line</Button>}>
        {report.lines.length === 0 ? <p className="qq">Findings, therapies, trials, negatives and limits that the report states. Without them there is nothing to compare with.</p> : null}
        {report.lines.map((line, index) => (
          <ReportLineEditor key={line.id} at={index} line={line} onChange={(patch) => change({ lines: report.lines.map((one) => (one.id === line.id ? { ...one, ...patch } : one)) })} onRemove={() => change({ lines: report.lines.filter((one) => one.id !== line.id) })} />
        ))}
      </Section>
    </>
  )
}
