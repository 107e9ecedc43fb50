import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ComparisonView } from '#src/contract/views/review-view.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { comparisonQuery } from './comparison-query.ts'
import { comparisonText } from './refusal-texts.ts'

/** Reads the comparison for a page that draws it. */
export function ComparisonGate({ caseId, title, children }: { caseId: string; title: string; children: (view: ComparisonView) => ReactNode }) {
  const { data, error, refetch } = useQuery(comparisonQuery(caseId))
  const again = () => void refetch()
  if (data) return children(data)
  if (!error) return <Pane label={title} bars={<Toolbar title={title} count="counting" />}><LoadingState what="both opinions and the original report" rows={8} onRetry={again} /></Pane>
  const text = error.code in comparisonText ? comparisonText[error.code as keyof typeof comparisonText] : comparisonText.unexpected // `in` has just checked
  return <Pane label={title} bars={<Toolbar title={title} count="unknown" />}><FailedState what="comparison" reason={text} effect="No row is shown. This does not mean that the experts agree." reference={error.detail ?? undefined} onRetry={again} /></Pane>
}
