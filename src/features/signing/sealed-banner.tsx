import './signing.css'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ReportView } from '#src/contract/views/report-view.ts'
import { useInstant } from '#src/lib/use-instant.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { FileButton } from './file-button.tsx'
import { grouped } from './signing-words.ts'

/** Final: what cannot change any more, and the files that anybody can check. */
export function SealedBanner({ caseView, seal }: { caseView: CaseView; seal: NonNullable<ReportView['seal']> }) {
  const { full } = useInstant()
  return (
    <div className="sealed">
      <Icon name="lock" />
      <div><h2>Final. The report is sealed</h2><p>Nothing in report, case snapshot or annotations can be changed. Sealed {full(seal.at)}.{caseView.demonstration ? ' Demonstration: an invented patient.' : ''}</p></div>
      <div className="sealed-files"><FileButton caseId={caseView.id} file="pdf" label="PDF as signed" /><FileButton caseId={caseView.id} file="bundle" /></div>
    </div>
  )
}

/** How anybody checks the bundle, with no server and no database. */
export function OfflineVerify({ caseView, revision, seal }: { caseView: CaseView; revision: number; seal: NonNullable<ReportView['seal']> }) {
  return (
    <section className="offline">
      <h3>Anyone can verify, offline</h3>
      <pre>{`consilium verify ${caseView.code}-r${revision}.zip --trust ${seal.fingerprint}`}</pre>
      <p className="small q">Exit 0 valid · 1 invalid{caseView.demonstration ? ' or demonstration' : ''} · 3 incomplete, or intact with a signer not known to you</p>
      <dl className="hashes" data-whole><dt>Manifest</dt><dd className="mono">{grouped(seal.manifest)}</dd><dt>Fingerprint of the server’s key</dt><dd className="mono">{grouped(seal.fingerprint)}</dd></dl>
    </section>
  )
}
