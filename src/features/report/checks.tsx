import './report.css'
import { Button } from '@mantine/core'
import type { ReportView } from '#src/contract/views/report-view.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { findingWord } from './report-words.ts'

/** What a person must look at before signing; a filled triangle stops signing. */
export function Checks({ report, onOpen }: { report: ReportView; onOpen: (section: string) => void }) {
  const title = (id: string) => report.sections.find((section) => section.id === id)?.title ?? id
  const findings = report.lint.toSorted((a, b) => Number(b.blocking) - Number(a.blocking))
  const waiting = report.sections.filter((section) => section.state === 'machine')
  return (
    <ul className="checks">
      {findings.map((finding) => (
        <li key={`${finding.code} ${finding.section} ${finding.detail}`}>
          <span className="att"><Icon name={finding.blocking ? 'late' : 'warn'} /></span>
          <span><b className="med">{findingWord(finding)}</b>{finding.blocking ? <span className="att"> · stops signing</span> : null}<br /><span className="q">{finding.detail}</span><br /><span className="qq">{title(finding.section)}</span></span>
          <Button size="xs" onClick={() => onOpen(finding.section)}>Open</Button>
        </li>
      ))}
      {waiting[0] ? (
        <li><span className="att"><Icon name="late" /></span><span><b className="med">{waiting.length} {waiting.length === 1 ? 'section is' : 'sections are'} not adopted</b><span className="att"> · stops signing</span><br /><span className="qq">the machine’s words; next: {waiting[0].title}</span></span><Button size="xs" onClick={() => onOpen(waiting[0]?.id ?? '')}>Open</Button></li>
      ) : null}
      {findings.length + waiting.length === 0 ? <li className="q"><Icon name="check" /><span>All checks passed: wording, numbers, decisions, sources, dissent, gaps, patient part.</span></li> : null}
    </ul>
  )
}

export const stopsSigning = (report: ReportView) => report.lint.filter((finding) => finding.blocking).length + report.sections.filter((section) => section.state === 'machine').length
