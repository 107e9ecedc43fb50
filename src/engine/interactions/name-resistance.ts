import type { WorkingDriver } from '../alteration/driver.ts'
import type { EvidenceItem } from '../release/evidence-item.ts'
import { aroundKey, itemKey } from '../release/attach-key.ts'
import type { InteractionFacts } from './interaction-book.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import type { Matched } from '../reading/match-evidence.ts'
import { familyOf, meetingOf, wayAround } from './network-relation.ts'
import type { Relation } from './network-relation.ts'
import { signedPath } from '../release/path-table.ts'
import type { Classified } from '../alteration/tumour-alteration.ts'
import { clinicalLevels } from '../release/weights.ts'

/** Enzymes that make the ligand of a receptor: a change of the receptor that needs no ligand is resistance on the target itself (Toy 2013, PMID 24185512). */
const receptorOf: Readonly<Record<string, string>> = { CYP19A1: 'ESR1', CYP17A1: 'AR' }

const isHere = ({ tumour }: Matched) => tumour === 'same' || tumour === 'agnostic' || tumour === 'broader'
/** 3: clinical evidence of this tumour type stands behind it; 2: curated, but for another setting or from models. */
export const certaintyOf = (matched: Matched): 2 | 3 => (isHere(matched) && clinicalLevels.has(matched.item.level) ? 3 : 2)

type Targets = { genes: ReadonlySet<string>; nodes: readonly number[] }
const targetsOfItem = new WeakMap<EvidenceItem, Targets>()

/** What the drugs an item speaks of hold, in drug order; the same for every run. */
function targetsOf(item: EvidenceItem, index: KnowledgeIndex): Targets {
  const known = targetsOfItem.get(item)
  if (known) return known
  const targets = index.drugs.filter((drug) => item.regimen.includes(drug.name) || item.regimen.includes(`class:${drug.class}`)).flatMap((drug) => drug.targets.filter((one) => !one.payload && one.sign > 0))
  const found = { genes: new Set(targets.map((one) => one.gene)), nodes: [...new Set(targets.map((one) => one.node))].filter((node) => node >= 0) }
  targetsOfItem.set(item, found)
  return found
}

const genesOf = (hits: readonly Classified[]) => new Set(hits.map((one) => one.result.gene))
const isAddedRoad = (driver: WorkingDriver) => driver.sign === 1 && driver.alterations.some((one) => one.fusion || one.alteration.kind === 'amplification')

/** An activated gene above the target feeds the signal around a block of it (NRAS above BRAF). */
const isAbove = (other: WorkingDriver, held: WorkingDriver, at: KnowledgeIndex) => other.sign === 1 && other.node >= 0 && held.node >= 0 && signedPath(at.paths, other.node, held.node) > 0

/**
 * What naming an item needs of the run. `resisting`: alterations that clinical evidence of this tumour type reports as resistance on their own target;
 * `considered`: is a drug of these approved in this tumour type for something that this tumour could have?
 */
export type Naming = { drivers: readonly WorkingDriver[]; index: KnowledgeIndex; resisting: ReadonlySet<string>; considered: (regimen: EvidenceItem['regimen']) => boolean }

/** Alterations by which a target resists a drug of its own; an activating change beside them is what the therapy was given for. */
export function resistingOf(against: readonly Matched[], index: KnowledgeIndex): Set<string> {
  return new Set(against.filter((one) => one.item.direction === 'resistance' && certaintyOf(one) === 3).flatMap((one) => {
    const genes = genesOf(one.verdict.hits)
    return genes.size === 1 && [...genes].every((gene) => targetsOf(one.item, index).genes.has(gene)) ? one.verdict.hits.map((hit) => hit.alteration.id) : []
  }))
}

