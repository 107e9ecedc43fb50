import { useQuery } from '@tanstack/react-query'
import { LockedTherapies } from '#src/features/therapies/locked-therapies.tsx'
import { TherapiesView } from '#src/features/therapies/therapies-view.tsx'
import { useGo } from '../use-go.ts'
import { useUrlSelection } from '../use-url-selection.ts'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { CaseGate } from './case-gate.tsx'

export function TherapiesPage({ caseId }: { caseId: string }) {
  const query = useQuery(caseQuery(caseId))
  const go = useGo(caseId)
  const selection = useUrlSelection()
  return (
    <CaseGate query={query} what="Therapies">
      {(view) => (view.opens.ranking ? <TherapiesView caseView={view} selection={selection} /> : <LockedTherapies view={view} onReview={() => go('review')} />)}
    </CaseGate>
  )
}
