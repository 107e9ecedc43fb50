import type { WorkingDriver } from './driver.ts'
import { evaluate } from './evaluate.ts'
import type { Findings } from './evaluate.ts'
import type { InteractionBook } from './interaction-book.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import type { EvidenceReading } from './match-evidence.ts'
import { exclusivePair } from './mutual-exclusivity.ts'
import { pathNodes, signedPath } from './path-table.ts'

function pathSources(path: readonly string[], sourcesOfEdge: ReadonlyMap<string, readonly string[]>): string[] {
  const sources: string[] = []
  for (let i = 0; i + 1 < path.length; i++) sources.push(...(sourcesOfEdge.get(`${path[i] ?? ''}>${path[i + 1] ?? ''}`) ?? sourcesOfEdge.get(`${path[i + 1] ?? ''}>${path[i] ?? ''}`) ?? []).slice(0, 2))
  return sources
}

/** How two drivers stand to each other in the network: one below the other, or both on one effector. */
function noteNetworkRelation(a: WorkingDriver, b: WorkingDriver, index: KnowledgeIndex, sourcesOfEdge: ReadonlyMap<string, readonly string[]>, book: InteractionBook): boolean {
  const { paths, weights } = index
  if (a.node < 0 || b.node < 0 || a.node === b.node || a.sign === 0 || b.sign === 0) return false
  for (const [above, below] of [[a, b], [b, a]] as const) {
    // the upper one must be something a drug could hold: a gain, with the lower one switched the same way by it
    if (above.sign !== 1 || below.sign * signedPath(paths, above.node, below.node) < weights.path.least) continue
    const path = pathNodes(paths, above.node, below.node)
    book.note({ kind: 'bypass', members: [above.leading, below.leading], node: paths.ids[above.node] ?? '', path, certainty: 1, sources: pathSources(path, sourcesOfEdge) })
    return true
  }
  if (signedPath(paths, a.node, b.node) !== 0 || signedPath(paths, b.node, a.node) !== 0) return false
  let best = 0
  let meeting = -1
  for (const effector of index.effectors) {
    const common = Math.min(a.sign * signedPath(paths, a.node, effector), b.sign * signedPath(paths, b.node, effector))
    if (common > best) { best = common; meeting = effector }
  }
  if (best < weights.path.least) return false
  const path = [...pathNodes(paths, a.node, meeting), ...pathNodes(paths, b.node, meeting).reverse().slice(1)]
  book.note({ kind: 'convergence', members: [a.leading, b.leading], node: paths.ids[meeting] ?? '', path, certainty: 1, sources: pathSources(path, sourcesOfEdge) })
  return true
}

function notePairs(drivers: readonly WorkingDriver[], index: KnowledgeIndex, sourcesOfEdge: ReadonlyMap<string, readonly string[]>, book: InteractionBook): void {
  for (const [i, a] of drivers.entries()) {
    for (const b of drivers.slice(i + 1)) {
      const related = noteNetworkRelation(a, b, index, sourcesOfEdge, book)
      const exclusive = exclusivePair(a, b)
      if (exclusive) book.note({ kind: 'mutually_exclusive', members: [a.leading, b.leading], certainty: 2, sources: exclusive })
      const [pathwayA, pathwayB] = [a, b].map((one) => (one.node < 0 ? null : index.knowledge.nodes.get(index.paths.ids[one.node] ?? '')?.pathway ?? null))
      if (!related && pathwayA !== null && pathwayA === pathwayB) book.note({ kind: 'same_pathway', members: [a.leading, b.leading], certainty: 1, sources: [], params: { pathway: pathwayA ?? '' } })
    }
  }
}

/**
 * Relations that hold whatever therapies there are: second hits, lost genes with a lethal partner, pairs in one pathway, pairs seldom seen together,
 * and co-occurrences that evidence speaks of. Those that hang on a therapy (acquired resistance, a target gone around) are noted while it is scored.
 */
export function findInteractions(drivers: readonly WorkingDriver[], reading: EvidenceReading, findings: Findings, index: KnowledgeIndex, sourcesOfEdge: ReadonlyMap<string, readonly string[]>, book: InteractionBook): void {
  for (const driver of drivers) {
    const hits = driver.alterations.filter((one) => one.result.effect === 'loss')
    if (driver.secondHit === 'biallelic') {
      const [first] = hits
      book.note({ kind: 'second_hit', members: hits.length > 0 ? hits : [driver.leading], certainty: hits.length > 1 ? 3 : 2, sources: [], params: { gene: driver.gene, zygosity: first?.alteration.zygosity ?? 'unknown', vaf: first?.alteration.vaf ?? 'not stated', phase: first?.alteration.phase ?? 'not stated' } })
    }
    for (const { row, expression } of index.lethalityOfGene.get(driver.gene) ?? []) {
      if (row.effect < 0 || evaluate(expression, findings, { reach: 'strict', inhibited: new Set(), mayExtend: false }).value !== 1) continue
      book.note({ kind: 'synthetic_lethality', members: [driver.leading], node: row.partner, path: [driver.gene, row.partner], certainty: row.level === 'A' || row.level === 'B' ? 3 : row.level === 'C' ? 2 : 1, sources: row.sources, params: { partner: row.partner, context: row.context, level: row.level } })
    }
  }
  notePairs(drivers, index, sourcesOfEdge, book)
  for (const { item, verdict, tumour } of reading.matched) {
    const hits = [...new Map(verdict.hits.map((hit) => [hit.alteration.id, hit])).values()]
    if (hits.length < 2) continue
    book.note({ kind: 'modifies_evidence', members: hits, certainty: tumour === 'same' || tumour === 'agnostic' ? 3 : 2, sources: item.sources, params: { evidence: item.id, biomarker: item.biomarker } })
  }
}
