import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Variants, type VariantsLooking } from '#src/features/variants/variants.tsx'
import { kindFilters } from '#src/features/variants/variant-words.ts'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { usePlaceSearch } from '../use-place-search.ts'

export function VariantsPage({ caseId }: { caseId: string }) {
  const navigate = useNavigate()
  const [search, setSearch] = usePlaceSearch(caseId, 'variants')
  const view = useQuery(caseQuery(caseId)).data
  if (!view) return null // the shell shows why
  const looking: VariantsLooking = { selectedId: search.sel ?? null, filter: kindFilters.find((one) => one === search.f) ?? 'all', q: search.q ?? '', sort: search.sort ?? null }
  return (
    <Variants caseId={caseId} isExpert={view.mine.slot !== null} isTumourOnly={view.assay.tumourOnly} looking={looking}
      onLook={(change) => {
        const next = { ...looking, ...change }
        setSearch({ sel: next.selectedId ?? undefined, f: next.filter === 'all' ? undefined : next.filter, q: next.q || undefined, sort: next.sort ?? undefined })
      }}
      onShowInNetwork={(sel) => void navigate({ to: '/case/$caseId/$place', params: { caseId, place: 'network' }, search: { sel } })} />
  )
}
