import type { NetworkNode, NetworkView } from '#src/domain/network-view.ts'
import type { NodeRow } from '#src/knowledge/schema.ts'

/** Distances of the drawing, in px at scale 1 (design of the look: columns 116 to 128 apart, nodes 80 by 36). */
const columnStep = 128
const rowStep = 76
const bandGap = 24
const leastRows = 5

const bandNames = { membrane: 'Membrane', cytoplasm: 'Cytoplasm', nucleus: 'Nucleus', outcome: 'Outcome', drugs: 'Drugs' } as const
type Band = keyof typeof bandNames
const order: readonly Band[] = ['membrane', 'cytoplasm', 'nucleus', 'outcome', 'drugs']

export type Placed = { node: Omit<NetworkNode, 'x' | 'y'>; row: NodeRow | null }

const bandOf = ({ node, row }: Placed): Band =>
  node.kind === 'drug' ? 'drugs' : node.kind === 'outcome' ? 'outcome' : row?.compartment === 'nucleus' ? 'nucleus' : row?.compartment === 'cytosol' ? 'cytoplasm' : 'membrane'

/**
 * Draws the stored layers of the release together to the nodes that are shown: columns by band and layer, rows in the stored order from top
 * to bottom. The same nodes always stand in the same places, on every screen and in the report.
 */
export function placeNodes(nodes: readonly Placed[]): { nodes: NetworkNode[]; bands: NetworkView['bands'] } {
  const height = rowsNeeded(nodes)
  const byHeight = [...nodes].sort((a, b) => (a.row?.y ?? 0) - (b.row?.y ?? 0) || (a.node.id < b.node.id ? -1 : 1))
  const share = new Map(byHeight.map((n, i) => [n.node.id, nodes.length < 2 ? 0.5 : i / (nodes.length - 1)]))
  const placed: NetworkNode[] = []
  const bands: NetworkView['bands'] = []
  let x = 0
  for (const band of order) {
    const here = nodes.filter((n) => bandOf(n) === band)
    if (here.length === 0 && band !== 'drugs') continue
    const from = x
    for (const layer of [...new Set(here.map((n) => n.row?.layer ?? 0))].sort((a, b) => a - b)) {
      const column = here.filter((n) => (n.row?.layer ?? 0) === layer).sort((a, b) => (share.get(a.node.id) ?? 0) - (share.get(b.node.id) ?? 0))
      const rows = slots(column.map((n) => Math.round((share.get(n.node.id) ?? 0) * (height - 1))), height)
      column.forEach((n, i) => placed.push({ ...n.node, x: x + columnStep / 2, y: (rows[i] ?? i) * rowStep }))
      x += columnStep
    }
    if (here.length === 0) x += columnStep
    bands.push({ id: band, label: bandNames[band], from, to: x })
    x += bandGap
  }
  return { nodes: placed.sort((a, b) => (a.id < b.id ? -1 : 1)), bands }
}

const rowsNeeded = (nodes: readonly Placed[]): number => {
  const counts = new Map<string, number>()
  for (const n of nodes) {
    const column = `${bandOf(n)} ${n.row?.layer ?? 0}`
    counts.set(column, (counts.get(column) ?? 0) + 1)
  }
  return Math.max(leastRows, ...counts.values())
}

/** Wanted rows in ascending order, moved apart as little as needed so that no two nodes of a column meet. */
function slots(wanted: readonly number[], height: number): number[] {
  const down = wanted.reduce<number[]>((rows, want) => [...rows, Math.max(want, (rows.at(-1) ?? -1) + 1)], [])
  let ceiling = height
  return down.reverse().map((row) => {
    ceiling = Math.min(row, ceiling - 1)
    return ceiling
  }).reverse()
}
