import type { WorkingDriver } from '../alteration/driver.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import { pathNodes, signedPath } from '../release/path-table.ts'

/** How an altered gene stands to a target: below it on its own road, or on another road to one effector. `node` is the target or the place where the roads meet. */
export type Relation = { kind: 'bypass' | 'convergence'; node: string; path: string[]; strength: number }

/** Receptors that signal as pairs of each other: who blocks one of them is gone around in the same way as who blocks another. */
const families: readonly (readonly string[])[] = [['EGFR', 'ERBB2', 'ERBB3']]
export const familyOf = (node: string): readonly string[] => families.find((one) => one.includes(node)) ?? [node]

/** Going around along the signalling graph means nothing for immune and repair targets. */
function isSignalling(index: KnowledgeIndex, node: number): boolean {
  const pathway = index.knowledge.nodes.get(index.paths.ids[node] ?? '')?.pathway ?? ''
  return !pathway.startsWith('immune') && !pathway.startsWith('DNA repair')
}

/** The two roads end where they first meet: what both share beyond is one road. */
function joined(a: readonly string[], b: readonly string[]): { node: string; path: string[] } {
  const node = a.find((one) => b.includes(one)) ?? a.at(-1) ?? ''
  return { node, path: [...a.slice(0, a.indexOf(node) + 1), ...b.slice(0, b.indexOf(node)).reverse()] }
}

/**
 * The way a driver takes around a node that a drug holds; null when there is none, or when the driver acts through that node. `least` is the weakest path
 * that counts: that of scoring, or any at all where clinical evidence already says that the therapy fails.
 */
export function wayAround(driver: WorkingDriver, target: number, index: KnowledgeIndex, least = index.weights.path.least): Relation | null {
  const { paths } = index
  if (driver.sign === 0 || driver.node < 0 || target < 0 || driver.node === target || !isSignalling(index, target)) return null
  const below = driver.sign * signedPath(paths, target, driver.node)
  if (below >= least) return { kind: 'bypass', node: paths.ids[target] ?? '', path: pathNodes(paths, target, driver.node), strength: below }
  if (signedPath(paths, driver.node, target) !== 0) return null
  let [best, meeting] = [0, -1]
  for (const effector of index.effectors) {
    const common = Math.min(driver.sign * signedPath(paths, driver.node, effector), signedPath(paths, target, effector))
    if (common > best) { best = common; meeting = effector }
  }
  if (best < least) return null
  return { kind: 'convergence', ...joined(pathNodes(paths, driver.node, meeting), pathNodes(paths, target, meeting)), strength: best }
}

/** Two altered genes on one effector, whichever of them a drug could hold. */
export function meetingOf(a: WorkingDriver, b: WorkingDriver, index: KnowledgeIndex): Relation | null {
  const { paths, weights } = index
  if (a.node < 0 || b.node < 0 || a.node === b.node || a.sign === 0 || b.sign === 0) return null
  // one above the other is one road, not two
  if (signedPath(paths, a.node, b.node) !== 0 || signedPath(paths, b.node, a.node) !== 0) return null
  let [best, meeting] = [0, -1]
  for (const effector of index.effectors) {
    const common = Math.min(a.sign * signedPath(paths, a.node, effector), b.sign * signedPath(paths, b.node, effector))
    if (common > best) { best = common; meeting = effector }
  }
  if (best < weights.path.least) return null
  return { kind: 'convergence', ...joined(pathNodes(paths, a.node, meeting), pathNodes(paths, b.node, meeting)), strength: best }
}

export function pathSources(path: readonly string[], sourcesOfEdge: ReadonlyMap<string, readonly string[]>): string[] {
  const sources: string[] = []
  for (let i = 0; i + 1 < path.length; i++) sources.push(...(sourcesOfEdge.get(`${path[i] ?? ''}>${path[i + 1] ?? ''}`) ?? sourcesOfEdge.get(`${path[i + 1] ?? ''}>${path[i] ?? ''}`) ?? []).slice(0, 2))
  return sources
}
