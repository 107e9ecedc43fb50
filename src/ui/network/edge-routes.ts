import { borderPoint, type Point } from './geometry.ts'
import { nodeHeight, nodeWidth, type NetworkEdge, type NetworkNode } from './model.ts'

/** Free strips: above and below the nodes, left of the drugs; `halfRow`: from the middle of a node to the strip between two rows. */
type Room = { top: number; bottom: number; gutterX: number; halfRow?: number }

const usualHalfRow = 42
const side = 14

/** Does the stretch a–b cut the box of a node, with 4 to spare? Boxes are wide and low, so points along the stretch every 6 are enough. */
function cuts(a: Point, b: Point, node: NetworkNode): boolean {
  const halfWide = nodeWidth(node) / 2 + 4
  const halfHigh = nodeHeight / 2 + 4
  const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 6))
  for (let step = 0; step <= steps; step += 1) {
    const x = a[0] + ((b[0] - a[0]) * step) / steps
    const y = a[1] + ((b[1] - a[1]) * step) / steps
    if (Math.abs(x - node.x) < halfWide && Math.abs(y - node.y) < halfHigh) return true
  }
  return false
}

const isFree = (points: readonly Point[], nodes: readonly NetworkNode[], ends: readonly string[]) =>
  !nodes.some(node => !ends.includes(node.id) && points.slice(1).some((point, index) => cuts(points[index] ?? point, point, node)))

/** The n-th of several parallel lines: 0, +7, −7, +14 … */
const spread = (index: number) => (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * 7

/** A line between two genes that would run through a third goes along the free strip between two rows instead. */
function detour(edge: NetworkEdge, from: NetworkNode, to: NetworkNode, count: number, halfRow: number): NetworkEdge {
  const down = to.y >= from.y ? 1 : -1
  const laneY = from.y + down * (halfRow + Math.max(-5, Math.min(5, spread(count) / 2)))
  const right = to.x >= from.x ? 1 : -1
  const out: Point = [right * side, (down * nodeHeight) / 2]
  if (Math.abs(to.y - from.y) < 4) {
    return { ...edge, fromPort: out, toPort: [-right * side, down * (nodeHeight / 2 + 3)], via: [[from.x + out[0], laneY], [to.x - right * side, laneY]] }
  }
  const gutterX = to.x - right * (nodeWidth(to) / 2 + 20 + spread(count))
  return { ...edge, fromPort: out, toPort: [-right * (nodeWidth(to) / 2 + 3), 0], via: [[from.x + out[0], laneY], [gutterX, laneY], [gutterX, to.y]] }
}

/** Where several drugs meet one target, from its centre. */
const portsOnTop = [-12, 12, -28, 28, 0]

type DrugRun = { edge: NetworkEdge; drug: NetworkNode; target: NetworkNode; all: readonly NetworkNode[]; room: Room; index: number; atTarget: number }

/** A drug's line runs in a lane above or below the map and comes down on its target, or through the gutter beside it. */
function drugRoute({ edge, drug, target, all, room, index, atTarget }: DrugRun): NetworkEdge {
  const fromPort: Point = [-nodeWidth(drug) / 2, Math.max(-8, Math.min(8, spread(index) / 3))]
  const start: Point = [drug.x + fromPort[0], drug.y + fromPort[1]]
  const level = borderPoint(target, [drug.x, target.y])
  if (Math.abs(start[1] - target.y) < nodeHeight / 2 - 4 && isFree([[start[0], start[1]], [level[0], start[1]]], all, [drug.id, target.id])) {
    return { ...edge, fromPort, toPort: [nodeWidth(target) / 2 + 4, start[1] - target.y] }
  }
  const turnX = room.gutterX + 8 + index * 4
  const middle = (room.top + room.bottom) / 2
  const isAbove = target.y <= middle
  const laneY = isAbove ? room.top + (index % 5) * 8 : room.bottom + (index % 5) * 8
  const x = target.x + (portsOnTop[atTarget % portsOnTop.length] ?? 0)
  const straight: Point[] = [[x, laneY], [x, target.y + (isAbove ? -1 : 1) * (nodeHeight / 2 + 4)]]
  if (isFree(straight, all, [drug.id, target.id])) {
    return { ...edge, fromPort, toPort: [x - target.x, (isAbove ? -1 : 1) * (nodeHeight / 2 + 4)], via: [[turnX, start[1]], [turnX, laneY], [x, laneY]] }
  }
  const besideX = target.x + nodeWidth(target) / 2 + 16 + atTarget * 6
  return { ...edge, fromPort, toPort: [nodeWidth(target) / 2 + 4, spread(atTarget) / 1.5], via: [[turnX, start[1]], [turnX, laneY], [besideX, laneY], [besideX, target.y + spread(atTarget) / 1.5]] }
}

/** Gives every edge corners so that no line runs through a node it does not end at. An edge that already has corners or ports keeps them. */
export function routeEdges(nodes: readonly NetworkNode[], edges: readonly NetworkEdge[], room: Room): NetworkEdge[] {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const atTarget = new Map<string, number>()
  let drugs = 0
  let detours = 0
  return edges.flatMap(edge => {
    const from = byId.get(edge.from)
    const to = byId.get(edge.to)
    if (!from || !to) return []
    if (edge.via || edge.fromPort || edge.toPort) return [edge]
    if (from.kind === 'drug') {
      const nth = atTarget.get(to.id) ?? 0
      atTarget.set(to.id, nth + 1)
      drugs += 1
      return [drugRoute({ edge, drug: from, target: to, all: nodes, room, index: drugs - 1, atTarget: nth })]
    }
    if (isFree([[from.x, from.y], [to.x, to.y]], nodes, [from.id, to.id])) return [edge]
    detours += 1
    return [detour(edge, from, to, detours - 1, room.halfRow ?? usualHalfRow)]
  })
}
