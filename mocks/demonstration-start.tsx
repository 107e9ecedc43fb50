import { Button } from '@mantine/core'
import { Icon } from '#src/ui/parts/icon.tsx'
import type { Preparation } from './host-message.ts'
import { startOver } from './start-over.ts'

export type StartState = { at: 'loading' } | { at: 'preparing'; preparation: Preparation } | { at: 'failed'; reason: string } | { at: 'ready' }

/** Shown until the demonstration answers: what it is doing, how far it is, and in words why it cannot. */
export function DemonstrationStart({ state }: { state: StartState }) {
  return (
    <main className="sign-in demonstration-start" id="main">
      <div className="sign-in-card">
        <header><h1 className="screen-title">Consilium</h1><p className="q">Genomic second opinions: two experts, one system, a report both sign.</p></header>
        <section aria-label="Start of the demonstration">{state.at === 'failed' ? <Failed reason={state.reason} /> : <Preparing preparation={state.at === 'preparing' ? state.preparation : null} />}</section>
      </div>
    </main>
  )
}

function Preparing({ preparation }: { preparation: Preparation | null }) {
  return (
    <>
      <div role="status"><h2>{preparation ? `Preparing the demonstration: ${preparation.done} of ${preparation.of} cases` : 'Loading the demonstration'}</h2></div>
      {preparation ? <progress max={preparation.of} value={preparation.done} aria-label="Cases prepared" /> : <progress aria-label="Loading" />}
      <p className="q">
        {preparation?.elsewhere
          ? 'Another tab of this browser prepares the cases; this one waits for it.'
          : 'The whole server runs in this browser. The first time, it plays every case through its own rules, from intake to signature; afterwards they are kept.'}
      </p>
    </>
  )
}

function Failed({ reason }: { reason: string }) {
  return (
    <div className="stack">
      <div role="alert"><h2 className="row"><Icon name="late" /><span>The demonstration could not start</span></h2></div>
      <p>The browser said: {reason}.</p>
      <p className="q">It needs a current browser, an address that begins with https:// or http://localhost, and room to store some megabytes; private windows often refuse that. Nothing was sent anywhere.</p>
      <p className="row"><Button variant="filled" onClick={() => location.reload()} leftSection={<Icon name="retry" />}>Try again</Button><Button onClick={startOver}>Delete what is there and start over</Button></p>
    </div>
  )
}
