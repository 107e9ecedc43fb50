import './session.css'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#src/lib/queries/session-query.ts'
import { IntendedUse } from './intended-use.tsx'
import { PersonaPicker } from './persona-picker.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** The door: on a server email and password, in the demonstration a choice of persons; the intended use in both. */
export function SignIn({ onEntered }: { onEntered: () => void }) {
  const session = useQuery(sessionQuery())
  const isDemonstration = session.data?.host === 'demonstration'
  return (
    <main className="sign-in" id="main">
      <div className="sign-in-card">
        <header>
          <h1 className="screen-title">Consilium</h1>
          <p className="q">Genomic second opinions: two experts, one system, a report both sign.</p>
        </header>
        <section aria-label={isDemonstration ? 'Choose who you are' : 'Sign in'}>
          {session.isPending ? <LoadingState what="the session" rows={3} /> : null}
          {session.isError ? <FailedState what="the session" reason="The server does not answer." effect="Nobody can sign in." onRetry={() => void session.refetch()} /> : null}
          {session.isSuccess && isDemonstration ? <><h2>Who are you today?</h2><p className="q">A demonstration with invented patients. Each person sees what that role may see; change it at any time in the menu at the top right.</p><PersonaPicker onEntered={onEntered} /></> : null}
          {session.isSuccess && !isDemonstration ? <SignInForm onEntered={onEntered} /> : null}
        </section>
        <IntendedUse />
      </div>
    </main>
  )
}
