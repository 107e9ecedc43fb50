import './signing.css'
import { Button, Checkbox, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ReportView, SignatureView } from '#src/contract/views/report-view.ts'
import { Meaning } from '#src/domain/case/events.ts'
import type { Slot } from '#src/domain/person.ts'
import { useAct } from '#src/lib/use-act.ts'
import { useInstant } from '#src/lib/use-instant.ts'
import { useSettled } from '#src/lib/use-settled.ts'
import { roleWords } from '#src/lib/words/role-words.ts'
import { Facts } from '#src/ui/parts/facts.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { DeclineDialog } from './flag-dialogs.tsx'
import { hindrancesOf } from './hindrances.ts'
import { withdrawText } from './refusal-texts.ts'
import { SignDialog } from './sign-dialog.tsx'
import { howWords, meaningWords, needsText, short } from './signing-words.ts'

type CardProps = { caseView: CaseView; report: ReportView; slot: Slot; credential: string | null; onReport: () => void }

function Given({ signature }: { signature: SignatureView }) {
  const { full } = useInstant()
  return (
    <Facts facts={[
      { label: 'Meaning', value: <b>{meaningWords[signature.meaning]}</b> },
      ...(signature.reservation ? [{ label: 'In words', value: signature.reservation }] : []),
      { label: 'Signed', value: full(signature.at) },
      { label: 'How', value: howWords[signature.authenticatedBy] },
      { label: 'To revision', value: <>{signature.revision} · <span className="mono">{short(signature.contentHash)}</span></> },
    ]} />
  )
}

/** What my signature will mean, chosen before any prompt; nothing is chosen beforehand. */
function Mine({ caseView, report, onReport }: Omit<CardProps, 'slot' | 'credential'>) {
  const [meaning, setMeaning] = useState<Meaning | null>(null)
  const [reservation, setReservation] = useState('')
  const [noConflict, setNoConflict] = useState(false)
  const [asking, setAsking] = useState<'sign' | 'decline' | null>(null)
  const isSettled = useSettled(report.contentHash)
  // Two signatures are one only over the same bytes: another hash under a standing signature stops the second.
  const isOtherText = report.signatures.some((one) => one.standing && one.contentHash !== report.contentHash)
  const hindrances = hindrancesOf(caseView, report).filter((one) => one.isOpen)
  const isReady = hindrances.length === 0 && !isOtherText && meaning !== null && noConflict && (!needsText(meaning) || reservation.trim().length >= 3)
  return (
    <>
      <div className="signature-body">
        <Radio.Group label="What your signature means" value={meaning} onChange={(value) => setMeaning(Meaning.parse(value))}>
          <div className="meanings">{Meaning.options.map((one) => <Radio key={one} size="xs" value={one} label={meaningWords[one]} />)}</div>
        </Radio.Group>
        {needsText(meaning) ? <Textarea autosize minRows={2} maxLength={1000} label={meaning === 'do_not_concur' ? 'What you do not concur with; it is printed' : 'Your reservation; it is printed'} value={reservation} onChange={(event) => setReservation(event.currentTarget.value)} /> : null}
        <Checkbox size="xs" label="I have no conflict of interest in this case beyond what I declared" checked={noConflict} onChange={(event) => setNoConflict(event.currentTarget.checked)} />
      </div>
      <RefusalLine text={isOtherText ? 'The standing signature was given to other bytes than these. It must be withdrawn and given again.' : null} />
      {hindrances.length === 0 ? null : <div className="signature-missing" role="status"><p className="med">Before anybody can sign</p><ul>{hindrances.map((one) => <li key={one.id}><Icon name="late" isSmall />{one.text}</li>)}</ul></div>}
      <footer>
        <Button leftSection={<Icon name="cross" isSmall />} onClick={() => setAsking('decline')}>Decline, with a reason</Button>
        <Button leftSection={<Icon name="key" isSmall />} disabled={!isReady || !isSettled} onClick={() => setAsking('sign')}>{isSettled ? `Sign revision ${report.revision}` : 'The report just changed'}</Button>
      </footer>
      {meaning ? <SignDialog caseView={caseView} report={report} isOpen={asking === 'sign'} onClose={() => setAsking(null)} says={{ meaning, reservation: needsText(meaning) ? reservation.trim() : '', noConflict }} /> : null}
      <DeclineDialog caseId={caseView.id} isOpen={asking === 'decline'} onClose={() => setAsking(null)} onDeclined={onReport} />
    </>
  )
}

function Withdraw({ caseId }: { caseId: string }) {
  const withdraw = useAct(api.withdrawSignature, caseId)
  return <span className="right row wrap"><Button size="xs" loading={withdraw.isPending} onClick={() => withdraw.mutate({ body: {} })}>Withdraw</Button><RefusalLine text={withdraw.error ? withdrawText[withdraw.error.code] : null} /></span>
}

/** One of the two slots: who, with which credential, what the signature says. */
export function SignatureCard({ caseView, report, slot, credential, onReport }: CardProps) {
  const isMine = report.mySlot === slot
  const standing = report.signatures.find((one) => one.slot === slot && one.standing) ?? null
  const earlier = report.signatures.filter((one) => one.slot === slot && one !== standing)
  return (
    <article className="signature" data-mine={isMine || undefined} aria-label={`Signature of the ${roleWords[slot].toLowerCase()}`}>
      <header><p className="lab">{roleWords[slot]}{isMine ? ' · you' : ''}</p><h2>{standing?.name ?? caseView.people[slot]}</h2><p className="q">{standing?.credential ?? credential ?? 'credential not on record'}</p></header>
      {standing ? (
        <>
          <div className="signature-body"><Given signature={standing} /></div>
          <footer><Icon name="check" /><b>Signed</b>{report.status === 'final' ? <span className="right small q">sealed</span> : isMine ? <Withdraw caseId={caseView.id} /> : <span className="right small q">may be withdrawn until both have signed</span>}</footer>
        </>
      ) : isMine ? <Mine caseView={caseView} report={report} onReport={onReport} /> : (
        <><div className="signature-body"><p className="q">Not signed yet.</p></div><footer><Icon name="clock" /><span className="q">waits for {caseView.people[slot]}</span></footer></>
      )}
      {earlier.map((one) => <p key={`${one.revision} ${one.at}`} className="signature-earlier">{one.revision === report.revision ? 'An earlier signature was withdrawn from this revision.' : `Given to revision ${one.revision}, not to this text.`}</p>)}
    </article>
  )
}
