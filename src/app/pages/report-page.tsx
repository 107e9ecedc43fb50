import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ReportGate } from '#src/features/report/report-gate.tsx'
import { ReportView, type ReportLook } from '#src/features/report/report-view.tsx'
import { SigningView } from '#src/features/signing/signing-view.tsx'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { CaseGate } from './case-gate.tsx'
import { NotYours } from './not-yours.tsx'

type View = ReportLook | 'signing'
const isView = (view: string | undefined): view is View => view === 'write' || view === 'patient' || view === 'print' || view === 'signing'

export function ReportPage({ caseId }: { caseId: string }) {
  const query = useQuery(caseQuery(caseId))
  const navigate = useNavigate()
  const { view: asked } = useSearch({ strict: false })
  const show = (view: View) => void navigate({ to: '.', search: (before) => ({ ...before, view }), replace: true })
  return (
    <CaseGate query={query} what="Report">
      {(caseView) => (caseView.opens.report ? (
        <ReportGate caseId={caseId}>
          {(report) => {
            // A sealed report is looked at where its seal is, unless another view was asked for.
            const view = isView(asked) ? asked : report.status === 'draft' ? 'write' : 'signing'
            return view === 'signing'
              ? <SigningView caseView={caseView} report={report} onReport={() => show('write')} />
              : <ReportView caseView={caseView} report={report} look={{ look: view, onLook: show, onSigning: () => show('signing') }} />
          }}
        </ReportGate>
      ) : <NotYours title="Report" heading="Opens after consensus">The report is drafted from what both experts agreed, and from nothing else.</NotYours>)}
    </CaseGate>
  )
}
