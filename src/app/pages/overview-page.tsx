import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Overview } from '#src/features/overview/overview.tsx'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { opinionQuery } from '#src/lib/queries/opinion-query.ts'
import { LoadingState } from '#src/ui/parts/four-states.tsx'
import { PlainButton } from '#src/ui/parts/plain-button.tsx'
import { usePlaceSearch } from '../use-place-search.ts'
import { CaseGate } from './case-gate.tsx'

/** Rarely opened: a chunk of its own. */
const Correction = lazy(async () => ({ default: (await import('#src/features/correction/correction.tsx')).Correction }))
const correction = 'correction'

export function OverviewPage({ caseId }: { caseId: string }) {
  const navigate = useNavigate()
  const [{ view: look }, setSearch] = usePlaceSearch(caseId, 'overview')
  const query = useQuery(caseQuery(caseId))
  const isExpert = query.data?.mine.slot != null
  const calls = useQuery({ ...opinionQuery(caseId), enabled: isExpert }).data?.opinion.drivers
  return (
    <CaseGate query={query} what="Overview">
      {(view) => {
        const isCoordinator = view.mine.role === 'coordinator'
        return isCoordinator && look === correction
          ? <Suspense fallback={<LoadingState what="the corrected file" />}><Correction view={view} onDone={() => setSearch({ view: undefined })} /></Suspense>
          : (
            <Overview view={view} tierOf={isExpert ? (id) => calls?.find((call) => call.alterationId === id)?.tier ?? null : null}
              acts={isCoordinator ? <PlainButton onClick={() => setSearch({ view: correction })}>Corrected file</PlainButton> : null}
              onGo={(place, sel) => void navigate({ to: '/case/$caseId/$place', params: { caseId, place }, search: sel ? { sel } : {} })} />
          )
      }}
    </CaseGate>
  )
}