function onTarget(matched: Matched, hits: readonly Classified[], targets: Targets, { drivers, resisting }: Naming): InteractionFacts | null {
  const { item, index } = matched
  const said = { kind: 'acquired_resistance', certainty: certaintyOf(matched), params: { evidence: item.id }, sources: item.sources, attach: [itemKey(index)] } as const
  const reversions = hits.filter((one) => one.alteration.category === 'reversion')
  if (reversions.length > 0) {
    const lost = drivers.find((driver) => driver.gene === reversions[0]?.result.gene)
    return lost ? { ...said, rule: 'interaction.reversion', members: [...lost.alterations, ...reversions], params: { ...said.params, target: lost.gene } } : null
  }
  const [gene] = genesOf(hits)
  const driver = drivers.find((one) => one.gene === gene)
  if (!driver || item.direction !== 'resistance') return null
  if ([...targets.genes].some((one) => receptorOf[one] === driver.gene)) return { ...said, members: hits, params: { ...said.params, target: driver.gene } }
  if (!targets.genes.has(driver.gene)) return null
  const others = driver.alterations.filter((one) => !hits.includes(one) && !one.namedResistance)
  const activating = others.filter((one) => !resisting.has(one.alteration.id))
  const siblings = activating.length > 0 ? activating : others
  if (!hits.some((one) => one.namedResistance) && (siblings.length === 0 || certaintyOf(matched) < 3)) return null
  return { ...said, members: [...siblings, ...hits], params: { ...said.params, target: driver.gene } }
}

/** Blocking the altered target itself releases another one (curated feedback row), which a partner drug would close. */
function release(matched: Matched, hits: readonly Classified[], targets: Targets, at: KnowledgeIndex): InteractionFacts | null {
  const gene = hits[0]?.result.gene ?? ''
  if (!targets.genes.has(gene) || matched.item.reliefTargets.length === 0) return null
  const nodeName = (symbol: string) => at.paths.ids[at.nodeOfGene.get(symbol) ?? -1]
  const trigger = nodeName(gene)
  const relief = new Set(matched.item.reliefTargets.flatMap((one) => nodeName(one) ?? []))
  const row = at.knowledge.feedback.find((one) => one.trigger === trigger && one.effect === 1 && relief.has(one.released) && one.released !== trigger)
  if (!row || trigger === undefined) return null
  const curated = isHere(matched) && (clinicalLevels.has(matched.item.level) || clinicalLevels.has(row.level))
  return {
    kind: 'bypass', rule: 'interaction.release', members: hits, node: trigger, path: [trigger, ...throughWhich(trigger, row.released, at), row.released], certainty: curated ? 3 : 2,
    params: { evidence: matched.item.id, released: row.released, feedback: row.id }, sources: [...matched.item.sources, ...row.sources], attach: [itemKey(matched.index)],
  }
}

const feedbackWays = new WeakMap<KnowledgeIndex['knowledge']['edges'], Map<string, readonly string[]>>()

/** The steps by which the feedback runs; the same for every patient. */
function throughWhich(trigger: string, released: string, { knowledge: { edges } }: KnowledgeIndex): readonly string[] {
  const ways = feedbackWays.get(edges) ?? new Map<string, readonly string[]>()
  feedbackWays.set(edges, ways)
  const key = `${trigger}>${released}`
  const way = ways.get(key) ?? findFeedback(trigger, released, edges)
  ways.set(key, way)
  return way
}

/** The steps of a feedback, where the network has them: the nodes below the trigger whose own feedback edge ends at what is released. */
function findFeedback(trigger: string, released: string, edges: KnowledgeIndex['knowledge']['edges']): string[] {
  const below = new Map<string, string[]>([[trigger, []]])
  for (const [node, way] of below) {
    if (edges.some((edge) => edge.feedback && edge.from === node && edge.to === released)) return node === trigger ? [] : [...way, node]
    if (way.length >= 3) continue
    for (const edge of edges) if (!edge.feedback && edge.sign === 1 && edge.from === node && !below.has(edge.to)) below.set(edge.to, node === trigger ? [] : [...way, node])
  }
  return []
}

function facts(relation: Relation, members: readonly Classified[], node: string | undefined): Pick<InteractionFacts, 'kind' | 'members' | 'node' | 'path' | 'params'> {
  return { kind: relation.kind, members, ...(node === undefined ? {} : { node }), path: relation.path, params: { target: node ?? relation.node } }
}

