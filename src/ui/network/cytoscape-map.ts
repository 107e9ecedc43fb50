import cytoscape, { type Core } from 'cytoscape'
import { canvasElements } from './canvas-elements.ts'
import { canvasStyle } from './canvas-style.ts'
import type { NetworkModel } from './model.ts'
import { readPalette } from './palette.ts'
import type { Scene } from './scene.ts'

export type MapPick = { kind: 'node' | 'edge'; id: string; isExtending: boolean }
type MapEvents = { onPick: (pick: MapPick | null) => void; onHover: (hover: { said: string; x: number; y: number } | null) => void }

const fitPadding = 4

/** The only place that knows cytoscape. Everything is drawn from the scene; positions are given, nothing is laid out here. */
export function openMap(container: HTMLElement, events: MapEvents) {
  const cy: Core = cytoscape({
    container, style: canvasStyle(readPalette(container)), layout: { name: 'preset' }, minZoom: 0.25, maxZoom: 3, autoungrabify: true, autounselectify: true, boxSelectionEnabled: false,
  })
  // A canvas asks for no font: without this its words would stay in the stand-in face.
  const family = readPalette(container)['font-text']
  void Promise.all([400, 500, 600].map(weight => document.fonts.load(`${weight} 13px ${family}`))).then(() => { if (!cy.destroyed()) cy.style(canvasStyle(readPalette(container))) })
  cy.on('tap', event => {
    if (event.target === cy) return events.onPick(null)
    const isExtending = event.originalEvent instanceof MouseEvent && event.originalEvent.shiftKey
    events.onPick({ kind: event.target.isNode() ? 'node' : 'edge', id: event.target.id(), isExtending })
  })
  cy.on('mouseover', 'node, edge', event => {
    const { x, y } = event.renderedPosition ?? { x: 0, y: 0 }
    events.onHover({ said: String(event.target.data('said') ?? ''), x, y })
  })
  cy.on('mouseout pan zoom', () => events.onHover(null))

  const fit = () => {
    cy.resize()
    cy.fit(undefined, fitPadding)
    // Words stay at their own size when there is room: the map is not blown up beyond 1.25.
    if (cy.zoom() > 1.25) { cy.zoom(1.25); cy.center() }
  }
  // As long as nobody moved it, the whole map stays in sight when its room changes.
  let isWhole = true
  cy.on('dragpan scrollzoom pinchzoom', () => { isWhole = false })
  const observer = new ResizeObserver(() => { if (isWhole) fit(); else cy.resize() })
  observer.observe(container)
  const zoomBy = (factor: number) => {
    isWhole = false
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } })
  }

  return {
    draw(model: NetworkModel, scene: Scene) {
      const isFirst = cy.elements().empty()
      cy.batch(() => {
        cy.elements().remove()
        cy.add(canvasElements(model, scene))
      })
      if (isFirst) fit()
    },
    restyle() { cy.style(canvasStyle(readPalette(container))) },
    fit() {
      isWhole = true
      fit()
    },
    zoomBy,
    panBy(x: number, y: number) {
      isWhole = false
      cy.panBy({ x, y })
    },
    /** Brings a node into sight without changing the zoom. */
    reveal(id: string) {
      const node = cy.getElementById(id)
      if (node.empty()) return
      const box = node.renderedBoundingBox()
      if (box.x1 < 0 || box.y1 < 0 || box.x2 > cy.width() || box.y2 > cy.height()) cy.center(node)
    },
    picture: (scale: number) => cy.png({ scale, full: true }),
    close() {
      observer.disconnect()
      cy.destroy()
    },
  }
}

export type OpenMap = ReturnType<typeof openMap>
