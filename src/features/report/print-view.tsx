import './report.css'
import { Fragment } from 'react'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ReportView, SignatureView } from '#src/contract/views/report-view.ts'
import { useInstant } from '#src/lib/use-instant.ts'
import { roleWords } from '#src/lib/words/role-words.ts'
import { PrintRunning } from '#src/ui/look/print-running.tsx'
import { Markdown } from '#src/ui/text/markdown.tsx'
import { statusWord } from './page-view.tsx'
import { parts, partWords } from './report-words.ts'

function Head({ caseView, report }: { caseView: CaseView; report: ReportView }) {
  const { identity, specimen, assay, tumourType } = caseView
  const genes = assay.coverage.kind === 'genes' ? `${assay.coverage.genes.length} genes` : assay.name || 'not stated'
  return (
    <header className="paper-head">
      <div><h1>Genomic second opinion</h1><p>{caseView.code} · revision {report.revision} · <b>{statusWord(report)}</b></p></div>
      <p className="q">Two experts, one answer. Supports clinical judgement, does not replace it.</p>
      <dl>
        <div><dt>Patient</dt><dd>{identity?.pseudonym ?? 'not shown to your role'}{identity?.birthYear ? `, ${identity.birthYear}` : ''}</dd></div>
        <div><dt>Tumour</dt><dd>{tumourType.name} ({tumourType.code})</dd></div>
        <div><dt>Specimen</dt><dd>{specimen.site || 'site not stated'}, <span className="unbroken">{specimen.collected ?? 'date not stated'}</span></dd></div>
        <div><dt>Assay</dt><dd>{genes}{assay.tumourOnly ? ', tumour only' : ''}</dd></div>
      </dl>
    </header>
  )
}

function Signature({ signature }: { signature: SignatureView }) {
  const { full } = useInstant()
  return (
    <div>
      <p><b>{signature.name}</b>, {roleWords[signature.slot].toLowerCase()}</p>
      <p>{signature.credential}</p>
      <p>{signature.meaning.replaceAll('_', ' ')} · {full(signature.at)}</p>
      {signature.reservation ? <p>Reservation: {signature.reservation}</p> : null}
      <p>to revision {signature.revision} · <span className="mono">{signature.contentHash.slice(0, 8)}</span></p>
    </div>
  )
}

/** As it prints: three sheets, the patient's one separable, with running head, status and page numbers from the print styles. */
export function PrintView({ caseView, report }: { caseView: CaseView; report: ReportView }) {
  const standing = report.signatures.filter((one) => one.standing)
  return (
    <div className="desk">
      <PrintRunning text={`Consilium second opinion · ${caseView.code} · revision ${report.revision} · ${report.contentHash.slice(0, 8)}`} status={statusWord(report)} />
      {parts.map((part) => (
        <article key={part} className="paper print-page" data-part={part} data-status={statusWord(report)}>
          {part === 'front' ? <Head caseView={caseView} report={report} /> : <p className="paper-part">{partWords[part]}</p>}
          {report.sections.map((section, index) => (section.part === part ? (
            <Fragment key={section.id}>
              <section className="paper-section"><h2>{part === 'patient' ? '' : `${index + 1} `}{section.title}</h2><Markdown source={section.markdown} />{section.state === 'machine' ? <p className="machine-note">machine draft, not adopted</p> : null}</section>
            </Fragment>
          ) : null))}
          {part === 'front' ? <footer className="paper-foot">{standing.length === 0 ? <p>Not signed</p> : standing.map((one) => <Signature key={one.slot} signature={one} />)}</footer> : null}
          {part === 'clinical' ? <p className="intended-use">{report.intendedUse}</p> : null}
        </article>
      ))}
    </div>
  )
}
