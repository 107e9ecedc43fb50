import type { NetworkEdge, NetworkNode, NetworkView } from '#src/domain/network-view.ts'
import { SourceLinks } from '#src/lib/source-links.tsx'
import { CertaintyDots } from '#src/ui/parts/certainty-dots.tsx'
import { Facts } from '#src/ui/parts/facts.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { certaintyWords, edgeVerb, effectWord } from './network-words.ts'

/** What is known of the selected node: its alterations, its members, every edge with its sources. */
export function NodeFacts({ node, view, onShowVariant }: { node: NetworkNode; view: NetworkView; onShowVariant: (alterationId: string) => void }) {
  const labels = new Map(view.nodes.map((one) => [one.id, one.label]))
  const edges = view.edges.filter((edge) => edge.from === node.id || edge.to === node.id)
  return (
    <Section title={node.label} note={node.kind === 'gene' ? node.pathway : `${node.kind}, ${node.pathway}`}>
      <ul className="network-links">
        {node.alterationIds.map((id, index) => <li key={id}><button type="button" onClick={() => onShowVariant(id)}>{node.alterations[index] ?? id}</button>, {effectWord(node.effect)}</li>)}
        {node.alterationIds.length === 0 && node.kind !== 'drug' ? <li className="qq">not altered in this tumour</li> : null}
        {node.members.length > 1 ? <li className="q">members: {node.members.join(', ')}</li> : null}
        {edges.map((edge) => <li key={edge.id} className="small">{labels.get(edge.from)} {edgeVerb(edge)} {labels.get(edge.to)} <CertaintyDots dots={edge.certainty as 1 | 2 | 3 /* the contract allows 1 to 3 */} /> <span className="qq"><SourceLinks sources={edge.sources} /></span></li>)}
      </ul>
    </Section>
  )
}

export function EdgeFacts({ edge, view }: { edge: NetworkEdge; view: NetworkView }) {
  const label = (id: string) => view.nodes.find((node) => node.id === id)?.label ?? id
  return (
    <Section title={`${label(edge.from)} ${edgeVerb(edge)} ${label(edge.to)}`}>
      <Facts facts={[
        { label: 'Mechanism', value: edge.mechanism || 'not stated' }, { label: 'Context', value: edge.context || 'general' }, { label: 'Certainty', value: `${edge.certainty} of 3: ${certaintyWords[edge.certainty] ?? 'inferred'}` },
        { label: 'Sources', value: edge.sources.length > 0 ? <SourceLinks sources={edge.sources} /> : 'none given' }, ...(edge.disputed ? [{ label: 'Standing', value: 'disputed by an expert of this case' }] : []),
      ]} />
    </Section>
  )
}
