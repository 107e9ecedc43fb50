import type { WorkingDriver } from './driver.ts'
import type { EngineDrug } from './regimen.ts'
import type { Findings } from './evaluate.ts'
import { evaluate } from './evaluate.ts'
import { visitPositive } from './evidence-item.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import { pathNodes, signedPath } from './path-table.ts'
import type { PathTable } from './path-table.ts'
import { percentOf } from './weights.ts'

/** The drug meets the driver's signal: on the driver itself, or on a node the driver switches on. */
export type Hit = { kind: 'hit'; points: number; strength: number; target: string; path: readonly string[] }
/** The partner of a lost gene is hit. */
export type LethalHit = { kind: 'lethality'; points: number; strength: number; target: string; path: readonly string[]; row: string; source: string }
/** The driver goes around the drug: it sits below the target, or reaches the same effector by another road. */
export type Detour = { kind: 'bypass' | 'convergence'; points: number; gate: number; targetNode: number; target: string; path: readonly string[] }

/** What the network says of one drug, per driver (by position in the driver list). */
export type DrugMechanism = { hits: (Hit | LethalHit | null)[]; detours: (Detour | null)[] }

/** Targets outside cell signalling, where going around along the signalling graph means nothing: immune and payload drugs. */
function isSignalling(index: KnowledgeIndex, node: number): boolean {
  const pathway = index.knowledge.nodes.get(index.paths.ids[node] ?? '')?.pathway ?? ''
  return !pathway.startsWith('immune') && !pathway.startsWith('DNA repair')
}

function direct(driver: WorkingDriver, target: EngineDrug['targets'][number], paths: PathTable): number {
  // a change known for resistance alone says nothing for other drugs of its target
  if (driver.gene === target.gene) return driver.alterations.every((one) => one.namedResistance) ? 0 : driver.sign * target.sign * 1000
  // A payload is carried to the protein itself, wherever its signal goes; the other members of a family are another protein
  if (target.payload || driver.node < 0 || target.node < 0 || driver.node === target.node) return 0
  return driver.sign * target.sign * signedPath(paths, driver.node, target.node)
}

/** A way around that is far, or of weak steps, takes less away than one next to the target: half a path (per mille) already gates in full. */
function gateOf(gate: number, confidence: number, strength: number): number {
  return Math.floor((percentOf(gate, confidence) * Math.min(1000, strength * 2)) / 1000)
}

function detour(driver: WorkingDriver, target: EngineDrug['targets'][number], index: KnowledgeIndex): Detour | null {
  const { paths, weights } = index
  if (target.payload || target.sign < 0 || driver.sign === 0 || driver.node < 0 || target.node < 0 || driver.node === target.node || !isSignalling(index, target.node)) return null
  const below = driver.sign * signedPath(paths, target.node, driver.node)
  const name = paths.ids[target.node] ?? ''
  if (below >= weights.path.least) {
    const points = Math.floor((percentOf(weights.bypass.points, driver.confidence) * below) / 1000)
    return { kind: 'bypass', points, gate: gateOf(weights.bypass.gate, driver.confidence, below), targetNode: target.node, target: name, path: pathNodes(paths, target.node, driver.node) }
  }
  // the driver's own way to the target means that the drug is below it: then it is hit, not gone around
  if (Math.abs(signedPath(paths, driver.node, target.node)) > 0) return null
  let best = 0
  let meeting = -1
  for (const effector of index.effectors) {
    const common = Math.min(driver.sign * signedPath(paths, driver.node, effector), signedPath(paths, target.node, effector))
    if (common > best) { best = common; meeting = effector }
  }
  if (best < weights.path.least) return null
  const path = [...pathNodes(paths, driver.node, meeting), ...pathNodes(paths, target.node, meeting).reverse().slice(1)]
  return { kind: 'convergence', points: Math.floor((percentOf(weights.convergence.points, driver.confidence) * best) / 1000), gate: gateOf(weights.convergence.gate, driver.confidence, best), targetNode: target.node, target: name, path }
}

