import type { NetworkEdge, NetworkNode, NetworkView } from '#src/domain/network-view.ts'
import { routeEdges } from '#src/ui/network/edge-routes.ts'
import type { EdgeKind, NetworkBand, NetworkEdge as DrawnEdge, NetworkModel, NetworkNode as DrawnNode, NodeWeight } from '#src/ui/network/model.ts'
import { edgeSentence, effectWord, nodeSentence } from './network-words.ts'

const margin = { x: 0, top: 62, bottom: 30 }
/** Where drugs are drawn, their lines run above and below the nodes and turn left of their lane. */
const lanes = 48
const gutter = 28
const drawnKind: Record<NetworkNode['kind'], DrawnNode['kind']> = { gene: 'gene', complex: 'complex', family: 'family', process: 'process', outcome: 'outcome', metabolite: 'process', drug: 'drug' }

/** The map is drawn from the server's data and owns nothing: the same positions on every screen and in the signed report. */
export function toModel(view: NetworkView): NetworkModel {
  const hasDrugs = view.nodes.some((node) => node.kind === 'drug')
  const laneRoom = hasDrugs ? lanes : 0
  const top = Math.min(...view.nodes.map((node) => node.y))
  const dy = margin.top + laneRoom - (Number.isFinite(top) ? top : 0)
  const dxOf = (bandId: string) => margin.x + (hasDrugs && bandId === 'drugs' ? gutter : 0)
  const labels = new Map(view.nodes.map((node) => [node.id, node.label]))
  const bands = view.bands.map((band): NetworkBand => ({ id: band.id, label: band.label, x: band.from + dxOf(band.id), width: band.to - band.from, ...(band.id === 'drugs' && !hasDrugs ? { note: view.withDrugs ? 'none acts on this map' : 'opens after you commit' } : {}) }))
  const nodes = view.nodes.map((node) => ({ ...drawnNode(node, view), x: node.x + dxOf(node.kind === 'drug' ? 'drugs' : ''), y: node.y + dy }))
  const ys = nodes.map((node) => node.y)
  const bottom = Math.max(...ys, margin.top)
  const gutterX = (bands.find((band) => band.id === 'drugs')?.x ?? 0) - gutter - 8
  return {
    nodes, bands, summary: summaryOf(view),
    edges: routeEdges(nodes, view.edges.map((edge) => drawnEdge(edge, labels)), { top: margin.top - 16, bottom: bottom + 28, gutterX, halfRow: rowStepOf(ys) / 2 }),
    width: Math.max(...bands.map((band) => band.x + band.width), 0), height: bottom + margin.bottom + laneRoom,
  }
}

/** The least distance between two rows that are in use. */
function rowStepOf(ys: readonly number[]): number {
  const rows = [...new Set(ys)].toSorted((a, b) => a - b)
  return Math.min(84, ...rows.slice(1).map((y, index) => y - (rows[index] ?? y)))
}

function drawnNode(node: NetworkNode, view: NetworkView): Omit<DrawnNode, 'x' | 'y'> {
  const extra = [node.hits > 1 ? '×2' : '', node.possibleGermline ? 'G' : ''].filter(Boolean).join(' ')
  const sub = node.kind === 'family' ? `family of ${node.members.length}` : node.kind === 'complex' ? 'complex' : node.kind === 'drug' && view.edges.some((edge) => edge.from === node.id && edge.kind === 'resistance') ? 'fails here' : ''
  const isFailing = sub === 'fails here'
  const isAltered = node.alterationIds.length > 0
  return {
    id: node.id, label: node.label, kind: drawnKind[node.kind], said: nodeSentence(node),
    ...(node.effect && node.effect !== 'neutral' ? { effect: node.effect === 'switch' ? 'gain' : node.effect } : {}),
    ...(sub ? { sub } : {}), ...(isFailing ? { isSubAdverse: true } : {}), ...(extra ? { extra } : {}), ...(isAltered ? { weight: weightOf(node) } : {}), ...(isAltered && !node.driver ? { tag: 'open' } : {}),
  }
}

/** Border: how sure the driver call is, in the three steps of the look; dashed where it is no driver call. */
const weightOf = (node: NetworkNode): NodeWeight => (!node.driver ? 'open' : node.confidence >= 80 ? 1 : node.confidence >= 50 ? 2 : 3)

function drawnEdge(edge: NetworkEdge, labels: ReadonlyMap<string, string>): DrawnEdge {
  return {
    id: edge.id, from: edge.from, to: edge.to, kind: edgeKind(edge), strength: edge.weight >= 80 ? 3 : edge.weight >= 50 ? 2 : 1, certainty: edge.certainty as 1 | 2 | 3, // the contract allows 1 to 3
    isDisputed: edge.disputed, said: edgeSentence(edge, labels),
  }
}

function edgeKind(edge: NetworkEdge): EdgeKind {
  if (edge.kind === 'drug') return 'blocks'
  if (edge.kind === 'resistance') return 'fails'
  if (edge.kind === 'lethality') return 'lethal-together'
  if (edge.kind === 'binding') return 'binds'
  if (edge.kind === 'transcription') return edge.sign === 1 ? 'raises' : 'lowers'
  return edge.sign === 1 ? 'activates' : 'inhibits'
}

function summaryOf(view: NetworkView): string {
  const drivers = view.nodes.filter((node) => node.driver)
  return `Network of this tumour: ${view.nodes.length} nodes, ${view.edges.length} edges. Drivers: ${drivers.map((node) => `${node.alterations.join(' and ')}, ${effectWord(node.effect)}`).join('; ') || 'none on this map'}. The text view holds the same.`
}
