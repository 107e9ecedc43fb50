import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Overview } from '#src/features/overview/overview.tsx'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { opinionQuery } from '#src/lib/queries/opinion-query.ts'
import { CaseGate } from './case-gate.tsx'

export function OverviewPage({ caseId }: { caseId: string }) {
  const navigate = useNavigate()
  const query = useQuery(caseQuery(caseId))
  const isExpert = query.data?.mine.slot != null
  const calls = useQuery({ ...opinionQuery(caseId), enabled: isExpert }).data?.opinion.drivers
  return (
    <CaseGate query={query} what="Overview">
      {(view) => (
        <Overview view={view} tierOf={isExpert ? (id) => calls?.find((call) => call.alterationId === id)?.tier ?? null : null}
          onGo={(place, sel) => void navigate({ to: '/case/$caseId/$place', params: { caseId, place }, search: sel ? { sel } : {} })} />
      )}
    </CaseGate>
  )
}
