import type { Effect } from '#src/domain/analysis.ts'
import type { NetworkEdge, NetworkNode } from '#src/domain/network-view.ts'

export const effectWord = (effect: Effect | null) => (effect === null ? 'not altered' : effect === 'unknown' ? 'effect unclear' : effect)

/** What an edge does, as a verb between its two ends. */
export function edgeVerb(edge: NetworkEdge): string {
  if (edge.kind === 'drug') return 'blocks'
  if (edge.kind === 'resistance') return 'fails at'
  if (edge.kind === 'lethality') return 'is lethal together with'
  if (edge.kind === 'binding') return 'binds'
  if (edge.kind === 'transcription') return edge.sign === 1 ? 'raises' : 'lowers'
  return edge.sign === 1 ? 'activates' : 'inhibits'
}
export const certaintyWords: Record<number, string> = { 3: 'curated for this tumour', 2: 'curated for another context', 1: 'inferred' }

export const edgeSentence = (edge: NetworkEdge, labels: ReadonlyMap<string, string>) =>
  `${labels.get(edge.from) ?? edge.from} ${edgeVerb(edge)} ${labels.get(edge.to) ?? edge.to}${edge.mechanism ? `, by ${edge.mechanism}` : ''}; ${certaintyWords[edge.certainty] ?? 'inferred'}, ${edge.sources.length} sources${edge.disputed ? ', disputed' : ''}`

export const nodeSentence = (node: NetworkNode) =>
  [
    node.kind === 'family' || node.kind === 'complex' ? `${node.label}, ${node.kind} of ${node.members.join(', ')}` : node.label,
    node.alterations.length > 0 ? `${node.alterations.join(', ')}, ${effectWord(node.effect)}${node.driver ? ', driver' : ', not called a driver'}` : node.kind === 'drug' ? 'drug' : 'not altered',
    node.possibleGermline ? 'possibly germline' : '', node.hits > 1 ? 'two hits' : '',
  ].filter(Boolean).join('; ')
