import type { AnalysisRun, Driver, Effect } from '#src/domain/analysis.ts'
import type { NetworkEdge, NetworkNode, NetworkView } from '#src/domain/network-view.ts'
import type { EdgeRow, NodeRow } from '#src/knowledge/schema.ts'
import { isFactInteraction } from './fact-view.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import { placeNodes, type Placed } from './network-places.ts'

/** What a person can still read at once (design of the network view); the rest is folded into counts. */
const most = { nodes: 40, edges: 60, drugs: 6 }
/** Certainty of each further step of a path, as in the path sanity checks of the knowledge: 0.97 a step. */
const stepLoss = 0.97

/**
 * The part of the signed network that this tumour touches: its drivers, the strongest paths from them to outcomes, and the paths that its
 * interactions name. Drugs only when asked for: before one's own commitment they are not in the answer at all.
 */
export function networkOf(run: AnalysisRun, index: KnowledgeIndex, { withDrugs }: { withDrugs: boolean }): NetworkView {
  const { nodes: rows, edges } = index.knowledge
  const forward = edges.filter((e) => !e.feedback)
  const drivers = run.drivers.filter((d) => d.node !== null && rows.has(d.node))
  const wanted = wantedNodes(drivers, run, forward, rows)
  const shown = new Set(wanted.slice(0, most.nodes))
  const drugs = withDrugs ? drugsOf(run, index, shown) : []
  for (const drug of drugs) for (const target of drug.targets) if (rows.has(target)) shown.add(target)
  const placed: Placed[] = [...shown].map((id) => ({ node: nodeOf(rows.get(id), id, run), row: rows.get(id) ?? null }))
  placed.push(...drugs.map((drug, i) => ({ node: drugNode(drug.name), row: { ...emptyRow, y: i * 1000, layer: 0 } })))
  const drawn = [...signalEdges(edges, shown, wanted, run), ...lethalEdges(run, shown), ...drugs.flatMap((d) => drugEdges(d, shown))]
  const { nodes, bands } = placeNodes(placed, drawn)
  return {
    nodes, bands, withDrugs, edges: drawn,
    folded: foldedCounts(wanted.slice(most.nodes), rows),
    notOnMap: run.alterations.filter((a) => a.node === null || !shown.has(a.node)).map((a) => ({ alterationId: a.alterationId, label: a.label })),
  }
}

/** What is not drawn, counted by pathway: nothing vanishes. */
function foldedCounts(ids: readonly string[], rows: ReadonlyMap<string, NodeRow>): NetworkView['folded'] {
  const counts = new Map<string, number>()
  for (const id of ids) { const pathway = rows.get(id)?.pathway ?? 'other'; counts.set(pathway, (counts.get(pathway) ?? 0) + 1) }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([label, count]) => ({ label, count }))
}

const emptyRow: NodeRow = { id: '', kind: 'gene', label: '', members: [], role: '', pathway: '', compartment: '', layer: 0, x: 0, y: 0, tier: 1 }

/** Nodes in the order in which they matter: drivers, interaction paths, then the strongest path from each driver to each outcome. */
function wantedNodes(drivers: readonly Driver[], run: AnalysisRun, edges: readonly EdgeRow[], rows: ReadonlyMap<string, NodeRow>): string[] {
  const wanted = new Set<string>(drivers.flatMap((d) => d.node ?? []))
  for (const i of run.interactions.filter(isFactInteraction)) for (const id of i.path) if (rows.has(id)) wanted.add(id)
  const out = new Map<string, EdgeRow[]>()
  for (const e of edges) out.set(e.from, [...(out.get(e.from) ?? []), e])
  const paths = drivers.flatMap((d) => strongestPaths(d.node ?? '', out, rows))
  for (const path of paths.sort((a, b) => b.strength - a.strength || (a.nodes.join() < b.nodes.join() ? -1 : 1))) for (const id of path.nodes) wanted.add(id)
  return [...wanted]
}

const pathsPerDriver = 2

/** The strongest path to each outcome, at most two a driver: a driver reaches nearly everything if one only walks far enough. */
function strongestPaths(from: string, out: ReadonlyMap<string, readonly EdgeRow[]>, rows: ReadonlyMap<string, NodeRow>): { nodes: string[]; strength: number }[] {
  const best = new Map<string, { strength: number; nodes: string[] }>([[from, { strength: 1, nodes: [from] }]])
  const open = new Set([from])
  while (open.size > 0) {
    const at = [...open].reduce((a, b) => ((best.get(b)?.strength ?? 0) > (best.get(a)?.strength ?? 0) ? b : a))
    open.delete(at)
    const here = best.get(at)
    if (!here) break
    for (const e of out.get(at) ?? []) {
      const strength = here.strength * (e.weight / 100) * stepLoss
      if (strength <= (best.get(e.to)?.strength ?? 0)) continue
      best.set(e.to, { strength, nodes: [...here.nodes, e.to] })
      open.add(e.to)
    }
  }
  const outcomes = [...best].filter(([id]) => rows.get(id)?.kind === 'outcome').map(([, path]) => path)
  return outcomes.sort((a, b) => b.strength - a.strength || (a.nodes.join() < b.nodes.join() ? -1 : 1)).slice(0, pathsPerDriver)
}

