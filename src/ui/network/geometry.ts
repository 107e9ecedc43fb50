import { nodeHeight, nodeWidth, type NetworkEdge, type NetworkNode } from './model.ts'

export type Point = readonly [number, number]

/** Gap between the end of a line and the node it meets. */
const gap = 3

/** Where the line from the centre of a node towards a point crosses the node's box, plus the gap. */
export function borderPoint(node: NetworkNode, towards: Point, extra = gap): Point {
  const dx = towards[0] - node.x
  const dy = towards[1] - node.y
  if (dx === 0 && dy === 0) return [node.x, node.y]
  const scale = Math.min((nodeWidth(node) / 2 + extra) / Math.abs(dx || Number.EPSILON), (nodeHeight / 2 + extra) / Math.abs(dy || Number.EPSILON))
  return [node.x + dx * scale, node.y + dy * scale]
}

const zigzag = (from: Point, to: Point): Point[] => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (length < 12) return []
  const along: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const span = Math.min(20, length * 0.7)
  const start = (length - span) / 2
  return [0, 0.2, 0.4, 0.6, 0.8, 1].map(share => share * span).map((at, index): Point => {
    const side = index === 0 || index === 5 ? 0 : index % 2 === 1 ? -6 : 6
    return [from[0] + along[0] * (start + at) - along[1] * side, from[1] + along[1] * (start + at) + along[0] * side]
  })
}

const isApart = (point: Point, index: number, all: readonly Point[]) => {
  const before = all[index - 1]
  return before === undefined || Math.hypot(point[0] - before[0], point[1] - before[1]) > 0.5
}

/** A line that comes from below would end behind the tag at the lower edge: it ends below the tag instead. */
function clearOfTag(node: NetworkNode, end: Point): Point {
  if (!node.tag || end[1] < node.y + nodeHeight / 2) return end
  const right = node.x + nodeWidth(node) / 2 + 4
  return end[0] > right - node.tag.length * 6 - 12 ? [end[0], end[1] + 8] : end
}

/** The corners of an edge from border to border, without the zigzag of a dispute. */
export function plainPoints(edge: NetworkEdge, from: NetworkNode, to: NetworkNode): Point[] {
  const via = edge.via ?? []
  const start: Point = edge.fromPort ? [from.x + edge.fromPort[0], from.y + edge.fromPort[1]] : borderPoint(from, via[0] ?? (edge.toPort ? [to.x + edge.toPort[0], to.y + edge.toPort[1]] : straightTarget(from, to)), 0)
  const last = via.at(-1) ?? start
  const end: Point = edge.toPort ? [to.x + edge.toPort[0], to.y + edge.toPort[1]] : clearOfTag(to, borderPoint(to, via.length > 0 ? last : straightTarget(to, from)))
  return [start, ...via, end].filter(isApart)
}

/** The line as drawn: a disputed edge zigzags in the middle of its longest stretch. */
export function edgePoints(edge: NetworkEdge, points: readonly Point[]): readonly Point[] {
  if (!edge.isDisputed) return points
  const at = longestStretch(points)
  const a = points[at]
  const b = points[at + 1]
  return a && b ? [...points.slice(0, at + 1), ...zigzag(a, b), ...points.slice(at + 1)] : points
}

/** Nodes in one row or column are joined by a level or upright line. */
function straightTarget(one: NetworkNode, other: NetworkNode): Point {
  if (Math.abs(one.y - other.y) < 4) return [other.x, one.y]
  if (Math.abs(one.x - other.x) < 4) return [one.x, other.y]
  return [other.x, other.y]
}

const stretch = (points: readonly Point[], at: number) => {
  const a = points[at]
  const b = points[at + 1]
  return a && b ? Math.hypot(b[0] - a[0], b[1] - a[1]) : 0
}

export function longestStretch(points: readonly Point[]): number {
  let best = 0
  for (let at = 1; at < points.length - 1; at += 1) if (stretch(points, at) > stretch(points, best)) best = at
  return best
}

/** Where the certainty dots stand: mid-edge on its longest stretch; beside the line when that is too short to be broken. */
export function dotsAt(points: readonly Point[], isBeside: boolean): { at: Point; isBroken: boolean } {
  const at = longestStretch(points)
  const a = points[at] ?? [0, 0]
  const b = points[at + 1] ?? a
  const x = (a[0] + b[0]) / 2
  const y = (a[1] + b[1]) / 2
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (!isBeside && length >= 64) return { at: [x, y], isBroken: true }
  // Upright lines carry the dots to the right, level ones above.
  const isUpright = Math.abs(b[1] - a[1]) > Math.abs(b[0] - a[0]) * 2
  return { at: isUpright ? [x + 14, y] : [x - (Math.abs(b[1] - a[1]) > 4 ? 8 : 0), y - (isBeside ? 12 : 9)], isBroken: false }
}
