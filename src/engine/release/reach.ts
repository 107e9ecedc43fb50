import type { Knowledge } from '#src/knowledge/knowledge.ts'
import type { WorkingDriver } from '../alteration/driver.ts'
import { aroundKey } from './attach-key.ts'
import { pathNodes, signedPath } from './path-table.ts'
import type { PathTable } from './path-table.ts'
import type { DrugTarget, EngineDrug } from './regimen.ts'
import { percentOf } from './weights.ts'
import type { Weights } from './weights.ts'

/** The drug meets the driver's signal: on the driver itself, or on a node the driver switches on. */
export type Hit = { kind: 'hit'; points: number; strength: number; target: string; path: readonly string[] }
/** The partner of a lost gene is hit. */
export type LethalHit = { kind: 'lethality'; points: number; strength: number; target: string; path: readonly string[]; row: string; source: string }
/** The driver goes around the drug: it sits below the target, or reaches the same effector by another road. `origin` names it to the book of interactions. */
export type Detour = { kind: 'bypass' | 'convergence'; points: number; gate: number; targetNode: number; target: string; path: readonly string[]; origin: string }

/** What the network says of one driver and every drug, by drug. `scoped`: drugs among `hitDrugs` that were made for certain changes. */
export type Reach = {
  hits: readonly (Hit | LethalHit | null)[]
  detours: readonly (Detour | null)[]
  hitDrugs: readonly number[]
  scoped: readonly number[]
}

/** All of a driver that the network looks at: two patients with the same of it have the same reach. */
export type DriverTraits = Pick<WorkingDriver, 'gene' | 'node' | 'sign' | 'confidence'> & { resistanceOnly: boolean }
export type ReachOf = (driver: DriverTraits) => Reach

type Network = { knowledge: Pick<Knowledge, 'nodes'>; paths: PathTable; effectors: readonly number[]; makersOf: ReadonlyMap<number, readonly number[]>; drugs: readonly EngineDrug[]; weights: Weights }

/** Targets outside cell signalling, where going around along the signalling graph means nothing: immune and payload drugs. */
function isSignalling({ knowledge, paths }: Network, node: number): boolean {
  const pathway = knowledge.nodes.get(paths.ids[node] ?? '')?.pathway ?? ''
  return !pathway.startsWith('immune') && !pathway.startsWith('DNA repair')
}

function direct(driver: DriverTraits, target: DrugTarget, paths: PathTable): number {
  // a change known for resistance alone says nothing for other drugs of its target
  if (driver.gene === target.gene) return driver.resistanceOnly ? 0 : driver.sign * target.sign * 1000
  // A payload is carried to the protein itself, wherever its signal goes; the other members of a family are another protein
  if (target.payload || driver.node < 0 || target.node < 0 || driver.node === target.node) return 0
  return driver.sign * target.sign * signedPath(paths, driver.node, target.node)
}

/** A way around that is far, or of weak steps, takes less away than one next to the target: half a path (per mille) already gates in full. */
function gateOf(gate: number, confidence: number, strength: number): number {
  return Math.floor((percentOf(gate, confidence) * Math.min(1000, strength * 2)) / 1000)
}

function detour(driver: DriverTraits, node: number, network: Network): Detour | null {
  const { paths, weights } = network
  if (driver.sign === 0 || driver.node < 0 || node < 0 || driver.node === node || !isSignalling(network, node)) return null
  const below = driver.sign * signedPath(paths, node, driver.node)
  const target = paths.ids[node] ?? ''
  const shared = { targetNode: node, target, origin: aroundKey(driver.gene, target) }
  if (below >= weights.path.least) {
    const points = Math.floor((percentOf(weights.bypass.points, driver.confidence) * below) / 1000)
    return { kind: 'bypass', points, gate: gateOf(weights.bypass.gate, driver.confidence, below), path: pathNodes(paths, node, driver.node), ...shared }
  }
  // the driver's own way to the target means that the drug is below it: then it is hit, not gone around
  if (Math.abs(signedPath(paths, driver.node, node)) > 0) return null
  let best = 0
  let meeting = -1
  for (const effector of network.effectors) {
    const common = Math.min(driver.sign * signedPath(paths, driver.node, effector), signedPath(paths, node, effector))
    if (common > best) { best = common; meeting = effector }
  }
  if (best < weights.path.least) return null
  const path = [...pathNodes(paths, driver.node, meeting), ...pathNodes(paths, node, meeting).reverse().slice(1)]
  return { kind: 'convergence', points: Math.floor((percentOf(weights.convergence.points, driver.confidence) * best) / 1000), gate: gateOf(weights.convergence.gate, driver.confidence, best), path, ...shared }
}

