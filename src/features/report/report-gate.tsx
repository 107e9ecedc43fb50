import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import type { ReportView } from '#src/contract/views/report-view.ts'
import { reportQuery } from '#src/lib/queries/report-query.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { preloadMarkdown } from '#src/ui/text/markdown.tsx'
import { reportText } from './refusal-texts.ts'

/** Reads the report for a page that draws it. */
export function ReportGate({ caseId, children }: { caseId: string; children: (report: ReportView) => ReactNode }) {
  const { data, error, refetch } = useQuery(reportQuery(caseId))
  useEffect(preloadMarkdown, []) // comes beside the report, not after it
  const again = () => void refetch()
  if (data) return children(data)
  if (!error) return <Pane label="Report" bars={<Toolbar title="Report" />}><LoadingState what="the report, drafted from the decisions" rows={8} onRetry={again} /></Pane>
  const text = error.code in reportText ? reportText[error.code as keyof typeof reportText] : reportText.unexpected // `in` has just checked
  return <Pane label="Report" bars={<Toolbar title="Report" />}><FailedState what="report" reason={text} effect="Nothing of the report is shown, and nothing was changed." reference={error.detail ?? undefined} onRetry={again} /></Pane>
}
