import type { NetworkEdge, NetworkNode, NetworkView } from '#src/domain/network-view.ts'
import type { NodeRow } from '#src/knowledge/schema.ts'
import { orderRows, type Link, type Spot } from './network-rows.ts'

/** Distances of the drawing, in px at scale 1: at the narrowest screen of the product the whole map is still read at about that scale. */
const nodeGap = 24
const bandGap = 6
const emptyDrugs = 64
const usualHeight = 540
const rowSteps = { least: 52, most: 84 }
const mostColumns = 7
const mostRows = 10
const leastRows = 6

const bandNames = { membrane: 'Membrane', cytoplasm: 'Cytoplasm', nucleus: 'Nucleus', outcome: 'Outcome', drugs: 'Drugs' } as const
type Band = keyof typeof bandNames
const order: readonly Band[] = ['membrane', 'cytoplasm', 'nucleus', 'outcome', 'drugs']

export type Placed = { node: Omit<NetworkNode, 'x' | 'y'>; row: NodeRow | null }
type Column = { band: Band; layers: number[]; nodes: Placed[] }

/** What sits at the inner face of the membrane and hands the signal on (RAS, layers 2 to 4 of the release) stands with the cascade, not with the receptors. */
const bandOf = ({ node, row }: Placed): Band => {
  if (node.kind === 'drug') return 'drugs'
  if (node.kind === 'outcome') return 'outcome'
  if (row?.compartment === 'nucleus') return 'nucleus'
  const isCarrier = row !== null && row.layer > 1 && row.layer < 5
  return row?.compartment === 'cytosol' || isCarrier ? 'cytoplasm' : 'membrane'
}

/** Width a node takes, by the letters of its name; the same measure as the drawing. */
const widthOf = ({ node }: Placed): number => (node.kind === 'drug' ? Math.max(112, node.label.length * 7 + 32) : Math.max(80, node.label.length * 7.6 + (node.effect === null ? 14 : 34)))

/**
 * Draws the stored layers of the release together to the nodes that are shown: a column for each layer of a band, neighbouring layers in one
 * column where no edge runs between them or where there would be too many; rows so that edges are short, cross little and pass no third node.
 * The same nodes and edges always stand in the same places, on every screen and in the report.
 */
export function placeNodes(nodes: readonly Placed[], edges: readonly Pick<NetworkEdge, 'from' | 'to'>[]): { nodes: NetworkNode[]; bands: NetworkView['bands'] } {
  const drugs = nodes.filter((one) => bandOf(one) === 'drugs')
  // Drugs come last and move nothing: before and after a commitment the genes stand in the same places.
  const columns = columnsOf(nodes.filter((one) => bandOf(one) !== 'drugs'), edges)
  const height = Math.max(leastRows, ...columns.map((column) => column.nodes.length))
  const rowStep = Math.min(rowSteps.most, Math.max(rowSteps.least, usualHeight / height))
  const spots = orderRows(columns.map((column) => ({ band: column.band, nodes: column.nodes.map((one) => ({ id: one.node.id, y: one.row?.y ?? 0 })) })), edges, height)
  const placed: NetworkNode[] = []
  const bands: NetworkView['bands'] = []
  let x = 0
  const put = (column: readonly Placed[], rowOf: (id: string) => number, gap = nodeGap) => {
    if (column.length === 0) return
    const width = Math.max(...column.map(widthOf)) + gap
    for (const one of column) placed.push({ ...one.node, x: x + width / 2, y: Math.round(rowOf(one.node.id) * rowStep) })
    x += width
  }
  for (const band of order) {
    const from = x
    columns.forEach((column, at) => {
      if (column.band === band) put(nodes.filter((one) => spots.get(one.node.id)?.column === at), (id) => spots.get(id)?.row ?? 0)
    })
    if (band === 'drugs') {
      const rows = drugRows(drugs, edges, spots, height)
      put(drugs, (id) => rows.get(id) ?? 0, nodeGap / 2)
      if (drugs.length === 0) x += emptyDrugs
    }
    if (x === from) continue
    bands.push({ id: band, label: bandNames[band], from, to: x })
    x += bandGap
  }
  return { nodes: placed.sort((a, b) => (a.id < b.id ? -1 : 1)), bands }
}

