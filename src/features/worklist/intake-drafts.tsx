import { useMutation } from '@tanstack/react-query'
import { api } from '#src/contract/api.ts'
import type { IntakeView } from '#src/contract/views/intake-view.ts'
import type { WorklistView } from '#src/contract/views/worklist-view.ts'
import { call, type ErrorCodeOf, type ErrorOf } from '#src/lib/call.ts'
import { newCommandId } from '#src/lib/command-id.ts'
import { dayAndTimeIn } from '#src/lib/zone-time.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { PlainButton } from '#src/ui/parts/plain-button.tsx'

const refusals: Record<ErrorCodeOf<typeof api.startIntake>, string> = {
  not_authorised: 'Only a coordinator takes cases in.', invalid_request: 'The request was malformed. Nothing was started.', not_signed_in: 'You are signed out. Sign in, then start again.',
  unexpected: 'Nothing was started, for a reason that should not happen.', unreachable: 'The server does not answer. Nothing was started as far as is known; try again.',
}

/** For the coordinator: a new intake, and those begun and not yet taken in. */
export function IntakeDrafts({ intakes, zone, onOpen }: { intakes: WorklistView['intakes']; zone: string; onOpen: (intakeId: string) => void }) {
  const start = useMutation<IntakeView, ErrorOf<typeof api.startIntake>, void>({ mutationFn: () => call(api.startIntake, { body: { commandId: newCommandId() } }), onSuccess: (intake) => onOpen(intake.id) })
  return (
    <section className="worklist-intakes" aria-label="Intakes">
      <h3>Intakes begun <span className="qq plain">{intakes.length}</span></h3>
      {intakes.map((intake) => (
        <PlainButton key={intake.id} onClick={() => onOpen(intake.id)}><Icon name="file" isSmall />{intake.pseudonym || 'unnamed'} <span className="qq small">saved {dayAndTimeIn(intake.savedAt, zone)}</span></PlainButton>
      ))}
      {intakes.length === 0 ? <span className="qq">none</span> : null}
      <span className="right row">
        {start.isError ? <span role="alert" className="res med">{refusals[start.error.code]}</span> : null}
        <PlainButton onClick={() => start.mutate()} isBusy={start.isPending}><Icon name="plus" isSmall />New case</PlainButton>
      </span>
    </section>
  )
}
