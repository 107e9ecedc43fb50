import type { ElementDefinition } from 'cytoscape'
import type { Point } from './geometry.ts'
import type { NetworkModel } from './model.ts'
import type { EdgeShape, NodeShape, Scene } from './scene.ts'

/** Ids of pieces that only decorate start so; they hear no events. */
export const decorMark = '~'

const decor = (id: string, classes: string, at: Point, data: Record<string, unknown>, isFaded = false): ElementDefinition => ({
  group: 'nodes', data: { id: `${decorMark}${id}`, ...data }, position: { x: at[0], y: at[1] }, classes: `decor ${classes}${isFaded ? ' faded' : ''}`,
})

const bandElements = (model: NetworkModel): ElementDefinition[] =>
  model.bands.flatMap(band => [
    decor(`band-${band.id}`, 'band', [band.x + band.width / 2, (model.height + 32) / 2], { width: band.width, height: model.height - 32 }),
    decor(`band-label-${band.id}`, 'band-label', [band.x + 8, 18], { label: band.label }),
    ...(band.note ? [decor(`band-note-${band.id}`, 'band-note', [band.x + band.width / 2, (model.height + 32) / 2], { label: band.note, width: band.width - 12 })] : []),
  ])

/** cytoscape states corners as weight along and distance from the line between the two ends. */
function corners(points: readonly Point[]) {
  const a = points[0] ?? [0, 0]
  const b = points.at(-1) ?? a
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length = Math.hypot(dx, dy) || 1
  const inner = points.slice(1, -1)
  return {
    weights: inner.map(([x, y]) => ((x - a[0]) * dx + (y - a[1]) * dy) / (length * length)).join(' '),
    distances: inner.map(([x, y]) => ((x - a[0]) * -dy + (y - a[1]) * dx) / length).join(' '),
  }
}

function edgeElements(shape: EdgeShape, centres: ReadonlyMap<string, Point>): ElementDefinition[] {
  const { edge, points } = shape
  const from = centres.get(edge.from) ?? [0, 0]
  const to = centres.get(edge.to) ?? [0, 0]
  const first = points[0] ?? from
  const last = points.at(-1) ?? to
  const classes = ['edge', shape.tone, shape.dash, shape.isDouble ? 'double' : '', points.length > 2 ? 'cornered' : '', `end-${shape.end}`, shape.isFaded ? 'faded' : ''].join(' ')
  const line: ElementDefinition = {
    group: 'edges', classes,
    data: {
      id: edge.id, source: edge.from, target: edge.to, width: shape.width, ...corners(points), said: edge.said,
      start: `${first[0] - from[0]}px ${first[1] - from[1]}px`, finish: `${last[0] - to[0]}px ${last[1] - to[1]}px`,
    },
  }
  const { at, count, isBroken } = shape.dots
  const wide = count * 6 + 4
  const pieces = [line]
  if (isBroken) pieces.push(decor(`break-${edge.id}`, 'break', at, { width: wide, height: 8 }, shape.isFaded))
  for (let dot = 0; dot < count; dot += 1) {
    pieces.push(decor(`dot-${edge.id}-${dot}`, `dot ${shape.tone === 'lit' ? 'lit' : ''}`, [at[0] - (count - 1) * 3 + dot * 6, at[1]], {}, shape.isFaded))
  }
  if (shape.cross) pieces.push(decor(`cross-${edge.id}`, 'cross', shape.cross, {}, shape.isFaded))
  if (shape.circle) pieces.push(decor(`circle-${edge.id}`, 'circle', shape.circle, {}, shape.isFaded))
  if (edge.isExpertAdded) pieces.push(decor(`added-${edge.id}`, 'tag', [at[0], at[1] + 12], { width: 14, label: 'E' }, shape.isFaded))
  return pieces
}

function nodeElements(shape: NodeShape): ElementDefinition[] {
  const { node, isFaded } = shape
  const at: Point = [node.x, node.y]
  const classes = [node.kind, `tone-${shape.tone}`, shape.isDashed ? 'dashed' : '', shape.isSelected ? 'selected' : '', isFaded ? 'faded' : ''].join(' ')
  const pieces: ElementDefinition[] = []
  if (node.kind === 'family') pieces.push(decor(`behind-${node.id}`, `behind tone-${shape.tone}`, [node.x + 4, node.y - 4], { width: shape.width, height: shape.height, border: shape.border }, isFaded))
  pieces.push({
    group: 'nodes', position: { x: node.x, y: node.y }, classes,
    data: {
      id: node.id, label: `${node.label}${node.extra ? ` ${node.extra}` : ''}`, width: shape.width - shape.border, height: shape.height - shape.border, border: shape.border, shiftX: shape.labelX - node.x, shiftY: shape.labelY - node.y, said: node.said,
    },
  })
  if (node.sub) pieces.push(decor(`sub-${node.id}`, `sub ${node.isSubAdverse ? 'adverse' : ''} ${shape.tone === 'lit' ? 'on-ink' : ''}`, [at[0], at[1] + 8], { label: node.sub }, isFaded))
  if (node.effect && shape.glyphX !== null) pieces.push(decor(`effect-${node.id}`, `effect-${node.effect}`, [shape.glyphX, shape.labelY], { label: node.effect === 'unknown' ? '?' : '' }, isFaded))
  if (shape.tag) pieces.push(decor(`tag-${node.id}`, 'tag', [shape.tag.x, shape.tag.y], { width: shape.tag.width, label: shape.tag.text }, isFaded))
  return pieces
}

/** The scene as native elements: every glyph, dot and tag is a node of its own, so that the map needs no image. */
export function canvasElements(model: NetworkModel, scene: Scene): ElementDefinition[] {
  const centres = new Map<string, Point>(model.nodes.map(node => [node.id, [node.x, node.y]]))
  // Nodes before edges: an edge names nodes that must be there.
  const edges = scene.edges.flatMap(shape => edgeElements(shape, centres))
  return [...bandElements(model), ...scene.nodes.flatMap(nodeElements), ...edges.filter(one => one.group === 'nodes'), ...edges.filter(one => one.group === 'edges')]
}
