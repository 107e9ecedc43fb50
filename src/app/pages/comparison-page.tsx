import { useQuery } from '@tanstack/react-query'
import { ComparisonGate } from '#src/features/consensus/comparison-gate.tsx'
import { ComparisonView } from '#src/features/consensus/comparison-view.tsx'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { useUrlSelection } from '../use-url-selection.ts'
import { CaseGate } from './case-gate.tsx'
import { NotYours } from './not-yours.tsx'

export function ComparisonPage({ caseId }: { caseId: string }) {
  const query = useQuery(caseQuery(caseId))
  const selection = useUrlSelection()
  return (
    <CaseGate query={query} what="Comparison">
      {(caseView) => (caseView.opens.comparison
        ? <ComparisonGate caseId={caseId} title="Comparison">{(view) => <ComparisonView caseView={caseView} view={view} selection={selection} />}</ComparisonGate>
        : <NotYours title="Comparison" heading="Opens when both have committed">Neither opinion has been sent to this device. Nothing here tells whether the other expert has committed.</NotYours>)}
    </CaseGate>
  )
}
