import type { EffectName } from '../parts/effect-glyph.tsx'

// What the map draws. Plain presentational shapes: the caller decides what they mean; x and y are the centre, in the units of the picture (1 = 1 px at fit).

export type NodeKind = 'gene' | 'complex' | 'family' | 'outcome' | 'drug' | 'process'
/** Border: 1 heaviest to 3, 'open' dashed. Left out: not weighed, a thin line. */
export type NodeWeight = 1 | 2 | 3 | 'open'

export type NetworkNode = {
  id: string
  label: string
  kind: NodeKind
  x: number
  y: number
  width?: number
  /** Second, smaller line: "family of 3", "complex", "fails here". */
  sub?: string
  isSubAdverse?: boolean
  effect?: EffectName
  /** Further glyphs after the effect, as short text: "×2" two hits, "G" possible germline. */
  extra?: string
  weight?: NodeWeight
  /** Small tag at the lower edge: "II", "II, CCF 0.22", "open". */
  tag?: string
  /** The sentence that is heard and shown on hover. */
  said: string
}

export type EdgeKind = 'activates' | 'inhibits' | 'raises' | 'lowers' | 'binds' | 'modifies' | 'blocks' | 'fails' | 'lethal-together'

export type NetworkEdge = {
  id: string
  from: string
  to: string
  kind: EdgeKind
  /** Width in three steps. */
  strength: 1 | 2 | 3
  certainty: 1 | 2 | 3
  isDisputed?: boolean
  isExpertAdded?: boolean
  /** Corners between the two nodes. */
  via?: readonly (readonly [number, number])[]
  /** Where the line leaves and meets the nodes, from their centre; left out, the nearest point of the border. */
  fromPort?: readonly [number, number]
  toPort?: readonly [number, number]
  said: string
}

/** `note`: why a band is empty, in its middle, broken to its width. */
export type NetworkBand = { id: string; label: string; x: number; width: number; note?: string }

export type NetworkModel = {
  nodes: readonly NetworkNode[]
  edges: readonly NetworkEdge[]
  bands: readonly NetworkBand[]
  width: number
  height: number
  /** One or two sentences for those who do not see the map. */
  summary: string
}

export const nodeHeight = 36
const outcomeWidth = 100
const drugWidth = 112

/** Width of a node: as given, or by kind and length of its label. */
export function nodeWidth(node: NetworkNode): number {
  if (node.width !== undefined) return node.width
  if (node.kind === 'outcome') return Math.max(outcomeWidth, node.label.length * 6.6 + 14, (node.sub?.length ?? 0) * 6 + 16)
  if (node.kind === 'drug') return Math.max(drugWidth, node.label.length * 7 + 32)
  return Math.max(80, (node.label.length + (node.extra?.length ?? 0)) * (node.effect ? 9 : 8) + (node.effect ? 34 : 16), (node.sub?.length ?? 0) * 6 + 14)
}
