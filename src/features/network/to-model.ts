import type { NetworkEdge, NetworkNode, NetworkView } from '#src/domain/network-view.ts'
import type { EdgeKind, NetworkEdge as DrawnEdge, NetworkModel, NetworkNode as DrawnNode, NodeWeight } from '#src/ui/network/model.ts'
import { edgeSentence, effectWord, nodeSentence } from './network-words.ts'

const margin = { x: 64, top: 44, bottom: 40 }
/** The stored columns stand 128 apart; drawn a little closer, the words are larger when the whole map is in sight. */
const columns = 0.9
const drawnKind: Record<NetworkNode['kind'], DrawnNode['kind']> = { gene: 'gene', complex: 'complex', family: 'family', process: 'process', outcome: 'outcome', metabolite: 'process', drug: 'drug' }

/** The map is drawn from the server's data and owns nothing: the same positions on every screen and in the signed report. */
export function toModel(view: NetworkView): NetworkModel {
  const left = Math.min(0, ...view.nodes.map((node) => node.x * columns - margin.x), ...view.bands.map((band) => band.from * columns))
  const top = Math.min(...view.nodes.map((node) => node.y), Number.POSITIVE_INFINITY)
  const dx = -left
  const dy = margin.top - (Number.isFinite(top) ? top : 0) + 18
  const labels = new Map(view.nodes.map((node) => [node.id, node.label]))
  const bands = view.bands.map((band) => ({ id: band.id, label: band.label, x: band.from * columns + dx, width: (band.to - band.from) * columns }))
  const right = Math.max(640, ...view.nodes.map((node) => node.x * columns + dx + margin.x), ...bands.map((band) => band.x + band.width))
  return {
    nodes: view.nodes.map((node) => ({ ...drawnNode(node, view), x: node.x * columns + dx, y: node.y + dy })),
    edges: view.edges.map((edge) => drawnEdge(edge, labels)),
    bands, width: right, height: Math.max(320, ...view.nodes.map((node) => node.y + dy + margin.bottom)),
    summary: summaryOf(view),
  }
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
