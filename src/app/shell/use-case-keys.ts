import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { orderByDue } from '#src/features/worklist/order-by-due.ts'
import { bindKeys } from '#src/lib/key-table.ts'
import { worklistQuery } from '#src/lib/queries/worklist-query.ts'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { caseKeys, neighbourKeys } from '../keys.ts'
import { places, type PlaceId } from '../places.ts'

type CaseActs = { go: (place: PlaceId) => void; mask: () => void; board: () => void }

/** `g` and a letter for the places, `[` and `]` for the neighbours in the worklist. */
export function useCaseKeys(caseId: string, place: string | undefined, acts: CaseActs) {
  const navigate = useNavigate()
  const rows = orderByDue(useQuery(worklistQuery()).data?.rows ?? [])
  const step = (by: number) => {
    const next = rows[rows.findIndex((row) => row.id === caseId) + by]
    if (next) void navigate({ to: '/case/$caseId/$place', params: { caseId: next.id, place: place ?? 'overview' } })
  }
  useShortcuts([
    ...places.map((one) => ({ keys: one.keys, does: `Go to ${one.name.toLowerCase()}`, act: () => acts.go(one.id) })),
    ...bindKeys(caseKeys, { i: acts.mask, 'g b': acts.board }),
    ...bindKeys(neighbourKeys, { '[': () => step(-1), ']': () => step(1) }, place === 'comparison' || place === 'consensus'),
  ])
}
