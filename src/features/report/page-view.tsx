import './report.css'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ReportView } from '#src/contract/views/report-view.ts'
import { PrintRunning } from '#src/ui/look/print-running.tsx'
import { ReportSection, type Writing } from './report-section.tsx'
import { parts, partWords } from './report-words.ts'

export const statusWord = (report: ReportView) => (report.status === 'final' ? 'FINAL' : 'DRAFT')

/** The clinical part as one page to write on. */
export function PageView({ caseView, report, writing }: { caseView: CaseView; report: ReportView; writing: Writing }) {
  const shown = parts.filter((part) => part !== 'patient')
  return (
    <div className="desk">
      <article className="sheet">
        <PrintRunning text={`Consilium second opinion · ${caseView.code} · revision ${report.revision}`} status={statusWord(report)} />
        <p className="sheet-head"><span>Consilium second opinion · {caseView.code}</span><span>{statusWord(report)}, revision {report.revision}</span></p>
        {shown.map((part) => (
          <div key={part}>
            <p className="sheet-part">{partWords[part]}</p>
            {report.sections.map((section, index) => (section.part === part ? <ReportSection key={section.id} report={report} section={section} number={index + 1} writing={writing} /> : null))}
          </div>
        ))}
        <p className="intended-use">{report.intendedUse}</p>
      </article>
    </div>
  )
}
