import type { Contribution, Remark } from '#src/domain/analysis.ts'
import { aroundKey, itemKey } from './interaction-book.ts'
import type { Matched } from './match-evidence.ts'
import type { Detour, DrugMechanism } from './mechanism.ts'
import type { Regimen } from './regimen.ts'
import type { ForEvidence } from './score-for.ts'
import type { Scoring } from './scoring.ts'
import { record, recordChange } from './trace.ts'
import { aggregate, percentOf } from './weights.ts'

/** Everything against a therapy that stems from one driver, measure or finding: curated and inferred resistance of it never add up. */
export type AgainstKey = { key: string; debits: Contribution[]; gate: number; gateRecord: Pick<Contribution, 'rule' | 'params' | 'source'>; proven: boolean; interaction: string | null }
export type Against = { keys: AgainstKey[]; remarks: Remark[]; notes: Remark[]; levels: { level: Matched['item']['level']; same: boolean }[] }

const isHere = (matched: Matched) => matched.tumour === 'same' || matched.tumour === 'agnostic' || matched.tumour === 'broader'

/** First gene by name among the alterations that make the item true; a measure is its own key. */
function keyOf(matched: Matched): string {
  const genes = matched.verdict.hits.map((hit) => hit.result.gene).sort()
  return genes[0] ?? matched.item.measures[0] ?? matched.item.biomarker
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
 * The one interaction all points of a key belong to: that of its strongest item, or of the way around. One and not several, so that disputing it takes
 * out everything that stems from the key.
 */
function interactionOf(key: string, items: readonly Matched[], detour: Detour | null, at: Scoring): string | null {
  const own = items.filter((one) => keyOf(one) === key).toSorted((a, b) => b.points - a.points || (a.item.id < b.item.id ? -1 : 1))
  for (const one of own) {
    const id = at.book.attachedTo(itemKey(one.index))
    if (id) return id
  }
  return detour ? at.book.attachedTo(aroundKey(key, detour.target)) : null
}

/**
 * The very alterations that fail in another tumour type, yet have clinical evidence for this regimen here: that is tumour context (BRAF V600E in colon),
 * not a property of the alteration, and stays where it was seen.
 */
function isOtherContext(matched: Matched, evidence: ForEvidence): boolean {
  const { hits } = matched.verdict
  return !isHere(matched) && hits.length > 0 && hits.every((hit) => evidence.established.has(hit.alteration.id))
}

type Entry = { matched: Matched; points: number; gate: number; interaction: string | null }

function debitRecord(entry: Entry, regimen: Regimen, at: Scoring): Contribution {
  const { item, verdict, tumour } = entry.matched
  const rule = item.direction === 'no_benefit' ? 'resistance.no_benefit' : 'resistance.evidence'
  return record(-entry.points, 'resistance', rule, {
    evidence: item.id, level: item.level, biomarker: item.biomarker, alterations: verdict.hits.map((hit) => hit.label), therapy: regimen.key, tumourMatch: tumour,
    tumour: at.input.tumourType, variantMatch: verdict.closeness, ...(entry.interaction ? { interaction: entry.interaction } : {}),
  }, item.sources[0] ?? item.id)
}

/** The items that stand against the regimen: not relieved by a partner drug, and not a matter of another tumour type. */
function standingItems(items: readonly Matched[], regimen: Regimen, evidence: ForEvidence, at: Scoring, out: Against): Matched[] {
  return items.filter((matched) => {
    const { item } = matched
    const relief = relievedBy(matched, regimen, at)
    if (relief) { out.notes.push({ rule: 'note.relieved', params: { evidence: item.id, drug: relief, biomarker: item.biomarker }, source: item.sources[0] ?? item.id }); return false }
    if (isOtherContext(matched, evidence)) { out.notes.push({ rule: 'note.other_context', params: { evidence: item.id, biomarker: item.biomarker, therapy: regimen.key }, source: item.sources[0] ?? item.id }); return false }
    return true
  })
}

function readCurated(items: readonly Matched[], regimen: Regimen, interactions: ReadonlyMap<string, string | null>, at: Scoring, out: Against): Map<string, Map<string, Entry>> {
  const { weights } = at.index
  const byKey = new Map<string, Map<string, Entry>>()
  for (const matched of items) {
    const { item } = matched
    const key = keyOf(matched)
    const interaction = interactions.get(key) ?? null
    if (interaction && at.book.isDisputed(interaction)) { out.notes.push({ rule: 'note.disputed', params: { interaction, evidence: item.id }, source: interaction }); continue }
    const noBenefit = item.direction === 'no_benefit'
    const points = noBenefit ? percentOf(matched.points, weights.noBenefit.debit) : matched.points
    const fullGate = Math.floor((weights.gate[item.level] * Math.min(matched.points, weights.base[item.level])) / weights.base[item.level])
    const entry: Entry = { matched, points, gate: noBenefit ? percentOf(fullGate, weights.noBenefit.gate) : fullGate, interaction }
    if (points > 0) out.levels.push({ level: item.level, same: isHere(matched) })
    if (interaction) at.book.touch(interaction, regimen.key, 'against')
    if (matched.verdict.phaseAssumed) out.notes.push({ rule: 'note.phase_assumed', params: { alterations: matched.verdict.hits.map((hit) => hit.label) }, source: item.id })
    const clusters = byKey.get(key) ?? new Map<string, Entry>()
    byKey.set(key, clusters)
    const known = clusters.get(item.cluster)
    if (!known || entry.points > known.points || (entry.points === known.points && item.id < known.matched.item.id)) clusters.set(item.cluster, entry)
  }
  return byKey
}

/** Debits of one key: the items, what diminishing returns give back, and only the part of an inferred detour that exceeds them. */
function closeKey(key: string, entries: Entry[], detour: Detour | null, detourId: string | null, regimen: Regimen, at: Scoring): AgainstKey {
  const { weights } = at.index
  const sorted = entries.toSorted((a, b) => b.points - a.points || (a.matched.item.id < b.matched.item.id ? -1 : 1)).slice(0, weights.maxItems)
  const debits = sorted.filter((entry) => entry.points > 0).map((entry) => debitRecord(entry, regimen, at))
  const curated = aggregate(sorted.map((entry) => entry.points), weights.maxItems)
  const interaction = sorted[0]?.interaction ?? detourId
  const shared = interaction ? { interaction } : {}
  recordChange(debits, sorted.reduce((sum, entry) => sum + entry.points, 0) - curated, 'limit', 'limit.diminishing', { of: 'resistance', key, ...shared }, 'aggregation')
  if (detour && detour.points > curated) {
    const rule = detour.kind === 'bypass' ? 'resistance.bypass' : 'resistance.convergence'
    debits.push(record(curated - detour.points, 'resistance', rule, { driver: key, target: detour.target, path: [...detour.path], ...(detourId ? { interaction: detourId } : {}) }, detour.kind))
  }
  let open = 1000
  for (const entry of sorted.toSorted((a, b) => b.gate - a.gate)) open = Math.floor((open * (1000 - entry.gate)) / 1000)
  const curatedGate = 1000 - open
  const inferred = detour !== null && detour.gate > curatedGate
  return {
    key, debits, gate: inferred ? detour.gate : curatedGate, interaction, proven: sorted.some((entry) => entry.points > 0 && entry.matched.item.direction === 'resistance' && (entry.matched.item.level === 'A' || entry.matched.item.level === 'B')),
    gateRecord: inferred
      ? { rule: 'resistance.inferred_gate', params: { driver: key, kind: detour.kind, target: detour.target, ...(detourId ? { interaction: detourId } : {}) }, source: detour.kind }
      : { rule: 'resistance.gate', params: { key, evidence: sorted.map((entry) => entry.matched.item.id), ...shared }, source: sorted[0]?.matched.item.sources[0] ?? 'gate' },
  }
}

/** The way around each driver takes, unless another drug of the regimen covers that driver. */
function openDetours(mechanisms: readonly DrugMechanism[], covered: readonly boolean[]): (Detour | null)[] {
  return covered.map((isCovered, driver) => {
    if (isCovered) return null
    let worst: Detour | null = null
    for (const mechanism of mechanisms) {
      const one = mechanism.detours[driver] ?? null
      if (one && (!worst || one.points > worst.points)) worst = one
    }
    return worst
  })
}

/**
 * Reads everything against a regimen: curated resistance and negative trials, inferred bypass and convergence, by driver. The alterations the
 * therapy is given for, best first, name the interaction a resistance item belongs to, and a disputed interaction takes its items out.
 */
export function readAgainst(items: readonly Matched[], regimen: Regimen, evidence: ForEvidence, mechanisms: readonly DrugMechanism[], covered: readonly boolean[], at: Scoring): Against {
  const out: Against = { keys: [], remarks: [], notes: [], levels: [] }
  if (items.length === 0 && mechanisms.length === 0) return out
  const detours = openDetours(mechanisms, covered)
  const detourOf = new Map(at.drivers.flatMap((driver, i) => (detours[i] ? [[driver.gene, detours[i]] as const] : [])))
  const standing = standingItems(items, regimen, evidence, at, out)
  const keys = [...new Set([...standing.map(keyOf), ...detourOf.keys()])].sort()
  const interactions = new Map(keys.map((key) => [key, interactionOf(key, standing, detourOf.get(key) ?? null, at)]))
  const curated = readCurated(standing, regimen, interactions, at, out)
  for (const key of keys) {
    let detour = detourOf.get(key) ?? null
    const detourId = interactions.get(key) ?? null
    if (detour && detourId) {
      // a disputed one stays on the list of interactions, without therapies
      if (at.book.isDisputed(detourId)) detour = null
      else at.book.touch(detourId, regimen.key, 'against')
    }
    const entries = [...(curated.get(key)?.values() ?? [])]
    const closed = closeKey(key, entries, detour, detour ? detourId : null, regimen, at)
    if (closed.debits.length > 0 || closed.gate > 0) out.keys.push(closed)
  }
  out.keys.sort((a, b) => b.gate - a.gate || (a.key < b.key ? -1 : 1))
  return out
}
