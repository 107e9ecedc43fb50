import type { AnalysisRun, Driver } from '#src/domain/analysis.ts'
import type { NetworkEdge, NetworkNode, NetworkView } from '#src/domain/network-view.ts'
import type { EdgeRow, NodeRow } from '#src/knowledge/schema.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import { drugLane } from './network-drugs.ts'
import { pathNodes, signedPath } from './path-table.ts'

const MAX_NODES = 40
const MAX_EDGES = 60

/** Columns of the map from left to right; x of the knowledge rows. Outcomes stand in their own column whatever their compartment. */
const bandLabels: readonly (readonly [string, string])[] = [['extracellular', 'Outside the cell'], ['membrane', 'Membrane'], ['cytosol', 'Cytosol'], ['nucleus', 'Nucleus'], ['outcome', 'Outcome']]
const bandOf = (row: NodeRow) => (row.kind === 'outcome' ? 'outcome' : row.compartment)

const edgeKinds: Readonly<Record<string, NetworkEdge['kind']>> = { transcription: 'transcription', expression: 'transcription', binding: 'binding', complex: 'binding', process: 'process' }

/** Two independent citations or more are settled, one is supported, a recalled one is a lead. */
export function edgeCertainty(sources: readonly string[]): number {
  const cited = sources.filter((source) => source.startsWith('PMID') || source.startsWith('DOI') || source.startsWith('PMC')).length
  return cited >= 2 ? 3 : cited === 1 || sources.some((source) => source.startsWith('WikiPathways') || source.startsWith('CASCADE')) ? 2 : 1
}

type Wanted = { strength: Map<string, number>; steps: Map<string, number> }

function want(wanted: Wanted, path: readonly string[], strength: number): void {
  for (const [i, id] of path.entries()) {
    wanted.strength.set(id, Math.max(wanted.strength.get(id) ?? 0, strength))
    const next = path[i + 1]
    if (next !== undefined) wanted.steps.set(`${id}>${next}`, Math.max(wanted.steps.get(`${id}>${next}`) ?? 0, strength))
  }
}

/** Nodes and steps on the shortest signed ways: from every driver to what it switches, and along every interaction. */
function wantedParts(run: AnalysisRun, index: KnowledgeIndex): Wanted {
  const wanted: Wanted = { strength: new Map(), steps: new Map() }
  const { paths } = index
  for (const driver of run.drivers) {
    const from = driver.node === null ? undefined : paths.indexOf.get(driver.node)
    if (from === undefined) continue
    want(wanted, [driver.node ?? ''], 2000)
    for (const effector of index.effectors) {
      const strength = Math.abs(signedPath(paths, from, effector))
      if (strength >= index.weights.path.least && from !== effector) want(wanted, pathNodes(paths, from, effector), strength)
    }
    for (const row of index.knowledge.edges) {
      // the outcome a driver leads to directly closes the picture
      if (row.from === driver.node && index.knowledge.nodes.get(row.to)?.kind === 'outcome') want(wanted, [row.from, row.to], row.weight)
    }
  }
  for (const one of run.interactions) if (one.members.length > 1 && one.path.every((id) => paths.indexOf.has(id))) wantInteraction(wanted, one.path, index)
  return wanted
}

/** A path of convergence runs down one road and up the other: its steps are edges in either direction. */
function wantInteraction(wanted: Wanted, path: readonly string[], index: KnowledgeIndex): void {
  for (let i = 0; i + 1 < path.length; i++) {
    const [a, b] = [path[i] ?? '', path[i + 1] ?? '']
    want(wanted, index.sourcesOfEdge.has(`${a}>${b}`) ? [a, b] : [b, a], 900)
  }
}

function driverOn(node: string, run: AnalysisRun): Driver[] {
  return run.drivers.filter((driver) => driver.node === node)
}

