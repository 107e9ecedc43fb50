import './network.css'
import { Button } from '@mantine/core'
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from '../parts/icon.tsx'
import type { MapPick, OpenMap } from './cytoscape-map.ts'
import type { NetworkModel } from './model.ts'
import { neighbourTowards, type Direction } from './neighbour.ts'
import { sceneOf } from './scene.ts'
import { useOpenMap } from './use-open-map.ts'

type NetworkMapProps = {
  model: NetworkModel
  selectedId: string | null
  litPath: readonly string[]
  /** A click or key selected this; with Shift it extends (path between). Null: nothing selected. */
  onSelect: (pick: MapPick | null) => void
  fadeRest?: boolean
  /** The equal text view, shown when no canvas can be had. */
  children: ReactNode
}

const most = 300
const isArrow = (key: string): key is Direction => key.startsWith('Arrow')
const pans: Record<Direction, readonly [number, number]> = { ArrowLeft: [48, 0], ArrowRight: [-48, 0], ArrowUp: [0, 48], ArrowDown: [0, -48] }

function ZoomButtons({ map }: { map: OpenMap | null }) {
  return (
    <div className="network-zoom">
      <button type="button" className="icon-button" aria-label="Smaller" onClick={() => map?.zoomBy(1 / 1.25)}><Icon name="minus" isSmall /></button>
      <button type="button" className="icon-button" aria-label="Larger" onClick={() => map?.zoomBy(1.25)}><Icon name="plus" isSmall /></button>
      <button type="button" className="icon-button" aria-label="Whole map" onClick={() => map?.fit()}><Icon name="fit" isSmall /></button>
    </div>
  )
}

/** The map. Drawn from data; selection, lit path and fading change the ink, never a position. + − 0 zoom and fit; arrows walk along edges from the selected node, else pan; Shift and arrows pan. */
export function NetworkMap({ model, selectedId, litPath, onSelect, fadeRest = false, children }: NetworkMapProps) {
  const [isAllowed, setIsAllowed] = useState(false)
  if (model.nodes.length > most && !isAllowed) {
    return (
      <div className="network" style={{ display: 'grid', placeItems: 'center' }}>
        <p className="row">{model.nodes.length} nodes take a while to draw. <Button onClick={() => setIsAllowed(true)}>Draw the map</Button></p>
      </div>
    )
  }
  return <DrawnMap model={model} selectedId={selectedId} litPath={litPath} onSelect={onSelect} fadeRest={fadeRest}>{children}</DrawnMap>
}

function DrawnMap({ model, selectedId, litPath, onSelect, fadeRest = false, children }: NetworkMapProps) {
  const container = useRef<HTMLDivElement>(null)
  const scene = useMemo(() => sceneOf(model, { selectedId, litPath, fadeRest }), [model, selectedId, litPath, fadeRest])
  const { map, hasFailed, hover } = useOpenMap(container, model, scene, onSelect)
  const press = (event: KeyboardEvent) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const zooms: Record<string, () => void> = { '+': () => map?.zoomBy(1.25), '=': () => map?.zoomBy(1.25), '-': () => map?.zoomBy(1 / 1.25), '0': () => map?.fit() }
    if (isArrow(key)) {
      event.preventDefault()
      const next = selectedId === null || event.shiftKey ? null : neighbourTowards(model, selectedId, key)
      if (next !== null) {
        onSelect({ kind: 'node', id: next, isExtending: false })
        map?.reveal(next)
      } else if (selectedId === null || event.shiftKey) map?.panBy(...pans[key])
    } else if (zooms[key]) {
      event.preventDefault()
      zooms[key]()
    } else if (key === 'Escape' && selectedId !== null) {
      event.stopPropagation()
      onSelect(null)
    }
  }
  if (hasFailed) return <>{children}</>
  const selected = model.nodes.find(node => node.id === selectedId) ?? model.edges.find(edge => edge.id === selectedId)
  return (
    // A map walked with the arrow keys is what the application role is for; the lint list of interactive roles leaves it out.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <div className="network" role="application" aria-label="Map, arrow keys move along edges" tabIndex={0} onKeyDown={press}>
      <div ref={container} className="network-canvas" role="img" aria-label={model.summary} />
      <span className="heard" aria-live="polite">{selected?.said}</span>
      <ZoomButtons map={map} />
      {hover ? <div className="network-hint" style={{ left: hover.x, top: hover.y }}>{hover.said}</div> : null}
    </div>
  )
}
