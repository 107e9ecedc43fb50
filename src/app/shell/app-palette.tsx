import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { worklistQuery } from '#src/lib/queries/worklist-query.ts'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { networkQuery } from '#src/lib/queries/network-query.ts'
import { variantsQuery } from '#src/lib/queries/variants-query.ts'
import type { Command } from '#src/ui/keys/command.ts'
import { CommandPalette } from '#src/ui/keys/command-palette.tsx'
import { places } from '../places.ts'

/** Go to a case, a place, a gene, a drug or an action. It offers what this screen has already read: it never asks for more than the person opened. */
export function AppPalette({ onShowKeys }: { onShowKeys: () => void }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { caseId } = useParams({ strict: false })
  const cases = useQuery({ ...worklistQuery(), enabled: false }).data?.rows ?? []
  const view = useQuery({ ...caseQuery(caseId ?? ''), enabled: false }).data
  const goPlace = (place: string, sel?: string) => void (caseId && navigate({ to: '/case/$caseId/$place', params: { caseId, place }, search: sel ? { sel } : {} }))
  const rows = caseId ? (queryClient.getQueryData(variantsQuery(caseId).queryKey)?.rows ?? []) : []
  const drugs = caseId ? (queryClient.getQueryData(networkQuery(caseId).queryKey)?.nodes.filter((node) => node.kind === 'drug') ?? []) : []
  const commands: Command[] = [
    ...(view ? places.filter((place) => place.isOpen(view)).map((place): Command => ({ id: `place-${place.id}`, label: place.name, note: place.keys, group: 'This case', act: () => goPlace(place.id) })) : []),
    ...rows.filter((row) => row.group !== 'other').map((row): Command => ({ id: `gene-${row.alteration.id}`, label: row.classification.label, group: 'Genes', words: [row.alteration.gene, row.alteration.asReported], act: () => goPlace('variants', row.alteration.id) })),
    ...drugs.map((drug): Command => ({ id: `drug-${drug.id}`, label: drug.label, note: 'in the network', group: 'Drugs', act: () => goPlace('network', drug.id) })),
    ...cases.map((one): Command => ({ id: `case-${one.id}`, label: one.code, note: one.question, group: 'Cases', words: [one.tumourName, one.tumourType], act: () => void navigate({ to: '/case/$caseId/$place', params: { caseId: one.id, place: 'overview' } }) })),
    { id: 'act-worklist', label: 'Worklist', note: 'g l', group: 'Actions', act: () => void navigate({ to: '/' }) },
    { id: 'act-keys', label: 'Show the keys', note: '?', group: 'Actions', act: onShowKeys },
  ]
  return <CommandPalette commands={commands} />
}
