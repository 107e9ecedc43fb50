import { dotsAt, edgePoints, plainPoints, type Point } from './geometry.ts'
import { nodeHeight, nodeWidth, type EdgeKind, type NetworkEdge, type NetworkModel, type NetworkNode } from './model.ts'

// One scene for both homes: the canvas and the SVG of report and export draw exactly these shapes.

export type EdgeTone = 'plain' | 'lit' | 'reaches' | 'fails' | 'disputed'
export type EdgeEnd = 'triangle' | 'tee' | 'none'

export type EdgeShape = {
  id: string
  edge: NetworkEdge
  points: readonly Point[]
  tone: EdgeTone
  width: number
  dash: 'solid' | 'dashed'
  isDouble: boolean
  end: EdgeEnd
  /** Middle of the cross of a drug that fails. */
  cross: Point | null
  /** Small circle of a modification. */
  circle: Point | null
  dots: { at: Point; count: 1 | 2 | 3; isBroken: boolean }
  isFaded: boolean
}

export type NodeShape = {
  id: string
  node: NetworkNode
  width: number
  height: number
  border: number
  isDashed: boolean
  tone: 'plain' | 'driver' | 'lit' | 'quiet'
  isSelected: boolean
  isFaded: boolean
  tag: { x: number; y: number; width: number; text: string } | null
  /** Left edge of glyph and centre of label. */
  glyphX: number | null
  labelX: number
  labelY: number
}

export type Scene = { edges: EdgeShape[]; nodes: NodeShape[] }
export type SceneState = { selectedId: string | null; litPath: readonly string[]; fadeRest: boolean }

const ends: Record<EdgeKind, EdgeEnd> = {
  activates: 'triangle', raises: 'triangle', modifies: 'triangle', inhibits: 'tee', lowers: 'tee', blocks: 'tee', fails: 'tee', binds: 'none', 'lethal-together': 'none',
}
const widths = { 1: 1.25, 2: 1.5, 3: 2 } as const
const borders = { 1: 3, 2: 2, 3: 1.25, open: 1.25 } as const

function toneOf(edge: NetworkEdge, isLit: boolean): EdgeTone {
  if (isLit) return 'lit'
  if (edge.isDisputed) return 'disputed'
  return edge.kind === 'blocks' ? 'reaches' : edge.kind === 'fails' ? 'fails' : 'plain'
}

/** Back from the last point along its stretch. */
function beforeEnd(points: readonly Point[], by: number): Point {
  const end = points.at(-1) ?? [0, 0]
  const before = points.at(-2) ?? end
  const length = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1
  return [end[0] + ((before[0] - end[0]) / length) * by, end[1] + ((before[1] - end[1]) / length) * by]
}

function edgeShape(edge: NetworkEdge, from: NetworkNode, to: NetworkNode, state: SceneState): EdgeShape {
  const isLit = state.litPath.includes(edge.id)
  const plain = plainPoints(edge, from, to)
  const points = edgePoints(edge, plain)
  const dots = dotsAt(plain, edge.isDisputed === true || edge.kind === 'lethal-together')
  const isDrug = edge.kind === 'blocks' || edge.kind === 'fails'
  const isOn = isLit || edge.id === state.selectedId
  return {
    id: edge.id, edge, points, tone: toneOf(edge, isLit),
    width: isOn ? 3.5 : isDrug || edge.isDisputed ? widths[edge.strength] + 0.25 : widths[edge.strength],
    dash: edge.kind === 'raises' || edge.kind === 'lowers' ? 'dashed' : 'solid',
    isDouble: edge.kind === 'lethal-together',
    end: ends[edge.kind],
    cross: edge.kind === 'fails' ? beforeEnd(points, 12) : null,
    circle: edge.kind === 'modifies' ? beforeEnd(points, 16) : null,
    dots: { ...dots, count: edge.certainty },
    isFaded: state.fadeRest && !isLit,
  }
}

function nodeShape(node: NetworkNode, state: SceneState): NodeShape {
  const isLit = state.litPath.includes(node.id)
  const isSelected = node.id === state.selectedId
  const width = nodeWidth(node)
  const isDriver = node.weight !== undefined
  const label = `${node.label}${node.extra ? ` ${node.extra}` : ''}`
  // Glyph of 12 and a gap of 6 left of the label; the pair is centred. Width of the label by the mean letter of the 13 px face.
  const labelWidth = label.length * 7.8
  const shift = node.effect ? 9 : 0
  const border = isSelected ? 3 : node.weight !== undefined ? borders[node.weight] : isLit ? 2 : 1
  const tagWidth = node.tag ? Math.round(node.tag.length * 6 + 9) : 0
  return {
    id: node.id, node, width, height: nodeHeight, border,
    isDashed: node.weight === 'open' || node.kind === 'process',
    tone: isLit && node.kind === 'outcome' ? 'lit' : isDriver || isLit ? 'driver' : node.kind === 'drug' ? 'plain' : 'quiet',
    isSelected,
    isFaded: state.fadeRest && !isLit && !isSelected,
    tag: node.tag ? { x: node.x + width / 2 + 4 - tagWidth / 2, y: node.y + nodeHeight / 2, width: tagWidth, text: node.tag } : null,
    glyphX: node.effect ? node.x - labelWidth / 2 - 9 + 6 : null,
    labelX: node.x + shift,
    labelY: node.sub ? node.y - 6 : node.y,
  }
}

/** Everything drawn, from the model and what is selected or lit. Positions never depend on the selection. */
export function sceneOf(model: NetworkModel, state: SceneState): Scene {
  const byId = new Map(model.nodes.map(node => [node.id, node]))
  const edges = model.edges.flatMap(edge => {
    const from = byId.get(edge.from)
    const to = byId.get(edge.to)
    return from && to ? [edgeShape(edge, from, to, state)] : []
  })
  return { edges, nodes: model.nodes.map(node => nodeShape(node, state)) }
}