/**
 * A lost brake is no way around a drug that stops all that makes what the brake removes: without PI3K of either isoform there is no PIP3 that PTEN could
 * miss (Wee 2008, PMID 18755892). One isoform alone is gone around by the other.
 */
function holdsProduct(drug: EngineDrug, driver: DriverTraits, network: Network): boolean {
  const makers = driver.sign < 0 ? network.makersOf.get(driver.node) : undefined
  return makers?.every((maker) => drug.targets.some((target) => target.node === maker && target.sign > 0 && !target.payload)) ?? false
}

/** Looks the targets of every drug up in the path table. Whether a drug was made for the driver's very change is asked per patient. */
function readReach(driver: DriverTraits, network: Network): Reach {
  const { paths, weights, drugs } = network
  const hits: (Hit | null)[] = drugs.map(() => null)
  const detours: (Detour | null)[] = drugs.map(() => null)
  const hitDrugs: number[] = []
  // many drugs share a target: the way around it is looked up once
  const around = new Map<number, Detour | null>()
  const detourAt = (node: number): Detour | null => {
    let found = around.get(node)
    if (found === undefined) { found = detour(driver, node, network); around.set(node, found) }
    return found
  }
  for (const drug of drugs) {
    let hit: Hit | null = null
    let worst: Detour | null = null
    let reached = false
    for (const target of drug.targets) {
      const strength = direct(driver, target, paths)
      if (strength > 0 || driver.gene === target.gene) {
        reached = true
        if (strength < weights.path.least) continue
        const points = Math.floor((percentOf(weights.mechanism.hit, driver.confidence, target.potency) * strength) / 1000)
        if (!hit || points > hit.points) hit = { kind: 'hit', points, strength, target: target.gene, path: driver.node >= 0 && target.node >= 0 ? pathNodes(paths, driver.node, target.node) : [driver.gene] }
      } else if (!target.payload && target.sign > 0) {
        const found = detourAt(target.node)
        if (found && (!worst || found.points > worst.points)) worst = found
      }
    }
    if (worst && holdsProduct(drug, driver, network)) worst = null
    if (hit) { hits[drug.index] = hit; hitDrugs.push(drug.index) } else if (!reached) detours[drug.index] = worst
  }
  return { hits, detours, hitDrugs, scoped: hitDrugs.filter((drug) => drugs[drug]?.scope) }
}

/**
 * Reaches by driver, each read when first asked for and kept: what the network says of KRAS G12D is the same in every patient. Genes that are neither on
 * the map nor a target reach nothing, and confidences that an expert chose freely are not kept, so that what is kept stays bounded by the release.
 */
export function openReaches(network: Network): ReachOf {
  const nothing: Reach = { hits: network.drugs.map(() => null), detours: network.drugs.map(() => null), hitDrugs: [], scoped: [] }
  const targets = new Set(network.drugs.flatMap((drug) => [...drug.genes]))
  const usual = new Set<number>(Object.values(network.weights.confidence))
  const known = new Map<string, Reach>()
  return (driver) => {
    if (driver.sign === 0 || (driver.node < 0 && !targets.has(driver.gene))) return nothing
    const key = `${driver.gene} ${driver.sign} ${driver.confidence}${driver.resistanceOnly ? ' resistance' : ''}`
    let reach = known.get(key)
    if (!reach) { reach = readReach(driver, network); if (usual.has(driver.confidence)) known.set(key, reach) }
    return reach
  }
}
