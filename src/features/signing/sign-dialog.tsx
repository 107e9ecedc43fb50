import './signing.css'
import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ReportView } from '#src/contract/views/report-view.ts'
import type { Meaning } from '#src/domain/case/events.ts'
import { useAct } from '#src/lib/use-act.ts'
import { useSession } from '#src/lib/use-session.ts'
import { roleWords } from '#src/lib/words/role-words.ts'
import { Dialog } from '#src/ui/parts/dialog.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { signText } from './refusal-texts.ts'
import { meaningWords, short } from './signing-words.ts'

type SignDialogProps = { caseView: CaseView; report: ReportView; isOpen: boolean; onClose: () => void; says: { meaning: Meaning; reservation: string; noConflict: boolean } }

/** The fresh authentication: what is signed is said first, then the password, where there is one. It never covers the card. */
export function SignDialog({ caseView, report, isOpen, onClose, says }: SignDialogProps) {
  const [password, setPassword] = useState('')
  const { person, host } = useSession()
  // Whoever sits at a demonstration plays every person: there is nothing to prove, and a field would ask for something that does not exist.
  const hasPassword = host === 'server'
  const sign = useAct(api.signReport, caseView.id)
  const close = () => { setPassword(''); sign.reset(); onClose() }
  const confirm = () => sign.mutate({ body: { revision: report.revision, contentHash: report.contentHash, ...says, password } }, {
    onSuccess: (answer) => { close(); showToast(answer.status === 'final' ? 'Signed by both. The report is sealed.' : 'Signed. The other expert’s signature makes it final.') },
    onError: () => setPassword(''),
  })
  return (
    <Dialog title={hasPassword ? 'Confirm with your password' : 'Confirm your signature'} isOpen={isOpen} onClose={close} stay="Cancel, nothing is recorded" position="low-right" answer={{ label: `Sign revision ${report.revision}`, onChoose: confirm, isBusy: sign.isPending, isDisabled: hasPassword && password === '' }}>
      <p>You sign as <b>{person?.name}, {report.mySlot ? roleWords[report.mySlot].toLowerCase() : ''}</b>, meaning <b>{meaningWords[says.meaning].toLowerCase()}</b>, report revision {report.revision} of case {caseView.code}.</p>
      <div className="sign-key">
        <Icon name="key" />
        <div>
          {hasPassword ? <PasswordInput label="Your password, asked anew for this signature" autoComplete="current-password" data-autofocus value={password} onChange={(event) => setPassword(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter' && password !== '' && !sign.isPending) confirm() }} />
            : <p><b className="med">Demonstration: no password.</b> On a server your password is asked anew here; this signature and everything sealed with it say <i>demonstration</i>.</p>}
          <p className="small q">Content <span className="mono">{short(report.contentHash)}</span>. The record says how you authenticated and when.</p>
        </div>
      </div>
      <RefusalLine text={sign.error ? `${signText[sign.error.code]}${sign.error.detail && sign.error.code !== 'unexpected' ? ` (${sign.error.detail})` : ''}` : null} />
    </Dialog>
  )
}
