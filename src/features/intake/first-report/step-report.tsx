import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { PreviewView } from '#src/contract/views/intake-view.ts'
import { alterationLabel } from '#src/domain/alteration-label.ts'
import type { IntakeForm, OriginalReportLine } from '#src/domain/intake.ts'
import { newCommandId } from '#src/lib/command-id.ts'
import { useSession } from '#src/lib/use-session.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { DateField } from '../form/date-field.tsx'
import { documentsQuery } from './document-query.ts'
import { DropRecords } from '../records/drop-records.tsx'
import type { StepProps } from '../form/intake-form.ts'
import { colleaguesQuery } from '../intake-query.ts'
import { ReportDocument } from './report-document.tsx'
import { ReportLineEditor } from './report-line-editor.tsx'
import { SendingList } from '../records/sending-list.tsx'
import { StatedLines } from '../records/stated-lines.tsx'
import type { TakeOver } from '../records/use-take-over.ts'
import type { useUploads } from '../records/use-uploads.ts'

type StepReportProps = StepProps & { intakeId: string; capturedBy: string; preview: PreviewView | null; uploads: ReturnType<typeof useUploads>; takeOver: TakeOver }

/** The laboratory's conclusions, line by line and with their page, so that they can be compared later; its report stands beside them. */
export function StepReport({ form, edit, intakeId, capturedBy, preview, uploads, takeOver }: StepReportProps) {
  const [page, setPage] = useState(1)
  const [said, setSaid] = useState('')
  const documents = useQuery(documentsQuery(intakeId))
  const report = form.originalReport
  const shown = documents.data?.find((one) => one.hash === report.document) ?? documents.data?.[0]
  const change = (patch: Partial<IntakeForm['originalReport']>) => edit({ originalReport: { ...report, ...patch } })
  const add = (line: Partial<OriginalReportLine>) => {
    const whole: OriginalReportLine = { id: newCommandId(), kind: 'finding', text: '', page: shown ? page : report.lines.at(-1)?.page ?? null, gene: null, therapy: null, stance: 'neutral', tier: null, capturedBy, alterationIds: [], ...line }
    change({ lines: [...report.lines, whole], document: shown?.hash ?? null })
    setSaid(`Line ${report.lines.length + 1} added: ${whole.kind}${whole.page === null ? '' : `, page ${whole.page}`}`)
  }
  return (
    <div className={shown ? 'report-beside' : 'report-alone'}>
      {shown && documents.data ? (
        <ReportDocument intakeId={intakeId} documents={documents.data} shown={shown} page={page} onDocument={(document) => { change({ document }); setPage(1) }} onPage={setPage} onLine={(kind, passage) => add({ kind, ...passage })} />
      ) : null}
      <div className="report-form">
        {documents.isError ? <p className="sec res small" role="alert">It could not be asked whether the report is here as a PDF. <button type="button" className="gate-undo" onClick={() => void documents.refetch()}>Try again</button></p> : null}
        {documents.data?.length === 0 ? (
          <Section title="The report as a PDF" note="shown beside this form, so that passages can be taken over">
            <DropRecords onFiles={uploads.add} isReport /><SendingList uploads={uploads} />
          </Section>
        ) : null}
        <Section title="Report">
          <div className="fields">
            <TextInput label="Laboratory" maxLength={120} value={report.laboratory} onChange={(event) => change({ laboratory: event.currentTarget.value })} />
            <DateField label="Date of the report" value={report.date} onChange={(date) => change({ date })} />
          </div>
        </Section>
        <StatedLines stated={preview?.reportLines ?? []} lines={report.lines} takeOver={takeOver} />
        <Conclusions intakeId={intakeId} lines={report.lines} preview={preview} onLines={(lines) => change({ lines })} onAdd={() => add({})} onShow={shown ? setPage : undefined} />
        <p className="heard" role="status">{said}</p>
      </div>
    </div>
  )
}

type ConclusionsProps = { intakeId: string; lines: readonly OriginalReportLine[]; preview: PreviewView | null; onLines: (lines: OriginalReportLine[]) => void; onAdd: () => void; onShow: ((page: number) => void) | undefined }

function Conclusions({ intakeId, lines, preview, onLines, onAdd, onShow }: ConclusionsProps) {
  const { person } = useSession()
  const colleagues = useQuery(colleaguesQuery()).data
  const labels = useMemo(() => new Map((preview?.alterations ?? []).map((one) => [one.id, alterationLabel(one)])), [preview?.alterations])
  const nameOf = (id: string) => (id === person?.id ? person.name : colleagues?.find((one) => one.id === id)?.name ?? 'a colleague')
  return (
    <Section title="Its conclusions" note={lines.length === 0 ? 'none captured' : String(lines.length)} end={<Button onClick={onAdd} leftSection={<Icon name="plus" isSmall />}>Add a line</Button>}>
      {lines.length === 0 ? <p className="qq">Findings, therapies, trials, negatives and limits that the report states. Without them there is nothing to compare with.</p> : null}
      {lines.map((line, index) => (
        <ReportLineEditor key={line.id} intakeId={intakeId} at={index} line={line} typedBy={nameOf(line.capturedBy)} labels={labels} onShow={onShow}
          onChange={(patch) => onLines(patch === null ? lines.filter((one) => one.id !== line.id) : lines.map((one) => (one.id === line.id ? { ...one, ...patch } : one)))} />
      ))}
    </Section>
  )
}