/** Two altered genes, the first of which a drug could hold. A curated item upgrades a second, amplified or fused road to acquired resistance. */
export function pairOf(held: WorkingDriver, other: WorkingDriver, at: KnowledgeIndex, curated: Matched | null): InteractionFacts | null {
  const names = [held, other].map((one) => at.paths.ids[one.node] ?? '')
  const attach = [aroundKey(other.gene, names[0] ?? ''), aroundKey(held.gene, names[1] ?? ''), ...familyOf(names[0] ?? '').map((node) => aroundKey(other.gene, node)), ...(curated ? [itemKey(curated.index)] : [])]
  const shared = { certainty: curated ? certaintyOf(curated) : (1 as const), sources: curated?.item.sources ?? [], attach }
  const members = [held.leading, other.leading]
  const way = held.sign === 1 ? wayAround(other, held.node, at) : null
  if (way?.kind === 'bypass') return { ...facts(way, members, way.node), ...shared }
  if (curated?.item.direction === 'resistance' && held.sign === 1 && (isAddedRoad(other) || isAbove(other, held, at))) {
    return { kind: 'acquired_resistance', rule: 'interaction.added_road', members, path: [], params: { evidence: curated.item.id, target: held.gene, other: other.gene }, ...shared }
  }
  const meeting = meetingOf(held, other, at)
  return meeting ? { ...facts(meeting, members, undefined), ...shared } : null
}

/** A therapy aimed at something that is not altered here: a way around it is named only where clinical evidence of this tumour type says so. */
function aroundUnaltered(matched: Matched, driver: WorkingDriver, targets: Targets, { index: at, considered }: Naming): InteractionFacts | null {
  if (certaintyOf(matched) < 3 || !considered(matched.item.regimen)) return null
  const ways = targets.nodes.flatMap((node) => wayAround(driver, node, at, 1) ?? []).toSorted((a, b) => Number(a.kind === 'convergence') - Number(b.kind === 'convergence') || b.strength - a.strength || (a.node < b.node ? -1 : 1))
  const best = ways[0]
  if (!best) return null
  const targetName = best.kind === 'bypass' ? best.node : best.path.at(-1) ?? best.node
  const family = familyOf(targetName)
  const name = family[0] ?? targetName
  const way = name === targetName ? best : wayAround(driver, at.paths.indexOf.get(name) ?? -1, at, 1) ?? best
  return { ...facts(way, [driver.leading], name), certainty: 3, sources: matched.item.sources, attach: [itemKey(matched.index), ...family.map((node) => aroundKey(driver.gene, node))] }
}

/** What a resistance item or a negative trial says, as a relation of alterations and target: null where it says none. */
export function nameResistance(matched: Matched, naming: Naming): InteractionFacts | null {
  const { drivers, index: at } = naming
  const hits = [...new Map(matched.verdict.hits.map((one) => [one.alteration.id, one])).values()]
  const genes = genesOf(hits)
  if (genes.size === 0 || genes.size > 2) return null
  const targets = targetsOf(matched.item, at)
  if (genes.size === 1) {
    const own = onTarget(matched, hits, targets, naming) ?? release(matched, hits, targets, at)
    const [gene] = genes
    if (own || targets.genes.has(gene ?? '')) return own
  }
  const receptor = hits.filter((one) => [...targets.genes].some((gene) => receptorOf[gene] === one.result.gene))
  if (receptor.length > 0) return onTarget(matched, receptor, targets, naming)
  const other = drivers.find((driver) => genes.has(driver.gene) && !targets.genes.has(driver.gene))
  if (!other) return null
  const held = drivers.find((driver) => targets.genes.has(driver.gene) && (genes.size === 1 || genes.has(driver.gene)) && driver.alterations.some((one) => !one.namedResistance))
  if (held) return pairOf(held, other, at, matched)
  return genes.size === 1 ? aroundUnaltered(matched, other, targets, naming) : null
}
