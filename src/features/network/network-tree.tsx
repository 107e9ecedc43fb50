import { useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { NetworkEdge, NetworkNode, NetworkView } from '#src/domain/network-view.ts'
import { CertaintyDots } from '#src/ui/parts/certainty-dots.tsx'
import { EffectGlyph } from '#src/ui/parts/effect-glyph.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { certaintyWords, edgeVerb } from './network-words.ts'

type NetworkTreeProps = { view: NetworkView; q: string; selectedId: string | null; litPath: readonly string[]; onSelect: (id: string) => void }
type Line = { id: string; level: 1; node: NetworkNode } | { id: string; level: 2; edge: NetworkEdge; node: NetworkNode }

/** The same network as a tree table: gene, effect, what it acts on, drugs. Arrow keys: up and down the lines, right into the edges, left back; Enter selects. */
export function NetworkTree({ view, q, selectedId, litPath, onSelect }: NetworkTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [activeId, setActiveId] = useState<string | null>(null)
  const labels = new Map(view.nodes.map((node) => [node.id, node.label]))
  const lines = linesOf(view, q, closed)
  const active = Math.max(0, lines.findIndex((line) => line.id === (activeId ?? selectedId)))
  const toggle = (id: string, isClosed: boolean) => setClosed((before) => {
    const after = new Set(before)
    if (isClosed) after.add(id)
    else after.delete(id)
    return after
  })
  const move = (event: KeyboardEvent<HTMLDivElement>, to: number) => {
    const line = lines[Math.min(lines.length - 1, Math.max(0, to))]
    if (!line) return
    setActiveId(line.id)
    event.currentTarget.querySelector<HTMLElement>(`[data-line="${CSS.escape(line.id)}"]`)?.focus()
  }
  const select = (line: Line) => onSelect(line.level === 1 ? line.node.id : line.edge.id)
  const click = (event: MouseEvent) => {
    const id = event.target instanceof Element ? event.target.closest('[data-line]')?.getAttribute('data-line') : null
    const line = lines.find((one) => one.id === id)
    if (!line) return
    setActiveId(line.id)
    select(line)
  }
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const line = lines[active]
    if (!line || event.ctrlKey || event.metaKey || event.altKey) return
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(event, active + 1), ArrowUp: () => move(event, active - 1), Home: () => move(event, 0), End: () => move(event, lines.length - 1),
      ArrowRight: () => (line.level === 1 && closed.has(line.id) ? toggle(line.id, false) : move(event, active + 1)),
      ArrowLeft: () => (line.level === 1 ? toggle(line.id, true) : move(event, lines.findIndex((one) => one.id === line.node.id))),
      Enter: () => select(line), ' ': () => select(line),
    }
    const act = acts[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <div className="network-tree" role="treegrid" aria-label="Network as text" tabIndex={-1} onKeyDown={press} onClick={click}>
      <div role="row" className="network-tree-head"><span role="columnheader">Gene</span><span role="columnheader">Change and effect</span><span role="columnheader">Acts on, with certainty</span></div>
      {lines.map((line, index) => {
        const isSelected = line.id === selectedId
        const common = { 'data-line': line.id, tabIndex: index === active ? 0 : -1, 'aria-level': line.level, 'aria-selected': isSelected, className: 'network-tree-row' } as const
        if (line.level === 1) {
          const { node } = line
          const isLit = litPath.includes(node.id)
          return (
            <div key={line.id} role="row" {...common} aria-expanded={!closed.has(line.id)} data-lit={isLit || undefined}>
              <span role="gridcell"><b>{node.label}</b>{node.kind === 'gene' ? null : <span className="qq"> {node.kind === 'family' ? `family: ${node.members.join(', ')}` : node.kind}</span>}</span>
              <span role="gridcell">{node.alterations.length === 0 ? <span className="qq">not altered</span> : <>{node.alterations.join(', ')} <EffectGlyph effect={node.effect === 'switch' ? 'gain' : node.effect ?? 'unknown'} />{node.driver ? null : <span className="qq"> no driver call</span>}</>}</span>
              <span role="gridcell" className="qq">{isLit ? 'on the lit path' : ''}</span>
            </div>
          )
        }
        const { edge } = line
        return (
          <div key={line.id} role="row" {...common}>
            <span role="gridcell"><span className="heard">{line.node.label}</span></span><span role="gridcell" className="qq small">{edge.mechanism || 'mechanism not stated'}{edge.context ? `; ${edge.context}` : ''}</span>
            <span role="gridcell" className="row tight"><EdgeSign edge={edge} />{edgeWords(edge, line.node, labels)} <CertaintyDots dots={edge.certainty as 1 | 2 | 3 /* the contract allows 1 to 3 */} /><span className="heard">{certaintyWords[edge.certainty]}, {edge.sources.length} sources</span></span>
          </div>
        )
      })}
      {lines.length === 0 ? <p className="sec qq">No gene or drug by this name on the map.</p> : null}
    </div>
  )
}

function linesOf(view: NetworkView, q: string, closed: ReadonlySet<string>): Line[] {
  const wanted = q.trim().toLowerCase()
  const rank = (node: NetworkNode) => (node.driver ? 0 : node.alterationIds.length > 0 ? 1 : node.kind === 'drug' ? 2 : node.kind === 'outcome' ? 4 : 3)
  const nodes = view.nodes.filter((node) => wanted === '' || [node.label, node.id, ...node.members, ...node.alterations].some((word) => word.toLowerCase().includes(wanted)))
  return nodes.toSorted((a, b) => rank(a) - rank(b) || b.confidence - a.confidence || a.label.localeCompare(b.label)).flatMap((node): Line[] => [
    { id: node.id, level: 1, node },
    ...(closed.has(node.id) ? [] : view.edges.filter((edge) => edge.from === node.id || (edge.to === node.id && (edge.kind === 'drug' || edge.kind === 'resistance'))).map((edge): Line => ({ id: edge.from === node.id ? edge.id : `${edge.id} at ${node.id}`, level: 2, edge, node }))),
  ])
}

const edgeWords = (edge: NetworkEdge, node: NetworkNode, labels: ReadonlyMap<string, string>) =>
  edge.from === node.id ? <span>{edgeVerb(edge)} <b className="med">{labels.get(edge.to) ?? edge.to}</b>{edge.disputed ? <span className="att"> disputed</span> : null}</span>
  : <span className={edge.kind === 'resistance' ? 'res' : 'sens'}><b className="med">{labels.get(edge.from) ?? edge.from}</b> {edge.kind === 'resistance' ? 'fails here' : 'blocks it'}</span>

const EdgeSign = ({ edge }: { edge: NetworkEdge }) => <Icon name={edge.kind === 'binding' ? 'dash' : edge.kind === 'lethality' ? 'bars' : edge.kind === 'resistance' ? 'crossed-tee' : edge.sign === 1 && edge.kind !== 'drug' ? 'arrow' : 'tee'} />
