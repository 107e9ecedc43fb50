import { useQuery } from '@tanstack/react-query'
import { ReviewView } from '#src/features/review/review-view.tsx'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { useGo } from '../use-go.ts'
import { CaseGate } from './case-gate.tsx'
import { NotYours } from './not-yours.tsx'

export function ReviewPage({ caseId }: { caseId: string }) {
  const query = useQuery(caseQuery(caseId))
  const go = useGo(caseId)
  return (
    <CaseGate query={query} what="Review">
      {(view) => (view.mine.slot === null
        ? <NotYours title="Review">Each of the two experts writes an opinion of their own. Your role reads it once both have committed.</NotYours>
        : <ReviewView view={view} places={{ onTherapies: () => go('therapies'), onComparison: () => go('comparison') }} />)}
    </CaseGate>
  )
}
