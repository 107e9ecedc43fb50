import { HistoryView } from '#src/features/history/history-view.tsx'

export function HistoryPage({ caseId }: { caseId: string }) {
  return <HistoryView caseId={caseId} />
}
