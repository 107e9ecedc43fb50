import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { api } from '#src/contract/api.ts'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ErrorCodeOf } from '#src/lib/call.ts'
import { alwaysText, caseText } from '#src/lib/words/always-text.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'

const text: Record<ErrorCodeOf<typeof api.case>, string> = { ...alwaysText, ...caseText }

/** A page that first needs the case itself: loading and failed look their part, and only then its content is drawn. */
export function CaseGate({ query, what, children }: { query: UseQueryResult<CaseView>; what: string; children: (view: CaseView) => ReactNode }) {
  const again = () => void query.refetch()
  if (query.data) return children(query.data)
  if (query.isPending) return <Pane label={what} bars={<Toolbar title={what} />}><LoadingState what="the case" onRetry={again} /></Pane>
  const code = query.error?.code ?? 'unexpected'
  return (
    <Pane label={what} bars={<Toolbar title={what} />}>
      <FailedState what="case" reason={code in text ? text[code as keyof typeof text] : text.unexpected} effect="Nothing of this case is shown." reference={query.error?.detail ?? undefined} onRetry={again} />
    </Pane>
  )
}
