import { nodeWidth, type NetworkBand, type NetworkEdge, type NetworkModel, type NetworkNode } from './model.ts'
import { routeEdges } from './edge-routes.ts'

/** A node before it has a place: it names its band; `rank` orders it when nothing else does (lower is higher up). */
export type UnplacedNode = Omit<NetworkNode, 'x' | 'y'> & { band: string; rank?: number }
/** `isSingle`: one column, its nodes are peers (a membrane, outcomes). */
export type UnplacedBand = { id: string; label: string; isSingle?: boolean }
export type UnplacedNetwork = { nodes: readonly UnplacedNode[]; edges: readonly NetworkEdge[]; bands: readonly UnplacedBand[]; summary: string }

const rowStep = 84
const columnGap = 44
const drugStep = 60
/** Room above the first row and below the last, for band labels and the lanes of drug lines. */
const headRoom = 116
const footRoom = 84
const mostRows = 7

type Column = { band: string; nodes: UnplacedNode[] }

/** Depth of each node of a band along the edges inside that band; an edge back into what came before is left out, so a cycle ends. */
function depths(nodes: readonly UnplacedNode[], edges: readonly NetworkEdge[]): Map<string, number> {
  const inside = new Set(nodes.map(node => node.id))
  const depth = new Map<string, number>()
  const walk = (id: string, path: ReadonlySet<string>): number => {
    const known = depth.get(id)
    if (known !== undefined) return known
    const before = edges.filter(edge => edge.to === id && inside.has(edge.from) && !path.has(edge.from)).map(edge => edge.from)
    const value = before.length === 0 ? 0 : 1 + Math.max(...before.map(from => walk(from, new Set([...path, id]))))
    depth.set(id, Math.min(value, 4))
    return depth.get(id) ?? 0
  }
  for (const node of nodes) walk(node.id, new Set())
  return depth
}

const byRank = (a: UnplacedNode, b: UnplacedNode) => (a.rank ?? 99) - (b.rank ?? 99) || (a.id < b.id ? -1 : 1)

function columnsOf(network: UnplacedNetwork): Column[] {
  return network.bands.flatMap(band => {
    const nodes = network.nodes.filter(node => node.band === band.id && node.kind !== 'drug').toSorted(byRank)
    const depth = depths(nodes, network.edges)
    const isPeers = band.isSingle ?? nodes.every(node => node.kind === 'outcome')
    const layers = new Map<number, UnplacedNode[]>()
    for (const node of nodes) {
      const layer = isPeers ? 0 : (depth.get(node.id) ?? 0)
      layers.set(layer, [...(layers.get(layer) ?? []), node])
    }
    return [...layers.entries()].toSorted(([a], [b]) => a - b).flatMap(([, layer]) =>
      Array.from({ length: Math.ceil(layer.length / mostRows) }, (_, part) => ({ band: band.id, nodes: layer.slice(part * mostRows, (part + 1) * mostRows) })))
  })
}

/** Rows by the mean row of what each node is joined to on its left, nearest free row first; ties by rank, then name. */
function rowsOf(columns: readonly Column[], edges: readonly NetworkEdge[]): Map<string, number> {
  const rows = new Map<string, number>()
  for (const column of columns) {
    const inColumn = new Set(column.nodes.map(node => node.id))
    const depth = depths(column.nodes, edges)
    const joinedTo = (id: string) => edges.flatMap(edge => (edge.to === id ? [edge.from] : edge.from === id ? [edge.to] : []))
    // A neighbour in the same column wants this node just below it.
    const wish = (node: UnplacedNode, index: number) => {
      const joined = joinedTo(node.id).flatMap(id => { const row = rows.get(id); return row === undefined ? [] : [inColumn.has(id) ? row + 1 : row] })
      return joined.length === 0 ? index : joined.reduce((sum, row) => sum + row, 0) / joined.length
    }
    const order = column.nodes.map((node, index) => ({ node, index, first: wish(node, index) }))
      .toSorted((a, b) => (depth.get(a.node.id) ?? 0) - (depth.get(b.node.id) ?? 0) || a.first - b.first || byRank(a.node, b.node))
    const taken = new Set<number>()
    for (const { node, index } of order) {
      const row = wish(node, index)
      const free = [...Array(mostRows).keys()].filter(one => !taken.has(one)).toSorted((a, b) => Math.abs(a - row) - Math.abs(b - row) || a - b)[0] ?? taken.size
      taken.add(free)
      rows.set(node.id, free)
    }
  }
  return rows
}

