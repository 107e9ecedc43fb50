import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Intake } from '#src/features/intake/intake.tsx'
import { intakeQuery } from '#src/features/intake/intake-query.ts'
import { readStep } from '#src/features/intake/intake-steps.ts'
import { useSession } from '#src/lib/use-session.ts'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { TopBar } from '../shell/top-bar.tsx'

const route = getRouteApi('/signed-in/intake/$intakeId')

export function IntakeRoute() {
  const { intakeId } = route.useParams()
  const { view } = route.useSearch()
  const navigate = useNavigate()
  const { person } = useSession()
  const query = useQuery(intakeQuery(intakeId))
  useEffect(() => {
    document.title = 'New case'
  }, [])
  return (
    <div className="frame-bare intake-frame">
      <TopBar><b>New case</b></TopBar>
      <main id="main" tabIndex={-1} style={{ display: 'grid', minHeight: 0, minWidth: 0, outline: 0 }}>
        {query.isPending ? <LoadingState what="the intake" /> : null}
        {query.isError && !query.data ? (
          <section className="pane"><FailedState what="this intake" reason={query.error.code === 'unreachable' ? 'The server does not answer.' : 'There is no such intake for you: it was taken in or discarded, or it is a colleague’s.'} effect="Nothing was changed." onRetry={() => void query.refetch()} /><p className="sec"><Link to="/">To the worklist</Link></p></section>
        ) : null}
        {query.data && person ? (
          <Intake key={intakeId} initial={query.data} personId={person.id} step={readStep(view)} onStep={(step) => void navigate({ to: '/intake/$intakeId', params: { intakeId }, search: { view: step } })}
            onTakenIn={(caseId) => void navigate({ to: '/case/$caseId/$place', params: { caseId, place: 'overview' } })} onDiscarded={() => void navigate({ to: '/' })} />
        ) : null}
      </main>
    </div>
  )
}
