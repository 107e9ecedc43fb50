import type { Remark } from '#src/domain/analysis.ts'
import { itemKey } from '../release/attach-key.ts'
import type { Matched } from '../reading/match-evidence.ts'
import type { Detour, Reach } from '../release/reach.ts'
import type { Regimen } from '../release/regimen.ts'
import type { ForEvidence, Hits } from './score-for.ts'
import type { Scoring } from './scoring.ts'
import { aggregateSorted, percentOf } from '../release/weights.ts'

/** An item that stands against the regimen, with what it takes. */
export type Entry = { matched: Matched; points: number; gate: number; interaction: string | null }

/**
 * Everything against a therapy that stems from one driver, measure or finding: curated and inferred resistance of it never add up. `curated` are the points
 * of its items after diminishing returns; `debit` is that, or what an inferred detour takes where that is more; `inferredGate`: the gate is the detour's.
 */
export type AgainstKey = { key: string; entries: readonly Entry[]; curated: number; detour: Detour | null; detourId: string | null; debit: number; gate: number; inferredGate: boolean; proven: boolean; interaction: string | null }
export type Against = { keys: readonly AgainstKey[]; notes: readonly Remark[]; levels: readonly { level: Matched['item']['level']; same: boolean }[] }
type Told = { notes: Remark[]; levels: { level: Matched['item']['level']; same: boolean }[] }

const isHere = (matched: Matched) => matched.tumour === 'same' || matched.tumour === 'agnostic' || matched.tumour === 'broader'

/** First gene by name among the alterations that make the item true; a measure is its own key. */
function keyOf({ item, verdict: { hits } }: Matched): string {
  let first = hits[0]?.result.gene
  for (const { result } of hits) if (first === undefined || result.gene < first) first = result.gene
  return first ?? item.measures[0] ?? item.biomarker
}

/** The partner drug that cancels the item: one that is not what the item speaks of, and hits a relief target. */
function relievedBy(matched: Matched, regimen: Regimen, at: Scoring): string | null {
  const { item } = matched
  if (item.reliefTargets.length === 0 || regimen.drugs.length < 2) return null
  for (const index of regimen.drugIndexes) {
    const drug = at.index.drugs[index]
    if (!drug || item.regimen.includes(drug.name) || item.regimen.includes(`class:${drug.class}`)) continue
    if (item.reliefTargets.some((gene) => drug.genes.has(gene))) return drug.name
  }
  return null
}

/**
 * The very alterations that fail in another tumour type, yet have clinical evidence for this regimen here: that is tumour context (BRAF V600E in colon),
 * not a property of the alteration, and stays where it was seen.
 */
function isOtherContext(matched: Matched, { here }: ForEvidence): boolean {
  const { hits } = matched.verdict
  if (here.length === 0 || hits.length === 0 || isHere(matched)) return false
  return hits.every(({ alteration }) => here.some((one) => one.verdict.hits.some((hit) => hit.alteration.id === alteration.id)))
}

/** The items that stand against the regimen: not relieved by a partner drug, and not a matter of another tumour type. */
function standingItems(items: readonly Matched[], regimen: Regimen, evidence: ForEvidence, at: Scoring, out: Told): readonly Matched[] {
  return items.filter((matched) => {
    const { item } = matched
    const relief = relievedBy(matched, regimen, at)
    if (relief) { out.notes.push({ rule: 'note.relieved', params: { evidence: item.id, drug: relief, biomarker: item.biomarker }, source: item.sources[0] ?? item.id }); return false }
    if (isOtherContext(matched, evidence)) { out.notes.push({ rule: 'note.other_context', params: { evidence: item.id, biomarker: item.biomarker, therapy: regimen.key }, source: item.sources[0] ?? item.id }); return false }
    return true
  })
}

/** What stands against the regimen by one key, while it is gathered. */
type Gathered = { key: string; items: Matched[]; detour: Detour | null; interaction: string | null; clusters: Map<string, Entry> | null }

/**
 * The one interaction all points of a key belong to: that of its strongest item, or of the way around. One and not several, so that disputing it takes
 * out everything that stems from the key.
 */
function interactionOf({ items, detour }: Gathered, at: Scoring): string | null {
  if (items.length > 1) items = items.toSorted((a, b) => b.points - a.points || (a.item.id < b.item.id ? -1 : 1))
  for (const one of items) {
    const id = at.book.attachedTo(itemKey(one.index))
    if (id) return id
  }
  return detour ? at.book.attachedTo(detour.origin) : null
}

