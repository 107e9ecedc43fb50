import { useQuery } from '@tanstack/react-query'
import { ComparisonGate } from '#src/features/consensus/comparison-gate.tsx'
import { ConsensusView } from '#src/features/consensus/consensus-view.tsx'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { useGo } from '../use-go.ts'
import { useUrlSelection } from '../use-url-selection.ts'
import { CaseGate } from './case-gate.tsx'
import { NotYours } from './not-yours.tsx'

export function ConsensusPage({ caseId }: { caseId: string }) {
  const query = useQuery(caseQuery(caseId))
  const selection = useUrlSelection()
  const go = useGo(caseId)
  return (
    <CaseGate query={query} what="Consensus">
      {(caseView) => (caseView.opens.comparison
        ? <ComparisonGate caseId={caseId} title="Consensus">{(view) => <ConsensusView caseView={caseView} view={view} selection={selection} onReport={() => go('report')} />}</ComparisonGate>
        : <NotYours title="Consensus" heading="Opens when both have committed">The two opinions are brought together here, row by row, once both are frozen.</NotYours>)}
    </CaseGate>
  )
}
