import './variants.css'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { VariantsView } from '#src/contract/views/facts-view.ts'
import type { DriverCall } from '#src/domain/opinion.ts'
import { bindKeys } from '#src/lib/key-table.ts'
import { interactionsQuery } from '#src/lib/queries/interactions-query.ts'
import { variantsQuery } from '#src/lib/queries/variants-query.ts'
import { useOpinionDraft } from '#src/lib/use-opinion-draft.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Screen } from '#src/ui/frame/screen.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { FailedState, LoadingState, NoneFoundState } from '#src/ui/parts/four-states.tsx'
import { SearchField } from '#src/ui/parts/search-field.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { DataTable } from '#src/ui/table/data-table.tsx'
import { HiddenFoot } from './hidden-foot.tsx'
import { MatchLegend } from './match-legend.tsx'
import { MyTier, withCall } from './my-tier.tsx'
import { variantColumns } from './variant-columns.tsx'
import { filterRows, groupsOf } from './variant-groups.tsx'
import { VariantInspector } from './variant-inspector.tsx'
import { isOfKind, kindFilters, kindFilterWords, type KindFilter } from './variant-words.ts'
import { variantsKeys } from './variants-keys.ts'
import { variantsRefusal } from './variants-refusal.ts'

export type VariantsLooking = { selectedId: string | null; filter: KindFilter; q: string; sort: string | null }
type VariantsProps = { caseId: string; isExpert: boolean; isTumourOnly: boolean | null; looking: VariantsLooking; onLook: (change: Partial<VariantsLooking>) => void; onShowInNetwork: (id: string) => void }
type Rows = VariantsView['rows']
const rowId = (row: Rows[number]) => row.alteration.id
const noRows: Rows = []

/** The selection may be an interaction or a node of the network: its first alteration is meant then. */
const selectedIn = (rows: Rows, id: string | null) =>
  id === null ? undefined : rows.find((row) => row.alteration.id === id) ?? rows.find((row) => row.interactionIds.includes(id)) ?? rows.find((row) => row.classification.node === id)

/** Every alteration of the tumour in one table, whatever its kind. */
export function Variants({ caseId, isExpert, isTumourOnly, looking, onLook, onShowInNetwork }: VariantsProps) {
  const query = useQuery(variantsQuery(caseId))
  const interactions = useQuery(interactionsQuery(caseId)).data?.rows ?? null
  const draft = useOpinionDraft(caseId, isExpert)
  const rows = query.data?.rows ?? noRows
  const selected = selectedIn(rows, looking.selectedId)
  const isNarrow = useMediaQuery('(max-width: 1599px)') === true && selected !== undefined
  const isTight = useMediaQuery('(max-width: 1399px)') === true && isNarrow
  const shown = useMemo(() => filterRows(rows, looking.filter, looking.q), [rows, looking.filter, looking.q])
  const groups = useMemo(() => groupsOf(shown, isTumourOnly), [shown, isTumourOnly])
  const calls = draft.opinion?.drivers
  const columns = useMemo(() => variantColumns(isExpert ? (id) => calls?.find((call) => call.alterationId === id)?.tier ?? null : null, isTight ? 'tight' : isNarrow ? 'narrow' : 'wide'), [isExpert, calls, isNarrow, isTight])
  const setTier = (tier: DriverCall['tier']) => {
    if (!selected || !isExpert || draft.isCommitted) return
    if (!calls?.some((call) => call.alterationId === selected.alteration.id)) showToast('Say first whether it drives this tumour: my call, in the inspector.')
    else draft.change((opinion) => withCall(opinion, selected, { tier }))
  }
  useShortcuts(bindKeys(variantsKeys, {
    n: () => { if (selected) onShowInNetwork(selected.alteration.id) },
    1: () => setTier('I'), 2: () => setTier('II'), 3: () => setTier('III'), 4: () => setTier('IV'),
  }))

  return (
    <Screen name="variants" inspector={selected ? (
      <VariantInspector row={selected} interactions={interactions} onClose={() => onLook({ selectedId: null })} onShowInNetwork={onShowInNetwork} myCall={isExpert ? <MyTier row={selected} draft={draft} /> : null} />
    ) : undefined}>
      <Pane label="Variants" isFixedBody foot={query.data ? <HiddenFoot view={query.data} /> : undefined} bars={
        <>
          <Toolbar title="Variants">
            <SearchField label="Gene or change" keys="/" value={looking.q} onChange={(q) => onLook({ q })} />
            <Segments<KindFilter> label="Kind of alteration" value={looking.filter} onChange={(filter) => onLook({ filter })}
              options={kindFilters.map((filter) => ({ value: filter, label: kindFilterWords[filter], ...(query.data ? { count: rows.filter((row) => isOfKind(row.alteration, filter)).length } : {}) }))} />
          </Toolbar>
          <Toolbar isQuiet end={<MatchLegend />}>{query.data ? <Summary view={query.data} shown={shown} /> : <span className="qq">counting</span>}</Toolbar>
        </>
      }>
        {query.isPending ? <LoadingState what="the alterations" rows={12} onRetry={() => void query.refetch()} /> : null}
        {query.isError && !query.data ? <FailedState what="the alterations" reason={variantsRefusal[query.error.code as keyof typeof variantsRefusal] ?? variantsRefusal.unexpected /* codes of this operation, by the contract */}
          effect="Nothing can be said of this tumour until they are read. Nothing here means negative." reference={query.error.detail ?? undefined} onRetry={() => void query.refetch()} /> : null}
        {query.data && rows.length === 0 ? <NoneFoundState searched={`${query.data.records} records read`} of="alterations: the records and the coordinator say that none was found" prints="Prints: searched, none found." /> : null}
        {rows.length > 0 && shown.length === 0 ? <NoneFoundState searched={`${rows.length} alterations looked at`} of="alterations match the filter; all others are hidden by it" actions={[{ label: 'Show all', onAct: () => onLook({ filter: 'all', q: '' }) }]} /> : null}
        {shown.length > 0 ? <DataTable label="Alterations" columns={columns} groups={groups} rowId={rowId} options={{ tone: (row) => (row.group === 'other' ? 'quiet' : 'plain'), sort: { value: looking.sort, onChange: (sort) => onLook({ sort }) } }}
          selection={{ selectedId: selected ? selected.alteration.id : null, onSelect: (id) => onLook({ selectedId: id }), onOpen: focusInspector }} /> : null}
      </Pane>
    </Screen>
  )
}

/** Enter on a row whose inspector is open: the focus goes there. */
const focusInspector = () => document.querySelector<HTMLElement>('.inspector')?.focus()

function Summary({ view, shown }: { view: VariantsView; shown: Rows }) {
  const count = (group: Rows[number]['group']) => shown.filter((row) => row.group === group).length
  const filtered = view.rows.length - shown.length
  return (
    <span className="clip">
      <b>{shown.length} of {view.records > view.rows.length ? view.records : view.rows.length}</b> shown: {count('driver')} drivers, {count('possible_germline')} possible germline, {count('other')} other
      {filtered > 0 ? `; ${filtered} hidden by the filter` : ''}
    </span>
  )
}