function nodeOf(row: NodeRow | undefined, id: string, run: AnalysisRun): Omit<NetworkNode, 'x' | 'y'> {
  const here = run.alterations.filter((a) => a.node === id)
  const drivers = run.drivers.filter((d) => d.node === id)
  return {
    id, kind: row?.kind ?? 'gene', label: row?.label ?? id, members: row?.members ?? [], compartment: row?.compartment ?? '', pathway: row?.pathway ?? '',
    effect: effectOf(drivers.map((d) => d.effect), here.map((a) => a.effect)), driver: drivers.length > 0, confidence: Math.max(0, ...drivers.map((d) => d.confidence)),
    alterationIds: here.map((a) => a.alterationId), alterations: here.map((a) => a.label), possibleGermline: here.some((a) => a.possibleGermline), hits: here.filter((a) => a.confidence > 0).length,
  }
}

const effectOf = (drivers: readonly Effect[], altered: readonly Effect[]): Effect | null => drivers[0] ?? (altered.length > 0 ? 'unknown' : null)

const transcription = new Set(['transcription', 'translation'])

function signalEdges(edges: readonly EdgeRow[], shown: ReadonlySet<string>, wanted: readonly string[], run: AnalysisRun): NetworkEdge[] {
  const place = new Map(wanted.map((id, i) => [id, i]))
  const disputed = new Set(run.interactions.filter((i) => i.path.length > 1).flatMap((i) => i.path.slice(1).map((to, at) => `${i.path[at]}>${to}`)))
  const inside = edges.filter((e) => shown.has(e.from) && shown.has(e.to) && !e.feedback)
  const rank = (e: EdgeRow) => (disputed.has(`${e.from}>${e.to}`) ? 0 : 1) * 10_000 + (place.get(e.from) ?? 99) + (place.get(e.to) ?? 99) - e.weight
  return [...inside].sort((a, b) => rank(a) - rank(b) || (`${a.from}>${a.to}` < `${b.from}>${b.to}` ? -1 : 1)).slice(0, most.edges).map((e) => ({
    id: `${e.from}>${e.to}`, from: e.from, to: e.to, sign: e.sign, kind: transcription.has(e.mechanism) ? 'transcription' as const : e.mechanism === 'process' ? 'process' as const : 'signal' as const,
    mechanism: e.mechanism, certainty: e.sources.length === 0 ? 1 : e.sources.every((s) => s.startsWith('recalled')) ? 2 : 3, weight: e.weight, context: e.context, sources: e.sources, disputed: false,
  }))
}

function lethalEdges(run: AnalysisRun, shown: ReadonlySet<string>): NetworkEdge[] {
  return run.interactions.filter((i) => i.kind === 'synthetic_lethality').flatMap((i): NetworkEdge[] => {
    const [from, to] = [i.path[0], i.path.at(-1)]
    if (!from || !to || from === to || !shown.has(from) || !shown.has(to)) return []
    return [{ id: `lethal:${from}>${to}`, from, to, sign: 1, kind: 'lethality', mechanism: 'synthetic lethality', certainty: i.certainty, weight: 60, context: '', sources: i.sources, disputed: false }]
  })
}

type ShownDrug = { name: string; targets: string[]; fails: boolean; level: string | null }

/** The first drugs of the ranking and those that evidence speaks against, as far as they act on something that is shown. */
function drugsOf(run: AnalysisRun, index: KnowledgeIndex, shown: ReadonlySet<string>): ShownDrug[] {
  const standing = run.therapies.filter((t) => t.label !== 'withdrawn')
  const ordered = [...standing.filter((t) => t.score > 0).slice(0, most.drugs), ...standing.filter((t) => t.band === 'LOW').slice(0, 3)]
  const drugs = new Map<string, ShownDrug>()
  for (const therapy of ordered) {
    for (const name of therapy.drugs) {
      const drug = index.drugs.find((d) => d.name === name)
      const targets = [...new Set((drug?.targets ?? []).flatMap((t) => index.paths.ids[t.node] ?? []))].filter((id) => shown.has(id))
      if (targets.length > 0 && !drugs.has(name)) drugs.set(name, { name, targets, fails: therapy.band === 'LOW', level: therapy.level })
    }
  }
  return [...drugs.values()].slice(0, most.drugs + 2)
}

const drugNode = (name: string): Omit<NetworkNode, 'x' | 'y'> => ({
  id: `drug:${name}`, kind: 'drug', label: name, members: [], compartment: 'drugs', pathway: '', effect: null, driver: false, confidence: 0, alterationIds: [], alterations: [], possibleGermline: false, hits: 0,
})

function drugEdges(drug: ShownDrug, shown: ReadonlySet<string>): NetworkEdge[] {
  return drug.targets.filter((t) => shown.has(t)).map((to) => ({
    id: `drug:${drug.name}>${to}`, from: `drug:${drug.name}`, to, sign: -1 as const, kind: drug.fails ? 'resistance' as const : 'drug' as const, mechanism: drug.fails ? 'resistance' : 'blocks',
    certainty: drug.level === 'A' || drug.level === 'B' ? 3 : drug.level ? 2 : 1, weight: 60, context: '', sources: [], disputed: false,
  }))
}