function toNode(row: NodeRow, run: AnalysisRun): NetworkNode {
  const drivers = driverOn(row.id, run)
  const first = drivers.toSorted((a, b) => b.confidence - a.confidence)[0]
  const alterationIds = drivers.flatMap((driver) => driver.alterationIds)
  return {
    id: row.id, kind: row.kind, label: row.label, members: [...row.members], compartment: row.compartment, pathway: row.pathway, x: row.x, y: row.y,
    effect: first?.effect ?? null, driver: drivers.length > 0, confidence: first?.confidence ?? 0, alterationIds, alterations: drivers.flatMap((driver) => driver.alterations),
    possibleGermline: run.alterations.some((one) => one.possibleGermline && alterationIds.includes(one.alterationId)), hits: drivers.reduce((sum, driver) => sum + (driver.secondHit === 'biallelic' ? 2 : 1), 0),
  }
}

function toEdge(row: EdgeRow): NetworkEdge {
  return {
    id: `${row.from}>${row.to}`, from: row.from, to: row.to, sign: row.sign, kind: edgeKinds[row.mechanism] ?? 'signal', mechanism: row.mechanism, certainty: edgeCertainty(row.sources), weight: row.weight, context: row.context,
    sources: [...row.sources], disputed: false,
  }
}

function bandsOf(rows: readonly NodeRow[], index: KnowledgeIndex): NetworkView['bands'] {
  const drawn = new Set(rows.map(bandOf))
  return bandLabels.filter(([id]) => drawn.has(id)).map(([id, label]) => {
    // the whole column of the map, so that the band stands at the same place in every case
    const xs = [...index.knowledge.nodes.values()].filter((row) => bandOf(row) === id).map((row) => row.x)
    return { id, label, from: Math.min(...xs) - 56, to: Math.max(...xs) + 56 }
  })
}

/**
 * The part of the signed network that this tumour touches: drivers and the effectors on their shortest signed paths, at most 40 nodes and 60 edges, the rest
 * counted by pathway. Positions are those of the knowledge rows. Drugs only `withDrugs`: before a reviewer has committed their lane stays empty.
 */
export function networkOf(run: AnalysisRun, index: KnowledgeIndex, options: { withDrugs: boolean }): NetworkView {
  const wanted = wantedParts(run, index)
  const ranked = [...wanted.strength].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id)
  const kept = new Set(ranked.slice(0, MAX_NODES))
  const rows = [...kept].flatMap((id) => index.knowledge.nodes.get(id) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
  const edgeRows = new Map(index.knowledge.edges.map((row) => [`${row.from}>${row.to}`, row]))
  const steps = [...wanted.steps].filter(([id]) => { const [from = '', to = ''] = id.split('>'); return kept.has(from) && kept.has(to) }).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const edges = steps.slice(0, MAX_EDGES).flatMap(([id]) => { const row = edgeRows.get(id); return row ? [toEdge(row)] : [] }).sort((a, b) => (a.id < b.id ? -1 : 1))
  const folded = new Map<string, number>()
  for (const id of ranked.slice(MAX_NODES)) { const pathway = index.knowledge.nodes.get(id)?.pathway ?? 'other'; folded.set(pathway, (folded.get(pathway) ?? 0) + 1) }
  const nodes = rows.map((row) => toNode(row, run))
  const drawn = new Set(nodes.flatMap((node) => node.alterationIds))
  const lane = options.withDrugs ? drugLane(run, nodes, index) : { nodes: [], edges: [], band: null }
  return {
    nodes: [...nodes, ...lane.nodes], edges: [...edges, ...lane.edges], bands: [...bandsOf(rows, index), ...(lane.band ? [lane.band] : [])],
    folded: [...folded].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([label, count]) => ({ label, count })),
    notOnMap: run.alterations.filter((one) => !drawn.has(one.alterationId)).map((one) => ({ alterationId: one.alterationId, label: one.label })),
    withDrugs: options.withDrugs,
  }
}
