import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { FlagView } from '#src/contract/views/case-view.ts'
import { useAct } from '#src/lib/use-act.ts'
import { Dialog } from '#src/ui/parts/dialog.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { flagText } from './refusal-texts.ts'

const least = 10

/** To decline is to say why: a blocking flag, which stops both signatures until it is resolved with a note. */
export function DeclineDialog({ caseId, isOpen, onClose, onDeclined }: { caseId: string; isOpen: boolean; onClose: () => void; onDeclined: () => void }) {
  const [text, setText] = useState('')
  const raise = useAct(api.raiseFlag, caseId)
  const confirm = () => raise.mutate({ body: { text: `Declined to sign: ${text.trim()}`, blocking: true } }, { onSuccess: () => { setText(''); onClose(); onDeclined() } })
  return (
    <Dialog title="Decline to sign" isOpen={isOpen} onClose={onClose} stay="Stay, nothing is recorded" answer={{ label: 'Decline, with this reason', onChoose: confirm, isBusy: raise.isPending, isDisabled: text.trim().length < least }}>
      <p>Your reason stands as a blocking flag: nobody signs until it is resolved with a note. The report goes back to writing.</p>
      <Textarea autosize minRows={3} maxLength={900} label="Reason, ten characters at least" data-autofocus value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <RefusalLine text={raise.error ? flagText[raise.error.code] : null} />
    </Dialog>
  )
}

export function ResolveDialog({ caseId, flag, onClose }: { caseId: string; flag: FlagView; onClose: () => void }) {
  const [note, setNote] = useState('')
  const resolve = useAct(api.resolveFlag, caseId)
  const confirm = () => resolve.mutate({ params: { flagId: flag.id }, body: { note: note.trim() } }, { onSuccess: onClose })
  return (
    <Dialog title="Resolve this flag" isOpen onClose={onClose} stay="Leave it open" answer={{ label: 'Resolve', onChoose: confirm, isBusy: resolve.isPending, isDisabled: note.trim().length < least }}>
      <p>“{flag.text}”, {flag.by}</p>
      <Textarea autosize minRows={2} maxLength={1000} label="How it was resolved, ten characters at least" data-autofocus value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <RefusalLine text={resolve.error ? flagText[resolve.error.code] : null} />
    </Dialog>
  )
}