/** Looks every driver and target of one drug up in the path table (design 2 section 4). */
function readDrug(drug: EngineDrug, drivers: readonly WorkingDriver[], inScope: (drug: EngineDrug, driver: WorkingDriver) => boolean, detourOf: (at: number, target: EngineDrug['targets'][number]) => Detour | null, index: KnowledgeIndex): DrugMechanism | null {
  let mechanism: DrugMechanism | null = null
  for (const [at, driver] of drivers.entries()) {
    let hit: Hit | null = null
    let around: Detour | null = null
    let reached = false
    for (const target of drug.targets) {
      const strength = direct(driver, target, index.paths)
      if (strength > 0 || driver.gene === target.gene) {
        reached = true
        if (strength < index.weights.path.least || !inScope(drug, driver)) continue
        const points = Math.floor((percentOf(index.weights.mechanism.hit, driver.confidence, target.potency) * strength) / 1000)
        if (!hit || points > hit.points) hit = { kind: 'hit', points, strength, target: target.gene, path: driver.node >= 0 && target.node >= 0 ? pathNodes(index.paths, driver.node, target.node) : [driver.gene] }
      } else {
        const found = detourOf(at, target)
        if (found && (!around || found.points > around.points)) around = found
      }
    }
    if (hit || (around && !reached)) {
      mechanism ??= { hits: drivers.map(() => null), detours: drivers.map(() => null) }
      mechanism.hits[at] = hit
      mechanism.detours[at] = reached ? null : around
    }
  }
  return mechanism
}

function addLethality(mechanisms: (DrugMechanism | null)[], drivers: readonly WorkingDriver[], findings: Findings, index: KnowledgeIndex): void {
  const { weights } = index
  for (const [at, driver] of drivers.entries()) {
    for (const { row, expression, drugs } of index.lethalityOfGene.get(driver.gene) ?? []) {
      if (row.effect < 0 || evaluate(expression, findings, { reach: 'strict', inhibited: new Set(), mayExtend: false }).value !== 1) continue
      const points = percentOf(weights.mechanism.hit, driver.confidence, weights.mechanism.lethality[row.level])
      for (const drug of drugs) {
        const mechanism = (mechanisms[drug] ??= { hits: drivers.map(() => null), detours: drivers.map(() => null) })
        const known = mechanism.hits[at]
        if (known && known.points >= points) continue
        mechanism.hits[at] = { kind: 'lethality', points, strength: weights.mechanism.lethality[row.level] * 10, target: row.partner, path: [driver.gene, row.partner], row: row.id, source: row.sources[0] ?? row.id }
        mechanism.detours[at] = null
      }
    }
  }
}

/** What the network says of every drug for these drivers, with `only` of those drugs; null where it says nothing. */
export function readMechanisms(drivers: readonly WorkingDriver[], findings: Findings, index: KnowledgeIndex, only: readonly number[] | null): (DrugMechanism | null)[] {
  const scopes = new Map<string, ReadonlySet<string>>()
  const inScope = (drug: EngineDrug, driver: WorkingDriver): boolean => {
    if (drug.scope === null) return true
    let genes = scopes.get(drug.name)
    if (!genes) {
      const found = new Set<string>()
      // every branch that holds opens the drug to its own gene, not only the best one
      visitPositive(drug.scope, (atom) => { for (const hit of evaluate(atom, findings, { reach: 'sensitivity', inhibited: new Set(), mayExtend: false }).hits) found.add(hit.result.gene) })
      genes = found
      scopes.set(drug.name, genes)
    }
    return genes.has(driver.gene)
  }
  const detours = drivers.map(() => new Map<number, Detour | null>())
  // many drugs share a target: the way around it is looked up once a driver
  const detourOf = (at: number, target: EngineDrug['targets'][number]): Detour | null => {
    const driver = drivers[at]
    if (!driver || target.payload || target.sign < 0) return null
    let found = detours[at]?.get(target.node)
    if (found === undefined) { found = detour(driver, target, index); detours[at]?.set(target.node, found) }
    return found
  }
  const mechanisms = index.drugs.map((drug) => (drug.targets.length === 0 || (only && !only.includes(drug.index)) ? null : readDrug(drug, drivers, inScope, detourOf, index)))
  addLethality(mechanisms, drivers, findings, index)
  return mechanisms
}
