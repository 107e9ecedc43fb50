import './report.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ReportView as View } from '#src/contract/views/report-view.ts'
import { ApiError } from '#src/lib/call.ts'
import { download } from '#src/lib/download.ts'
import { useSession } from '#src/lib/use-session.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { FootBar, Toolbar } from '#src/ui/frame/toolbar.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { Checks, stopsSigning } from './checks.tsx'
import { Outline, OutlineFoot } from './outline.tsx'
import { PageView } from './page-view.tsx'
import { PatientView } from './patient-view.tsx'
import { PrintView } from './print-view.tsx'
import { pdfText } from './refusal-texts.ts'
import type { Writing } from './report-section.tsx'

export type ReportLook = 'write' | 'patient' | 'print'
type Look = { look: ReportLook; onLook: (look: ReportLook) => void; onSigning: () => void }

function PdfButton({ caseId }: { caseId: string }) {
  const [state, setState] = useState<{ at: 'idle' | 'busy' } | { at: 'refused'; text: string }>({ at: 'idle' })
  const get = () => {
    setState({ at: 'busy' })
    download(api.reportPdf, { params: { caseId } }).then(() => setState({ at: 'idle' }), (error: unknown) => {
      const code = error instanceof ApiError ? error.code : 'unexpected'
      setState({ at: 'refused', text: code in pdfText ? pdfText[code as keyof typeof pdfText] : pdfText.unexpected })
    })
  }
  return <>{state.at === 'refused' ? <RefusalLine text={state.text} /> : null}<Button size="xs" leftSection={<Icon name="file" isSmall />} loading={state.at === 'busy'} onClick={get}>PDF</Button></>
}

/** The report: outline, page, checks. It is drafted from the decisions; people adopt it section by section. */
export function ReportView({ caseView, report, look: { look, onLook, onSigning } }: { caseView: CaseView; report: View; look: Look }) {
  const { person } = useSession()
  const [editing, setEditing] = useState<string | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const stops = stopsSigning(report)
  const canWrite = report.mySlot !== null && report.status !== 'final' && person !== null
  const writing: Writing = { caseId: caseView.id, personId: person?.id ?? '', canWrite, editing, onEdit: setEditing }
  const open = (id: string) => {
    setCurrent(id)
    const part = report.sections.find((section) => section.id === id)?.part
    onLook(part === 'patient' ? 'patient' : look === 'patient' ? 'write' : look)
    requestAnimationFrame(() => document.querySelector(`#section-${id}`)?.scrollIntoView({ block: 'start' }))
  }
  return (
    <div className="report" data-look={look}>
      <Pane label="Outline" bars={<Toolbar title="Report" end={<Chip tone={report.status === 'final' ? 'ink' : 'attention'}>{report.status === 'final' ? `final, revision ${report.revision}` : `draft ${report.revision}`}</Chip>} />} foot={<OutlineFoot report={report} />}>
        <Outline report={report} current={current} onSelect={open} />
      </Pane>
      <Pane label="Page"
        bars={<Toolbar end={<><PdfButton caseId={caseView.id} /><Button size="xs" leftSection={<Icon name="print" isSmall />} onClick={() => { onLook('print'); requestAnimationFrame(() => globalThis.print()) }}>Print</Button></>}>
          <Segments<ReportLook> label="View of the report" value={look} onChange={onLook} options={[{ value: 'write', label: 'Write' }, { value: 'patient', label: 'Patient part' }, { value: 'print', label: 'Print view' }]} />
        </Toolbar>}>
        {report.status === 'signing' && canWrite ? <p className="frozen-note"><Icon name="lock" isSmall />A signature was given to this revision. An edit opens revision {report.revision + 1}, and the signature stays with revision {report.revision}.</p> : null}
        {look === 'print' ? <PrintView caseView={caseView} report={report} /> : look === 'patient' ? <PatientView report={report} writing={writing} /> : <PageView caseView={caseView} report={report} writing={writing} />}
      </Pane>
      <Pane label="Checks" bars={<Toolbar level={2} title="Checks" end={stops > 0 ? <span className="small att med">{stops} stop signing</span> : <span className="small q">none stops signing</span>} />}
        foot={<FootBar><span className="small q">Filled triangle stops signing</span><span className="right"><Button rightSection={<Icon name="open" isSmall />} onClick={onSigning}>To signing</Button></span></FootBar>}>
        <Checks report={report} onOpen={open} />
      </Pane>
    </div>
  )
}