/** Drugs in the right lane, each as near as can be to the height of what it acts on, never closer than a step. */
function placeDrugs(drugs: readonly UnplacedNode[], placed: ReadonlyMap<string, NetworkNode>, edges: readonly NetworkEdge[], x: number): NetworkNode[] {
  const targetY = (drug: UnplacedNode) => {
    const ys = edges.flatMap(edge => (edge.from === drug.id ? [placed.get(edge.to)?.y ?? []].flat() : []))
    return ys.length === 0 ? Infinity : ys.reduce((sum, y) => sum + y, 0) / ys.length
  }
  let next = headRoom - 40
  return drugs.toSorted((a, b) => targetY(a) - targetY(b) || byRank(a, b)).map(drug => {
    const wished = targetY(drug)
    const y = Math.max(next, Number.isFinite(wished) ? wished : next)
    next = y + drugStep
    return { ...drug, x, y }
  })
}

/** Places a network: bands left to right, columns inside a band along its edges, drugs in a lane at the right, lines routed around nodes. The same input gives the same picture, in whatever order it comes. */
export function placeNetwork(network: UnplacedNetwork): NetworkModel {
  const columns = columnsOf(network)
  const rows = rowsOf(columns, network.edges)
  const used = [...new Set(rows.values())].toSorted((a, b) => a - b)
  const placed = new Map<string, NetworkNode>()
  const bands: NetworkBand[] = []
  let x = 8
  for (const [index, column] of columns.entries()) {
    const width = Math.max(80, ...column.nodes.map(node => nodeWidth({ ...node, x: 0, y: 0 })))
    const last = bands.at(-1)
    const isNew = last?.id !== column.band
    if (isNew) {
      if (last) { last.width = x - 4 - last.x; x += 4 }
      bands.push({ id: column.band, label: network.bands.find(band => band.id === column.band)?.label ?? '', x, width: 0 })
    }
    x += columnGap / 2
    for (const node of column.nodes) placed.set(node.id, { ...node, x: x + width / 2, y: headRoom + used.indexOf(rows.get(node.id) ?? 0) * rowStep })
    x += width + columnGap / 2
    if (index === columns.length - 1) { const end = bands.at(-1); if (end) end.width = x - end.x }
  }
  const bottom = headRoom + Math.max(0, used.length - 1) * rowStep
  const drugs = network.nodes.filter(node => node.kind === 'drug')
  // Lines of drugs turn in the gutter left of their lane: it widens with their number.
  const gutter = drugs.length === 0 ? 0 : 16 + network.edges.filter(edge => drugs.some(drug => drug.id === edge.from)).length * 4
  const drugWidth = Math.max(112, ...drugs.map(drug => nodeWidth({ ...drug, x: 0, y: 0 })))
  const drugX = x + gutter + 4 + drugWidth / 2
  const placedDrugs = placeDrugs(drugs, placed, network.edges, drugX)
  if (drugs.length > 0) bands.push({ id: 'drugs', label: network.bands.find(band => band.id === 'drugs')?.label ?? 'Drugs', x: x + gutter, width: drugWidth + 8 })
  for (const drug of placedDrugs) placed.set(drug.id, drug)
  const width = drugs.length > 0 ? x + gutter + drugWidth + 16 : x + 8
  const height = Math.max(bottom + footRoom, ...placedDrugs.map(drug => drug.y + 40))
  const nodes = network.nodes.flatMap(node => placed.get(node.id) ?? [])
  return { nodes, edges: routeEdges(nodes, network.edges, { top: 48, bottom: bottom + 44, gutterX: x }), bands, width, height, summary: network.summary }
}
