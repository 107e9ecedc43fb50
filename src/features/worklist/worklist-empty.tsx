import type { WorklistRow } from '#src/contract/views/worklist-view.ts'
import { NoneFoundState } from '#src/ui/parts/four-states.tsx'
import { orderByDue } from './order-by-due.ts'
import { tabWords, type WorklistTab } from './worklist-view.ts'

type WorklistEmptyProps = { tab: WorklistTab; q: string; rows: readonly WorklistRow[]; onShowAll: () => void; onClear: () => void }

/** Nothing to show, and why: nothing waits, or the filter hides it. */
export function WorklistEmpty({ tab, q, rows, onShowAll, onClear }: WorklistEmptyProps) {
  if (q !== '') return <NoneFoundState searched={`“${q}” in ${tabWords[tab]}`} of="cases match the filter" actions={[{ label: 'Clear the filter', onAct: onClear }]} />
  const next = orderByDue(rows.filter((row) => row.due !== null && row.stage !== 'released'))[0]
  return (
    <NoneFoundState searched={`${rows.length} cases looked at`} of={tab === 'next' ? 'cases wait for you' : tab === 'signed' ? 'cases are signed' : 'cases in this list'}
      nearest={next ? `Next due in the team: ${next.code}, ${next.due}.` : undefined} actions={tab === 'all' ? [] : [{ label: 'Show all cases', onAct: onShowAll }]} />
  )
}