/** Counts one item into its key, one a study cluster. */
function readCurated(matched: Matched, of: Gathered, regimen: Regimen, at: Scoring, out: Told): void {
  const { weights } = at.index
  const { item } = matched
  const { interaction } = of
  if (interaction && at.book.isDisputed(interaction)) { out.notes.push({ rule: 'note.disputed', params: { interaction, evidence: item.id }, source: interaction }); return }
  const noBenefit = item.direction === 'no_benefit'
  const points = noBenefit ? percentOf(matched.points, weights.noBenefit.debit) : matched.points
  const fullGate = Math.floor((weights.gate[item.level] * Math.min(matched.points, weights.base[item.level])) / weights.base[item.level])
  const entry: Entry = { matched, points, gate: noBenefit ? percentOf(fullGate, weights.noBenefit.gate) : fullGate, interaction }
  if (points > 0) out.levels.push({ level: item.level, same: isHere(matched) })
  if (interaction) at.book.touch(interaction, regimen.key, 'against')
  if (matched.verdict.phaseAssumed) out.notes.push({ rule: 'note.phase_assumed', params: { alterations: matched.verdict.hits.map((hit) => hit.label) }, source: item.id })
  const clusters = (of.clusters ??= new Map())
  const known = clusters.get(item.cluster)
  if (!known || points > known.points || (points === known.points && item.id < known.matched.item.id)) clusters.set(item.cluster, entry)
}

const noEntries: readonly Entry[] = []

/** Debit and gate of one key: the items with diminishing returns, and only the part of an inferred detour that exceeds them. Null where nothing is left. */
function closeKey({ key, clusters, detour, interaction: ofKey }: Gathered, at: Scoring): AgainstKey | null {
  const entries = clusters === null ? noEntries : [...clusters.values()].sort((a, b) => b.points - a.points || (a.matched.item.id < b.matched.item.id ? -1 : 1)).slice(0, at.index.weights.maxItems)
  const curated = aggregateSorted(entries)
  const debit = detour ? Math.max(curated, detour.points) : curated
  let open = 1000
  if (entries.length > 0) for (const entry of entries.toSorted((a, b) => b.gate - a.gate)) open = Math.floor((open * (1000 - entry.gate)) / 1000)
  const inferredGate = detour !== null && detour.gate > 1000 - open
  const gate = inferredGate ? detour.gate : 1000 - open
  const isDebited = (entries[0]?.points ?? 0) > 0 || (detour !== null && detour.points > curated)
  if (!isDebited && gate <= 0) return null
  const detourId = detour ? ofKey : null
  const proven = entries.some(({ points, matched: { item } }) => points > 0 && item.direction === 'resistance' && (item.level === 'A' || item.level === 'B'))
  return { key, entries, curated, detour, detourId, debit, gate, inferredGate, proven, interaction: entries[0]?.interaction ?? detourId }
}

/** The way around a driver takes, by the drug it takes most from. */
function openDetour(regimen: Regimen, reach: Reach | undefined): Detour | null {
  let worst: Detour | null = null
  if (!reach) return worst
  for (const drug of regimen.drugIndexes) {
    const one = reach.detours[drug] ?? null
    if (one && (!worst || one.points > worst.points)) worst = one
  }
  return worst
}

const nothingAgainst: Against = { keys: [], notes: [], levels: [] }

/**
 * Reads everything against a regimen: curated resistance and negative trials, inferred bypass and convergence, by driver. A driver that another drug of
 * the regimen covers takes no way around. A disputed interaction takes its items out.
 */
export function readAgainst(items: readonly Matched[], regimen: Regimen, evidence: ForEvidence, hits: Hits, at: Scoring): Against {
  const gathered: Gathered[] = []
  for (let i = 0; i < at.drivers.length; i++) {
    const detour = hits[i] ? null : openDetour(regimen, at.mechanisms[i])
    if (detour) gathered.push({ key: at.drivers[i]?.gene ?? '', items: [], detour, interaction: null, clusters: null })
  }
  if (items.length === 0 && gathered.length === 0) return nothingAgainst
  const out: Told = { notes: [], levels: [] }
  const standing = items.length === 0 ? items : standingItems(items, regimen, evidence, at, out)
  const groupOf = standing.map((matched) => {
    const key = keyOf(matched)
    let group = gathered.find((one) => one.key === key)
    if (!group) { group = { key, items: [], detour: null, interaction: null, clusters: null }; gathered.push(group) }
    group.items.push(matched)
    return group
  })
  if (gathered.length > 1) gathered.sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const group of gathered) group.interaction = interactionOf(group, at)
  for (const [i, matched] of standing.entries()) { const group = groupOf[i]; if (group) readCurated(matched, group, regimen, at, out) }
  const keys: AgainstKey[] = []
  for (const group of gathered) {
    if (group.detour && group.interaction) {
      // a disputed one stays on the list of interactions, without therapies
      if (at.book.isDisputed(group.interaction)) group.detour = null
      else at.book.touch(group.interaction, regimen.key, 'against')
    }
    const closed = closeKey(group, at)
    if (closed) keys.push(closed)
  }
  if (keys.length > 1) keys.sort((a, b) => b.gate - a.gate || (a.key < b.key ? -1 : 1))
  return { keys, ...out }
}
