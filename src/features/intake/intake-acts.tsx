import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { ResponseOf } from '#src/contract/endpoint.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import { call, type ErrorCodeOf, type ErrorOf } from '#src/lib/call.ts'
import { newCommandId } from '#src/lib/command-id.ts'
import type { KeptDraft } from '#src/lib/kept-draft.ts'
import { Dialog } from '#src/ui/parts/dialog.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'

type TakenIn = ResponseOf<typeof api.takeIn>
type ActsProps = { intakeId: string; draft: KeptDraft<IntakeForm>; openGates: number | null; onTakenIn: (taken: TakenIn) => void; onDiscarded: () => void }

const takeInText: Record<ErrorCodeOf<typeof api.takeIn>, string> = {
  not_authorised: 'Only a coordinator takes cases in.', not_found: 'This intake is gone: it was taken in or discarded in another window.', stale_part: 'The form changed in another window. Look at both versions first.',
  gates_open: 'A gate is open again. Look at the list.', same_person_in_both_slots: 'One person cannot fill both roles of a case.', command_reused: 'This was already recorded: open the worklist.', wrong_stage: 'This case was taken in already: open the worklist.',
  invalid_request: 'The request was malformed. Nothing was recorded.', not_signed_in: 'You are signed out. Sign in, then take it in.', unexpected: 'Nothing was recorded, for a reason that should not happen.', unreachable: 'No answer came. Try again: a repeat does nothing twice.',
}
const discardText: Record<ErrorCodeOf<typeof api.discardIntake>, string> = {
  not_authorised: 'Only a coordinator discards an intake.', not_found: 'This intake is gone already.', invalid_request: 'The request was malformed.', not_signed_in: 'You are signed out.', unexpected: 'Not discarded, for a reason that should not happen.', unreachable: 'Not discarded: the server does not answer.',
}

/** Take the case in, or give the intake up. Taking in saves what was typed first; the same press repeated does nothing twice. */
export function IntakeActs({ intakeId, draft, openGates, onTakenIn, onDiscarded }: ActsProps) {
  const client = useQueryClient()
  const commandId = useRef(newCommandId())
  const [isAsking, setIsAsking] = useState(false)
  const takeIn = useMutation<TakenIn, ErrorOf<typeof api.takeIn>, void>({
    mutationFn: async () => {
      await draft.flush()
      return call(api.takeIn, { params: { intakeId }, body: { commandId: commandId.current, version: draft.version() } })
    },
    onError: (error) => { if (error.code !== 'unreachable') commandId.current = newCommandId() },
    onSuccess: async (taken) => {
      await draft.end()
      client.removeQueries({ queryKey: ['intake', intakeId] })
      await client.invalidateQueries({ queryKey: ['worklist'] })
      onTakenIn(taken)
    },
  })
  const discard = useMutation<{ discarded: true }, ErrorOf<typeof api.discardIntake>, void>({
    mutationFn: () => call(api.discardIntake, { params: { intakeId } }),
    onSuccess: async () => {
      await draft.end()
      client.removeQueries({ queryKey: ['intake', intakeId] })
      await client.invalidateQueries({ queryKey: ['worklist'] })
      onDiscarded()
    },
  })
  return (
    <>
      <div className="foot-bar intake-acts" data-size="act">
        <Button variant="filled" loading={takeIn.isPending} disabled={openGates !== 0} onClick={() => takeIn.mutate()}>Take the case in</Button>
        <Button onClick={() => setIsAsking(true)}>Discard</Button>
        <span className="small q">{openGates === null ? 'checking the gates' : openGates === 0 ? 'All gates pass.' : openGates === 1 ? '1 gate is open.' : `${openGates} gates are open.`}</span>
        <RefusalLine text={takeIn.error ? takeInText[takeIn.error.code] : null} />
      </div>
      <Dialog title="Discard this intake?" isOpen={isAsking} onClose={() => setIsAsking(false)} stay="Keep it" answer={{ label: 'Discard', onChoose: () => discard.mutate(), isBusy: discard.isPending }}>
        <p>Its files and everything typed are deleted, and the key that sealed them is destroyed. Nothing of it was recorded as a case.</p>
        <RefusalLine text={discard.error ? discardText[discard.error.code] : null} />
      </Dialog>
    </>
  )
}
