import './network.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { bindKeys } from '#src/lib/key-table.ts'
import { interactionsQuery } from '#src/lib/queries/interactions-query.ts'
import { networkQuery } from '#src/lib/queries/network-query.ts'
import { Screen } from '#src/ui/frame/screen.tsx'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { NetworkLegend } from '#src/ui/network/network-legend.tsx'
import { NetworkMap } from '#src/ui/network/network-map.tsx'
import { FailedState, LoadingState, NoneFoundState } from '#src/ui/parts/four-states.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { SearchField } from '#src/ui/parts/search-field.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { groupInteractions } from './interaction-groups.ts'
import { InteractionsPanel } from './interactions-panel.tsx'
import { edgesAlong, pathWords, selectionOf } from './lit-path.ts'
import { EdgeFacts, NodeFacts } from './network-facts.tsx'
import { networkKeys } from './network-keys.ts'
import { NetworkTree } from './network-tree.tsx'
import { NotOnMap } from './not-on-map.tsx'
import { toModel } from './to-model.ts'

export type NetworkLooking = { selectedId: string | null; look: 'map' | 'text'; q: string }
type NetworkScreenProps = { caseId: string; isExpert: boolean; /** Whether interactions still take a word. */ isOpen: boolean; looking: NetworkLooking; onLook: (change: Partial<NetworkLooking>) => void; onShowVariant: (alterationId: string) => void }

/** Narrower than other inspectors: the map needs the room more than the list. */
const panelWidth = 296

/** The signed network this tumour touches, as map and as text, and the interactions read from it. */
export function NetworkScreen({ caseId, isExpert, isOpen, looking, onLook, onShowVariant }: NetworkScreenProps) {
  const query = useQuery(networkQuery(caseId))
  const interactions = useQuery(interactionsQuery(caseId))
  const [isFading, setIsFading] = useState(false)
  const view = query.data
  const rows = interactions.data?.rows ?? []
  const model = useMemo(() => (view ? toModel(view) : null), [view])
  const selection = useMemo(() => (view ? selectionOf(looking.selectedId, view, interactions.data?.rows ?? []) : null), [view, looking.selectedId, interactions.data])
  const select = (selectedId: string | null) => onLook({ selectedId })
  const stepInteraction = (by: number) => {
    const ordered = groupInteractions(rows, null).flatMap((group) => group.rows)
    const at = ordered.findIndex((row) => row.id === looking.selectedId)
    const next = ordered[at < 0 ? 0 : at + by]
    if (next) select(next.id)
  }
  useShortcuts(bindKeys(networkKeys, {
    h: () => setIsFading((was) => !was), v: () => onLook({ look: looking.look === 'map' ? 'text' : 'map' }), j: () => stepInteraction(1), k: () => stepInteraction(-1), Escape: () => select(null),
  }))
  const search = (q: string) => {
    const wanted = q.trim().toLowerCase()
    const found = wanted === '' ? undefined : view?.nodes.find((node) => [node.label, ...node.members].some((word) => word.toLowerCase().startsWith(wanted)))
    onLook({ q, ...(found ? { selectedId: found.id } : {}) })
  }
  const drawnId = selection?.node?.id ?? selection?.edgeId ?? null
  const litPath = selection?.litPath ?? []
  const drawnPath = useMemo(() => (view && selection ? [...selection.litPath, ...edgesAlong(selection.litPath, view)] : []), [view, selection])
  const edge = view?.edges.find((one) => one.id === selection?.edgeId)
  const tree = view ? <NetworkTree view={view} q={looking.q} selectedId={drawnId} litPath={litPath} onSelect={select} /> : null

  return (
    <div className="network-screen" style={{ display: 'grid', minHeight: 0, minWidth: 0 }}>
      <Screen name="network" usual={panelWidth} inspector={
        interactions.isPending ? <Pane label="Interactions"><LoadingState what="the interactions" /></Pane>
        : interactions.isError && !interactions.data ? <Pane label="Interactions"><FailedState what="the interactions" reason="They could not be read." effect="The map alone does not say what bears on what: do not commit before they are shown." onRetry={() => void interactions.refetch()} /></Pane>
        : <InteractionsPanel caseId={caseId} isExpert={isExpert} isOpen={isOpen} interactions={rows} selectedId={selection?.interaction?.id ?? null} node={selection?.node ?? null} onSelect={select}>
            {view && selection?.node ? <NodeFacts node={selection.node} view={view} onShowVariant={onShowVariant} /> : null}
            {view && edge ? <EdgeFacts edge={edge} view={view} /> : null}
          </InteractionsPanel>
      }>
        <Pane label="Network" isFixedBody foot={view && model ? <><NotOnMap view={view} onShowVariant={onShowVariant} />{looking.look === 'map' && view.nodes.length > 0 ? <NetworkLegend model={model} onPick={(ids) => { if (ids[0]) select(ids[0]) }} /> : null}</> : undefined} bars={
          <>
            <Toolbar title="Network" end={<Button size="xs" aria-pressed={isFading} onClick={() => setIsFading(!isFading)}>{isFading ? 'Show all' : 'Fade the rest'}</Button>}>
              <Segments label="Look" value={looking.look} onChange={(look) => onLook({ look })} options={[{ value: 'map', label: 'Map' }, { value: 'text', label: 'Text' }]} />
              <SearchField label="Gene or drug" keys="/" value={looking.q} onChange={search} />
              {view ? <span className="small qq nowrap">{view.nodes.length} nodes, {view.edges.length} edges</span> : null}
              {view && !view.withDrugs ? <span className="small q row tight nowrap"><Icon name="lock" isSmall />drugs open after you commit</span> : null}
            </Toolbar>
            {/* Always there: a bar that came with the selection would move the map. */}
            <Toolbar isQuiet end={selection?.interaction ? <button type="button" className="qq" onClick={() => select(null)}>Clear <kbd>Esc</kbd></button> : undefined}>
              <b>Lit path</b>{selection?.interaction && view ? <><span className="path-words mono">{pathWords(litPath, view) || 'none drawn'}</span><span className="q clip">{selection.interaction.title}</span></> : <span className="qq clip">none: choose an interaction, <kbd>j</kbd> <kbd>k</kbd>, to see its path</span>}
            </Toolbar>
          </>
        }>
          {query.isPending ? <LoadingState what="the network" rows={8} onRetry={() => void query.refetch()} /> : null}
          {query.isError && !view ? <FailedState what="the network" reason={query.error.code === 'unreachable' ? 'The server does not answer.' : 'It could not be read.'} effect="Interactions are still listed at the right; their paths cannot be followed." onRetry={() => void query.refetch()} /> : null}
          {view && view.nodes.length === 0 ? <NoneFoundState searched={`${view.notOnMap.length} alterations looked up`} of="alterations have a place on the map of signed edges; all are listed below" /> : null}
          {view && model && view.nodes.length > 0 ? (
            <div className="network-main">
              {looking.look === 'text' ? tree : <NetworkMap model={model} selectedId={drawnId} litPath={drawnPath} fadeRest={isFading} onSelect={(pick) => select(pick?.id ?? null)}>{tree}</NetworkMap>}
            </div>
          ) : null}
        </Pane>
      </Screen>
    </div>
  )
}
