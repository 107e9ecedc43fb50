import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { PlaceId } from './places.ts'
import type { Search } from './search.ts'

const route = getRouteApi('/signed-in/case/$caseId/$place')
type Change = { [Name in keyof Search]: Search[Name] | undefined }

/** What I am looking at in one place, read from and written to the address. It replaces the entry, so that Back leaves the place and not the row. */
export function usePlaceSearch(caseId: string, place: PlaceId): readonly [Search, (change: Change) => void] {
  const search = route.useSearch()
  const navigate = useNavigate()
  const set = (change: Change) => {
    const next: Search = {}
    for (const [name, value] of Object.entries({ ...search, ...change })) if (value) next[name as keyof Search] = value // the names are those of Search, by both types
    void navigate({ to: '/case/$caseId/$place', params: { caseId, place }, search: next, replace: true })
  }
  return [search, set]
}
