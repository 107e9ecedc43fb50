import type { AnalysisRun, TherapyResult } from '#src/domain/analysis.ts'
import type { NetworkEdge, NetworkNode, NetworkView } from '#src/domain/network-view.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'

const MAX_DRUGS = 10
const LANE_X = 1960
const ROW = 64

type Lane = { nodes: NetworkNode[]; edges: NetworkEdge[]; band: NetworkView['bands'][number] | null }

/** Drugs worth a place: those of the best ranked therapies, and those that an interaction speaks against, which act on a node that is drawn. */
function drugsToDraw(run: AnalysisRun, drawnGenes: ReadonlySet<string>, index: KnowledgeIndex): { drug: KnowledgeIndex['drugs'][number]; therapy: TherapyResult }[] {
  const chosen = new Map<string, { drug: KnowledgeIndex['drugs'][number]; therapy: TherapyResult }>()
  const touched = new Set(run.interactions.filter((one) => one.effect === 'against').flatMap((one) => one.therapies))
  const order = [...run.therapies.filter((one) => one.score > 0).slice(0, 12), ...run.therapies.filter((one) => touched.has(one.therapy) && one.drugs.length === 1)]
  for (const therapy of order) {
    for (const name of therapy.drugs) {
      const drug = index.drugs.find((one) => one.name === name)
      if (drug && !chosen.has(name) && chosen.size < MAX_DRUGS && drug.targets.some((target) => drawnGenes.has(target.gene))) chosen.set(name, { drug, therapy })
    }
  }
  return [...chosen.values()]
}

/** The lane at the right of the map, opened after commitment: drugs, what they act on, and which driver stands against them. */
export function drugLane(run: AnalysisRun, nodes: readonly NetworkNode[], index: KnowledgeIndex): Lane {
  const nodeOf = new Map(nodes.flatMap((node) => (node.members.length > 0 ? node.members : [node.id]).map((gene) => [gene, node.id] as const)))
  const drugs = drugsToDraw(run, new Set(nodeOf.keys()), index)
  if (drugs.length === 0) return { nodes: [], edges: [], band: null }
  const top = Math.min(...nodes.map((node) => node.y))
  const drugNodes = drugs.map(({ drug }, i): NetworkNode => ({
    id: `drug:${drug.name}`, kind: 'drug', label: drug.name, members: [drug.class], compartment: 'drugs', pathway: drug.class, x: LANE_X, y: top + i * ROW, effect: null, driver: false, confidence: 0,
    alterationIds: [], alterations: [], possibleGermline: false, hits: 0,
  }))
  const edges = new Map<string, NetworkEdge>()
  const add = (edge: NetworkEdge) => { if (!edges.has(edge.id)) edges.set(edge.id, edge) }
  for (const { drug, therapy } of drugs) {
    for (const target of drug.targets) {
      const node = nodeOf.get(target.gene)
      if (node) add({ id: `drug:${drug.name}>${node}`, from: `drug:${drug.name}`, to: node, sign: target.sign === 1 ? -1 : 1, kind: 'drug', mechanism: target.payload ? 'payload' : target.sign === 1 ? 'inhibits' : 'activates', certainty: 3, weight: target.potency, context: target.gene, sources: [`therapy:${drug.name}`], disputed: false })
    }
    for (const record of therapy.contributions) {
      const alterations = record.rule === 'resistance.evidence' && therapy.drugs.length === 1 ? record.params['alterations'] : undefined
      const driver = Array.isArray(alterations) ? run.drivers.find((one) => one.alterations.some((label) => alterations.includes(label))) : undefined
      if (driver?.node && nodes.some((node) => node.id === driver.node)) add({ id: `${driver.node}>drug:${drug.name}`, from: driver.node, to: `drug:${drug.name}`, sign: -1, kind: 'resistance', mechanism: 'resistance', certainty: 3, weight: 100, context: String(record.params['biomarker'] ?? ''), sources: [record.source], disputed: false })
    }
  }
  return { nodes: drugNodes, edges: [...edges.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), band: { id: 'drugs', label: 'Drugs', from: LANE_X - 56, to: LANE_X + 72 } }
}
