import type { EdgeKind, NetworkModel, NodeKind } from './model.ts'
import type { PaletteName } from './palette.ts'

/** One stroke or filled shape on a 28 × 16 ground, for page and file alike. */
export type LegendStroke = { d: string; stroke?: PaletteName; fill?: PaletteName; width?: number; dash?: string }
/** `picks`: ids of everything on the map that wears this sign. */
export type LegendEntry = { id: string; label: string; strokes: readonly LegendStroke[]; picks: readonly string[] }

const line = (d: string, stroke: PaletteName = 'ink-3', width = 1.5, dash?: string): LegendStroke => ({ d, stroke, width, ...(dash === undefined ? {} : { dash }) })
const head: LegendStroke = { d: 'M19 4l8 4-8 4z', fill: 'ink-3' }

const effects = {
  gain: { label: 'gain', strokes: [{ d: 'M14 3.5 19 12.5H9Z', fill: 'gain' }] },
  loss: { label: 'loss', strokes: [{ d: 'M14 12.5 19 3.5H9Z', fill: 'loss' }] },
  unknown: { label: 'unclear', strokes: [line('M9.5 3.5h9v9h-9Z', 'unknown', 1.1), line('M12.6 6.8a1.5 1.5 0 1 1 2.2 1.2q-.8.4-.8 1M14 10.6v1', 'unknown-text', 1.2)] },
  neutral: { label: 'neutral', strokes: [line('M9 8h10', 'unknown', 1.5)] },
  fusion: { label: 'fusion', strokes: [{ d: 'M11 3h2.5v10H11zM15 3h2.5v10H15z', fill: 'ink' }] },
} as const satisfies Record<string, { label: string; strokes: readonly LegendStroke[] }>

const kinds: Partial<Record<NodeKind, { label: string; strokes: readonly LegendStroke[] }>> = {
  family: { label: 'family', strokes: [line('M4 4h20v10H4zM8 4V1h19v10h-3', 'ink-3', 1)] },
  complex: { label: 'complex', strokes: [line('M5 2h18l4 4v6l-4 3H5l-4-3V6Z', 'ink-3', 1)] },
  outcome: { label: 'outcome', strokes: [line('M7 2h14a6 6 0 0 1 0 12H7A6 6 0 0 1 7 2Z', 'ink-3', 1)] },
  process: { label: 'process', strokes: [line('M1 8a13 6 0 1 0 26 0a13 6 0 1 0-26 0', 'ink-3', 1, '3 2')] },
  drug: { label: 'drug', strokes: [line('M6 2h16l5 6-5 6H6L1 8Z', 'ink-3', 1)] },
}

const edges: Record<EdgeKind, { label: string; strokes: readonly LegendStroke[] }> = {
  activates: { label: 'activates', strokes: [line('M0 8h20'), head] },
  inhibits: { label: 'inhibits', strokes: [line('M0 8h24M24 3v10')] },
  raises: { label: 'transcription up', strokes: [line('M0 8h20', 'ink-3', 1.5, '5 3'), head] },
  lowers: { label: 'transcription down', strokes: [line('M0 8h24', 'ink-3', 1.5, '5 3'), line('M24 3v10')] },
  binds: { label: 'binds', strokes: [line('M0 8h27')] },
  modifies: { label: 'modifies', strokes: [line('M0 8h20'), { d: 'M12 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0', fill: 'surface', stroke: 'ink-3', width: 1.25 }, { d: 'M20 4l8 4-8 4z', fill: 'ink-3' }] },
  'lethal-together': { label: 'synthetic lethality', strokes: [line('M0 6h28M0 10h28')] },
  blocks: { label: 'blocks', strokes: [line('M0 8h25', 'sensitivity', 1.75), line('M25 2v12', 'sensitivity', 2.5)] },
  fails: { label: 'fails', strokes: [line('M0 8h25M9 3l8 10M17 3L9 13', 'resistance', 1.75), line('M25 2v12', 'resistance', 2.5)] },
}
const edgeOrder: readonly EdgeKind[] = ['activates', 'inhibits', 'raises', 'lowers', 'modifies', 'binds', 'lethal-together']

/** Only the encodings in use on this map. */
export function legendEntries(model: NetworkModel): LegendEntry[] {
  const found: LegendEntry[] = []
  const add = (id: string, entry: { label: string; strokes: readonly LegendStroke[] } | undefined, picks: readonly string[]) => {
    if (entry && picks.length > 0) found.push({ id, ...entry, picks })
  }
  const nodesWhere = (test: (node: NetworkModel['nodes'][number]) => boolean) => model.nodes.filter(test).map(node => node.id)
  const edgesWhere = (test: (edge: NetworkModel['edges'][number]) => boolean) => model.edges.filter(test).map(edge => edge.id)
  for (const effect of ['gain', 'loss', 'unknown', 'neutral', 'fusion'] as const) add(`effect-${effect}`, effects[effect], nodesWhere(node => node.effect === effect))
  add('driver', { label: 'driver, border = confidence', strokes: [line('M3 1.5h22a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 13V3A1.5 1.5 0 0 1 3 1.5Z', 'ink', 3)] }, nodesWhere(node => typeof node.weight === 'number'))
  add('open', { label: 'driver or not: open', strokes: [line('M2 2h24v12H2Z', 'ink', 1.25, '4 3')] }, nodesWhere(node => node.weight === 'open'))
  for (const kind of ['family', 'complex', 'outcome', 'process', 'drug'] as const) add(`kind-${kind}`, kinds[kind], nodesWhere(node => node.kind === kind))
  for (const kind of edgeOrder) add(`edge-${kind}`, edges[kind], edgesWhere(edge => edge.kind === kind && !edge.isDisputed))
  add('disputed', { label: 'disputed', strokes: [line('M0 8l4-5 4 10 4-10 4 10 4-5h6', 'attention', 1.75)] }, edgesWhere(edge => edge.isDisputed === true))
  add('added', { label: 'added by an expert', strokes: [line('M0 8h8M20 8h8'), line('M12 3h5M12 3v10h5M12 8h4', 'ink', 1.5)] }, edgesWhere(edge => edge.isExpertAdded === true))
  add('edge-fails', edges.fails, edgesWhere(edge => edge.kind === 'fails'))
  add('edge-blocks', edges.blocks, edgesWhere(edge => edge.kind === 'blocks'))
  return found
}

export const certaintyNote = 'Certainty of the edge: three dots curated for this tumour, two for another context, one inferred. Line width is strength in this context. Certainty is not effect size.'
