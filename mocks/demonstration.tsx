import './demonstration.css'
import '#src/features/session/session.css'
import { useEffect, useState, type ReactNode } from 'react'
import { LookProvider } from '#src/ui/look/provider.tsx'
import type { Preparation } from './host-message.ts'
import { DemonstrationStart, type StartState } from './demonstration-start.tsx'
import { DemonstrationStrip } from './demonstration-strip.tsx'
import { deleteWhenAsked } from './start-over.ts'

/** Around the whole app: says demonstration on every page, and holds the app back until its server, which runs in this browser, answers. */
export function Demonstration({ children }: { children: ReactNode }) {
  const [state, setState] = useState<StartState>({ at: 'loading' })
  useEffect(() => {
    start((preparation) => setState({ at: 'preparing', preparation })).then(
      () => setState({ at: 'ready' }),
      (error: unknown) => setState({ at: 'failed', reason: error instanceof Error ? error.message.replace(/\.$/, '') : 'nothing that helps' }),
    )
  }, [])
  return (
    <>
      <DemonstrationStrip />
      {state.at === 'ready' ? children : <LookProvider><DemonstrationStart state={state} /></LookProvider>}
    </>
  )
}

/** The forwarder is large: loaded after the first words are on the screen. */
async function start(onPreparing: (at: Preparation) => void): Promise<void> {
  if (!isSecureContext) throw new Error('this address is not secure, so it may neither store nor encrypt')
  await deleteWhenAsked()
  const { startDemonstration } = await import('./browser.ts')
  await startDemonstration(onPreparing)
}
