import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { NetworkScreen, type NetworkLooking } from '#src/features/network/network-screen.tsx'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { usePlaceSearch } from '../use-place-search.ts'

/** After consensus the reviewed run stands: a word on an interaction would change nothing that is reported. */
const annotatedIn: ReadonlySet<string> = new Set(['review', 'comparison', 'consensus'])

export function NetworkPage({ caseId }: { caseId: string }) {
  const navigate = useNavigate()
  const [search, setSearch] = usePlaceSearch(caseId, 'network')
  const view = useQuery(caseQuery(caseId)).data
  if (!view) return null // the shell shows why
  const looking: NetworkLooking = { selectedId: search.sel ?? null, look: search.view === 'text' ? 'text' : 'map', q: search.q ?? '' }
  return (
    <NetworkScreen caseId={caseId} isExpert={view.mine.slot !== null} isOpen={annotatedIn.has(view.stage)} looking={looking}
      onLook={(change) => {
        const next = { ...looking, ...change }
        setSearch({ sel: next.selectedId ?? undefined, view: next.look === 'text' ? 'text' : undefined, q: next.q || undefined })
      }}
      onShowVariant={(sel) => void navigate({ to: '/case/$caseId/$place', params: { caseId, place: 'variants' }, search: { sel } })} />
  )
}
