import type { EdgeRow, NodeRow } from '#src/knowledge/schema.ts'
import type { Weights } from './weights.ts'

/**
 * Best activating and best inhibiting path for every ordered pair of nodes: per mille, edge weights times hop decay, at most three hops,
 * with the nodes between. Feedback edges are left out: a driver is not propagated along them. Typed arrays, looked up at patient time.
 */
export type PathTable = {
  readonly ids: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Strength per mille at `from * n + to`. */
  readonly activating: Int16Array
  readonly inhibiting: Int16Array
  /** First and second node between, -1 when there is none. */
  readonly between: { readonly activating: Int16Array; readonly inhibiting: Int16Array }
}

type Hop = { to: number; sign: 1 | -1; weight: number }

function outgoing(edges: readonly EdgeRow[], indexOf: ReadonlyMap<string, number>, without: ReadonlySet<string>, size: number): Hop[][] {
  const hops: Hop[][] = Array.from({ length: size }, () => [])
  for (const edge of edges) {
    const from = indexOf.get(edge.from)
    const to = indexOf.get(edge.to)
    if (from === undefined || to === undefined || edge.feedback || from === to || without.has(`${edge.from}>${edge.to}`)) continue
    hops[from]?.push({ to, sign: edge.sign, weight: edge.weight })
  }
  for (const list of hops) list.sort((a, b) => a.to - b.to || b.sign - a.sign || b.weight - a.weight)
  return hops
}

export function buildPathTable(nodes: Iterable<NodeRow>, edges: readonly EdgeRow[], weights: Weights, without: ReadonlySet<string> = new Set()): PathTable {
  const rows = [...nodes]
  const ids = rows.map((node) => node.id).sort()
  const indexOf = new Map(ids.map((id, index) => [id, index]))
  const size = ids.length
  const activating = new Int16Array(size * size)
  const inhibiting = new Int16Array(size * size)
  const between = { activating: new Int16Array(size * size * 2).fill(-1), inhibiting: new Int16Array(size * size * 2).fill(-1) }
  const hops = outgoing(edges, indexOf, without, size)
  // A second messenger (PIP3) is the link between two proteins, not a step of its own: entering it costs neither decay nor a hop
  const messenger = new Set(rows.filter((node) => node.kind === 'metabolite').flatMap((node) => indexOf.get(node.id) ?? []))
  const { hopDecay, maxHops } = weights.path
  for (let from = 0; from < size; from++) {
    activating[from * size + from] = 1000
    const walk = (at: number, strength: number, sign: 1 | -1, depth: number, first: number, second: number) => {
      for (const hop of hops[at] ?? []) {
        if (hop.to === from || hop.to === first || hop.to === second) continue
        const free = messenger.has(hop.to)
        const next = Math.floor((Math.floor((strength * hop.weight) / 100) * (free ? 1000 : hopDecay)) / 1000)
        const nextSign = sign === hop.sign ? 1 : -1
        const cell = from * size + hop.to
        const table = nextSign === 1 ? activating : inhibiting
        const way = nextSign === 1 ? between.activating : between.inhibiting
        if (next > (table[cell] ?? 0)) { table[cell] = next; way[cell * 2] = first; way[cell * 2 + 1] = second }
        if ((free || depth < maxHops) && next > 0 && second < 0) walk(hop.to, next, nextSign, free ? depth : depth + 1, first < 0 ? hop.to : first, first < 0 ? -1 : hop.to)
      }
    }
    walk(from, 1000, 1, 1, -1, -1)
  }
  return { ids, indexOf, activating, inhibiting, between }
}

/** Signed strength of the way from one node to another: the stronger of the two, activation on a tie. */
export function signedPath(table: PathTable, from: number, to: number): number {
  const cell = from * table.ids.length + to
  const plus = table.activating[cell] ?? 0
  const minus = table.inhibiting[cell] ?? 0
  return plus >= minus ? plus : -minus
}

/** Node ids from first to last along the way that `signedPath` speaks of. */
export function pathNodes(table: PathTable, from: number, to: number): string[] {
  if (from === to) return [table.ids[from] ?? '']
  const cell = from * table.ids.length + to
  const way = signedPath(table, from, to) >= 0 ? table.between.activating : table.between.inhibiting
  return [from, way[cell * 2] ?? -1, way[cell * 2 + 1] ?? -1, to].filter((index) => index >= 0).map((index) => table.ids[index] ?? '')
}