/** Each drug as near as can be to the height of what it acts on, no two on one row; more drugs than rows stand closer. */
function drugRows(drugs: readonly Placed[], edges: readonly Link[], spots: ReadonlyMap<string, Spot>, height: number): ReadonlyMap<string, number> {
  const wish = (id: string) => {
    const rows = edges.flatMap((edge) => (edge.from === id ? [spots.get(edge.to)?.row ?? 0] : []))
    return rows.length === 0 ? height - 1 : rows.reduce((sum, row) => sum + row, 0) / rows.length
  }
  const wanted = drugs.map((one) => ({ id: one.node.id, row: wish(one.node.id) })).sort((a, b) => a.row - b.row || (a.id < b.id ? -1 : 1))
  const down = wanted.reduce<number[]>((rows, { row }) => [...rows, Math.max(Math.round(row), (rows.at(-1) ?? -1) + 1)], [])
  const slots = Math.max(height, drugs.length)
  let ceiling = slots
  const up = down.toReversed().map((row) => (ceiling = Math.min(row, ceiling - 1))).reverse()
  return new Map(wanted.map(({ id }, i) => [id, ((up[i] ?? i) * (height - 1)) / (slots - 1)]))
}

function columnsOf(nodes: readonly Placed[], edges: readonly Link[]): Column[] {
  const columns = order.flatMap((band) => {
    const here = nodes.filter((one) => bandOf(one) === band)
    const layers = [...new Set(here.map((one) => one.row?.layer ?? 0))].sort((a, b) => a - b)
    return layers.map((layer): Column => ({ band, layers: [layer], nodes: here.filter((one) => (one.row?.layer ?? 0) === layer) }))
  })
  for (;;) {
    const at = nextMerge(columns, edges)
    const [left, right] = [columns[at], columns[at + 1]]
    if (at < 0 || !left || !right) break
    columns.splice(at, 2, { band: left.band, layers: [...left.layers, ...right.layers], nodes: [...left.nodes, ...right.nodes] })
  }
  return columns.flatMap(halved)
}

/** The first of two neighbours of one band to become one column: those without an edge between them, then, as long as there are too many, those with the fewest. */
function nextMerge(columns: readonly Column[], edges: readonly Link[]): number {
  const pairs = columns.slice(0, -1).flatMap((left, at) => {
    const right = columns[at + 1]
    if (!right || left.band !== right.band) return []
    return [{ at, joined: edgesBetween(left, right, edges), size: left.nodes.length + right.nodes.length }]
  }).filter((pair) => pair.size <= mostRows && (pair.joined === 0 || columns.length > mostColumns))
  return pairs.sort((a, b) => a.joined - b.joined || a.size - b.size || a.at - b.at)[0]?.at ?? -1
}

function edgesBetween(left: Column, right: Column, edges: readonly Link[]): number {
  const [a, b] = [left, right].map((column) => new Set(column.nodes.map((one) => one.node.id)))
  return edges.filter((edge) => (a?.has(edge.from) && b?.has(edge.to)) || (b?.has(edge.from) && a?.has(edge.to))).length
}

/** A layer with more nodes than rows becomes two columns. */
function halved(column: Column): Column[] {
  if (column.nodes.length <= mostRows) return [column]
  const sorted = [...column.nodes].sort((a, b) => (a.row?.y ?? 0) - (b.row?.y ?? 0) || (a.node.id < b.node.id ? -1 : 1))
  const half = (rest: number) => ({ ...column, nodes: sorted.filter((_, i) => i % 2 === rest) })
  return [...halved(half(0)), ...halved(half(1))]
}
