import './signing.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseView, FlagView } from '#src/contract/views/case-view.ts'
import type { ReportView } from '#src/contract/views/report-view.ts'
import { colleaguesQuery } from '#src/lib/queries/colleagues-query.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { FileButton } from './file-button.tsx'
import { hindrancesOf } from './hindrances.ts'
import { ResolveDialog } from './flag-dialogs.tsx'
import { OfflineVerify, SealedBanner } from './sealed-banner.tsx'
import { SignatureCard } from './signature-card.tsx'
import { grouped, short } from './signing-words.ts'

const slots = ['oncologist', 'genomic_expert'] as const

function Bytes({ caseView, report }: { caseView: CaseView; report: ReportView }) {
  const [isWhole, setIsWhole] = useState(false)
  return (
    <>
      <h2>Both sign the same bytes</h2>
      <p className="q">One hash names the report, the case, the reviewed run, the knowledge and the intended use. Any later change is an amendment; this revision stays readable.</p>
      <dl className="hashes">
        <dt>Report</dt><dd>revision {report.revision}</dd>
        <dt>Engine</dt><dd>{caseView.knowledge.engine}</dd>
        <dt>Knowledge {caseView.knowledge.release}</dt><dd className="mono">{short(caseView.knowledge.hash)}</dd>
        {isWhole ? null : <><dt><b>Content</b></dt><dd className="mono"><b>{short(report.contentHash)}</b></dd></>}
      </dl>
      {isWhole ? <dl className="hashes" data-whole><dt><b>Content</b></dt><dd className="mono"><b>{grouped(report.contentHash)}</b></dd></dl> : null}
      <p className="small q">{isWhole ? 'All 64 digits, SHA-256.' : 'First eight of 64 digits, SHA-256.'} <button type="button" className="text-link" onClick={() => setIsWhole(!isWhole)}>{isWhole ? 'Show eight' : 'Show all'}</button></p>
    </>
  )
}

function Line({ isDone, children }: { isDone: boolean; children: string }) {
  return <li className={isDone ? undefined : 'att'}><Icon name={isDone ? 'check' : 'late'} />{children}</li>
}

function Before({ caseView, report, onReport }: { caseView: CaseView; report: ReportView; onReport: () => void }) {
  const [resolving, setResolving] = useState<FlagView | null>(null)
  const open = caseView.flags.filter((flag) => flag.resolved === null)
  const hindrances = hindrancesOf(caseView, report)
  return (
    <>
      <h3>Before you sign</h3>
      <ul className="before-signing">
        {hindrances.map((one) => <Line key={one.id} isDone={!one.isOpen}>{one.text}</Line>)}
      </ul>
      {hindrances.some((one) => one.isOpen && one.id !== 'flags') ? <Button size="xs" onClick={onReport}>Open the checks</Button> : null}
      {open.map((flag) => <div key={flag.id} className="flag-line"><Icon name="flag" isSmall /><span>{flag.text}<span className="qq"> · {flag.by}{flag.blocking ? ' · blocking' : ''}</span></span><Button size="xs" onClick={() => setResolving(flag)}>Resolve</Button></div>)}
      {resolving ? <ResolveDialog caseId={caseView.id} flag={resolving} onClose={() => setResolving(null)} /> : null}
    </>
  )
}

/** Two persons, two slots, one text. */
export function SigningView({ caseView, report, onReport }: { caseView: CaseView; report: ReportView; onReport: () => void }) {
  const colleagues = useQuery(colleaguesQuery()).data ?? []
  const signed = report.signatures.filter((one) => one.standing).length
  return (
    <Pane label="Signing"
      bars={<>
        <Toolbar title="Signing" end={<>{report.seal ? null : <FileButton caseId={caseView.id} file="pdf" label={signed > 0 ? 'PDF as signed' : 'PDF to be signed'} />}<Button size="xs" onClick={onReport}>Back to the report</Button></>}>
          <Chip>revision {report.revision}{report.status === 'draft' ? '' : ', frozen'}</Chip><span className="small q">{signed} of 2 signed</span>
        </Toolbar>
        {report.seal ? <SealedBanner caseView={caseView} seal={report.seal} /> : null}
      </>}>
      <div className="signing">
        <div>
          <Bytes caseView={caseView} report={report} />
          {report.seal ? <OfflineVerify caseView={caseView} revision={report.revision} seal={report.seal} /> : <Before caseView={caseView} report={report} onReport={onReport} />}
        </div>
        <div>
          <div className="signature-cards">
            {slots.map((slot) => <SignatureCard key={slot} caseView={caseView} report={report} slot={slot} credential={colleagues.find((one) => one.name === caseView.people[slot])?.credential ?? null} onReport={onReport} />)}
          </div>
          <p className="small q">Two persons, two slots. A credential is checked for today. An administrator cannot sign. If anything in the text changes, signatures stay with the revision they were given to and are asked for again.</p>
          <h3>Intended use, part of what is signed</h3>
          <p className="small q">{report.intendedUse}</p>
        </div>
      </div>
    </Pane>
  )
}
