import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { DocumentView } from '#src/contract/views/document-view.ts'
import { OriginalReportLine, type ReportLineKind } from '#src/domain/intake.ts'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { documentBytesQuery } from './document-query.ts'

/** The viewer and its library are large: loaded when a report is looked at, never before. */
const PdfViewer = lazy(async () => ({ default: (await import('#src/ui/pdf/pdf-viewer.tsx')).PdfViewer }))

const kinds: readonly { id: ReportLineKind; label: string }[] = [{ id: 'finding', label: 'Finding' }, { id: 'therapy', label: 'Therapy' }, { id: 'trial', label: 'Trial' }, { id: 'negative', label: 'Negative' }, { id: 'limit', label: 'Limit' }]
const mostLetters = OriginalReportLine.shape.text.maxLength ?? 400

type ReportDocumentProps = {
  intakeId: string; documents: readonly DocumentView[]; shown: DocumentView; page: number
  onDocument: (hash: string) => void; onPage: (page: number) => void; onLine: (kind: ReportLineKind, passage: { text: string; page: number }) => void
}

/** The laboratory's report as it was dropped, beside the form: a selected passage becomes a line of it. */
export function ReportDocument({ intakeId, documents, shown, page, onDocument, onPage, onLine }: ReportDocumentProps) {
  const bytes = useQuery(documentBytesQuery(intakeId, shown.hash))
  const acts = { label: 'Add as line:', acts: kinds, mostLetters, onAct: (kind: string, passage: { text: string; page: number }) => onLine(kind as ReportLineKind, passage) } // one of the five above
  return (
    <div className="report-document">
      {documents.length > 1 ? (
        <div className="report-which"><NativeSelect label="Which document is the laboratory's report" value={shown.hash} data={documents.map((one) => ({ value: one.hash, label: one.name }))} onChange={(event) => onDocument(event.currentTarget.value)} /></div>
      ) : null}
      {bytes.isPending ? <LoadingState what={shown.name} onRetry={() => void bytes.refetch()} /> : null}
      {bytes.isError ? <FailedState what={shown.name} reason={bytes.error.code === 'unreachable' ? 'The server does not answer.' : 'The server no longer has this file: it was removed in another window.'} effect="The pages are not shown. Lines can still be typed." onRetry={() => void bytes.refetch()} /> : null}
      {bytes.data ? <Suspense fallback={<LoadingState what="the viewer" />}><PdfViewer key={shown.hash} bytes={bytes.data} label={shown.name} page={page} onPage={onPage} passages={acts} /></Suspense> : null}
    </div>
  )
}
