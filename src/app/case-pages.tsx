import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, type ComponentType } from 'react'
import { LoadingState } from '#src/ui/parts/four-states.tsx'
import type { PlaceId } from './places.ts'

type CasePage = ComponentType<{ caseId: string }>
const later = (load: () => Promise<CasePage>) => lazy(async () => ({ default: await load() }))

/** Each place is a chunk of its own: the first load holds none of them. */
const pages: Record<PlaceId, CasePage> = {
  overview: later(async () => (await import('./pages/overview-page.tsx')).OverviewPage),
  variants: later(async () => (await import('./pages/variants-page.tsx')).VariantsPage),
  network: later(async () => (await import('./pages/network-page.tsx')).NetworkPage),
  therapies: later(async () => (await import('./pages/therapies-page.tsx')).TherapiesPage),
  review: later(async () => (await import('./pages/review-page.tsx')).ReviewPage),
  comparison: later(async () => (await import('./pages/comparison-page.tsx')).ComparisonPage),
  consensus: later(async () => (await import('./pages/consensus-page.tsx')).ConsensusPage),
  report: later(async () => (await import('./pages/report-page.tsx')).ReportPage),
  history: later(async () => (await import('./pages/history-page.tsx')).HistoryPage),
}

const route = getRouteApi('/signed-in/case/$caseId/$place')

export function CasePages() {
  const { caseId, place } = route.useParams()
  const Page = pages[place as PlaceId] // the route lets only places of the table through
  return <Suspense fallback={<LoadingState what="this place" />}><Page key={caseId} caseId={caseId} /></Suspense>
}
