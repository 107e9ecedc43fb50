import type { CaseView } from '#src/contract/views/case-view.ts'

/** The places of a case, their keys, and when they open. One table for routes, rail, palette and keys. */
export type PlaceId = 'overview' | 'variants' | 'network' | 'therapies' | 'review' | 'comparison' | 'consensus' | 'report' | 'history'
export type Place = { id: PlaceId; name: string; keys: string; isOpen: (view: CaseView) => boolean; count: (view: CaseView) => number | undefined; isAfterGap: boolean }

const always = () => true
const noCount = () => undefined

export const places: readonly Place[] = [
  { id: 'overview', name: 'Overview', keys: 'g o', isOpen: always, count: noCount, isAfterGap: false },
  { id: 'variants', name: 'Variants', keys: 'g v', isOpen: always, count: (view) => view.counts.variants, isAfterGap: false },
  { id: 'network', name: 'Network', keys: 'g n', isOpen: always, count: (view) => view.counts.interactions, isAfterGap: false },
  { id: 'therapies', name: 'Therapies', keys: 'g t', isOpen: (view) => view.opens.ranking, count: noCount, isAfterGap: false },
  { id: 'review', name: 'Review', keys: 'g r', isOpen: (view) => view.mine.slot !== null, count: noCount, isAfterGap: true },
  { id: 'comparison', name: 'Comparison', keys: 'g c', isOpen: (view) => view.opens.comparison, count: noCount, isAfterGap: false },
  { id: 'consensus', name: 'Consensus', keys: 'g s', isOpen: (view) => view.opens.comparison, count: (view) => (view.mine.openRows > 0 ? view.mine.openRows : undefined), isAfterGap: false },
  { id: 'report', name: 'Report', keys: 'g w', isOpen: (view) => view.opens.report, count: noCount, isAfterGap: false },
  { id: 'history', name: 'History', keys: 'g h', isOpen: always, count: noCount, isAfterGap: true },
]
export const isPlaceId = (id: string): id is PlaceId => places.some((place) => place.id === id)
