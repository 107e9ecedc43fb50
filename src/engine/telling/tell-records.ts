import type { Contribution, Remark } from '#src/domain/analysis.ts'
import type { AgainstKey, Entry } from '../score/score-against.ts'
import { afterGate, unlimitedScore } from '../score/score-regimen.ts'
import type { Scored } from '../score/score-regimen.ts'
import type { Counted, CountedHit } from '../score/score-for.ts'
import type { Scoring } from '../score/scoring.ts'
import { record, recordChange } from '../explain/trace.ts'

function evidenceRecord({ matched: { item, verdict, tumour }, points }: Counted, scored: Scored, at: Scoring): Contribution {
  const rule = !scored.evidence.whole ? 'evidence.part_of_regimen' : item.kind === 'label' ? 'evidence.label' : 'evidence.sensitivity'
  return record(points, 'evidence', rule, {
    evidence: item.id, level: item.level, biomarker: item.biomarker, alterations: verdict.hits.map((hit) => hit.label), therapy: scored.therapy, tumourMatch: tumour,
    tumour: at.input.tumourType, variantMatch: verdict.closeness, ...(verdict.subclonal ? { subclonal: true } : {}), ...(item.level === item.statedLevel ? {} : { statedLevel: item.statedLevel }),
  }, item.sources[0] ?? item.id)
}

function hitRecord({ driver, hit, interaction }: CountedHit, therapy: string): Contribution {
  const params = { driver: driver.gene, alteration: driver.leading.label, target: hit.target, path: [...hit.path], therapy, ...(interaction ? { interaction } : {}) }
  return hit.kind === 'hit' ? record(hit.points, 'mechanism', 'mechanism.hit', params, 'network') : record(hit.points, 'mechanism', 'mechanism.lethality', { ...params, row: hit.row }, hit.source)
}

/** A hit on a target proven resistant is given and taken back, so that the trace says so. */
function tellMechanism({ mechanism: { points, aggregated, counted }, therapy }: Scored, at: Scoring, into: Contribution[]): void {
  for (const one of counted) into.push(hitRecord(one, therapy))
  let sum = 0
  for (const { driver, hit, blocked, blockedBy } of counted) {
    if (blocked) into.push(record(-hit.points, 'limit', 'limit.resistant_target', { driver: driver.gene, therapy, ...(blockedBy ? { interaction: blockedBy } : {}) }, 'resistance'))
    else sum += hit.points
  }
  recordChange(into, aggregated - sum, 'limit', 'limit.diminishing', { of: 'mechanism' }, 'aggregation')
  recordChange(into, points - aggregated, 'limit', 'limit.mechanism_cap', { cap: at.index.weights.mechanism.cap }, 'mechanism.cap')
}

/** Each gate takes its own record, so that the records sum to the score. */
function tellGates(open: number, keys: readonly AgainstKey[], into: Contribution[]): void {
  let left = open
  for (const of of keys) {
    if (of.gate === 0 || left <= 0) continue
    const next = afterGate(left, of)
    const { key, entries, detour, detourId, interaction, gate } = of
    if (of.inferredGate && detour) recordChange(into, next - left, 'resistance', 'resistance.inferred_gate', { driver: key, kind: detour.kind, target: detour.target, ...(detourId ? { interaction: detourId } : {}), perMille: gate }, detour.kind)
    else recordChange(into, next - left, 'resistance', 'resistance.gate', { key, evidence: entries.map((entry) => entry.matched.item.id), ...(interaction ? { interaction } : {}), perMille: gate }, entries[0]?.matched.item.sources[0] ?? 'gate')
    left = next
  }
}

function debitRecord({ matched: { item, verdict, tumour }, points, interaction }: Entry, therapy: string, at: Scoring): Contribution {
  return record(-points, 'resistance', item.direction === 'no_benefit' ? 'resistance.no_benefit' : 'resistance.evidence', {
    evidence: item.id, level: item.level, biomarker: item.biomarker, alterations: verdict.hits.map((hit) => hit.label), therapy, tumourMatch: tumour,
    tumour: at.input.tumourType, variantMatch: verdict.closeness, ...(interaction ? { interaction } : {}),
  }, item.sources[0] ?? item.id)
}

/** Debits of one key, each also as a remark for those who read what argues against. */
function tellDebits({ key, entries, curated, detour, detourId, interaction }: AgainstKey, therapy: string, at: Scoring, into: Contribution[], remarks: Remark[]): void {
  let sum = 0
  for (const entry of entries) {
    sum += entry.points
    if (entry.points <= 0) continue
    const one = debitRecord(entry, therapy, at)
    into.push(one)
    remarks.push({ rule: entry.matched.item.direction === 'no_benefit' ? 'against.no_benefit' : 'against.resistance', params: one.params, source: one.source })
  }
  if (sum !== curated) into.push(record(sum - curated, 'limit', 'limit.diminishing', { of: 'resistance', key, ...(interaction ? { interaction } : {}) }, 'aggregation'))
  if (!detour || detour.points <= curated) return
  const params = { driver: key, target: detour.target, path: [...detour.path], ...(detourId ? { interaction: detourId } : {}) }
  into.push(record(curated - detour.points, 'resistance', detour.kind === 'bypass' ? 'resistance.bypass' : 'resistance.convergence', params, detour.kind))
  remarks.push({ rule: detour.kind === 'bypass' ? 'against.bypass' : 'against.convergence', params, source: detour.kind })
}

/** Records of a score, in the order in which they act, and what of them argues against. The records sum to the score, exactly. */
export function tellRecords(scored: Scored, at: Scoring): { records: Contribution[]; remarks: Remark[] } {
  const { evidence, mechanism, prior, against, inferior, therapy } = scored
  const { weights } = at.index
  const records: Contribution[] = []
  const remarks: Remark[] = []
  let kept = 0
  for (const one of evidence.kept) { records.push(evidenceRecord(one, scored, at)); kept += one.points }
  recordChange(records, evidence.points - kept, 'limit', 'limit.diminishing', { of: 'evidence' }, 'aggregation')
  if (mechanism.counted.length > 0) tellMechanism(scored, at, records)
  const priorRecord = prior && record(prior.points, 'prior', 'prior.histology', { class: prior.class, tumour: at.input.tumourType, basis: prior.basis, ...(prior.selected ? { selected: true } : {}) }, prior.source)
  if (priorRecord && priorRecord.points > 0) records.push(priorRecord)
  tellGates(evidence.points + mechanism.points + Math.max(0, prior?.points ?? 0), against.keys, records)
  for (const key of against.keys) tellDebits(key, therapy, at, records, remarks)
  if (inferior) {
    const one = record(-weights.inferior, 'resistance', 'resistance.inferior', { evidence: inferior.item.id, than: [...inferior.item.inferiorTo], therapy, direct: inferior.item.statedLevel === 'A' }, inferior.item.sources[0] ?? inferior.item.id)
    records.push(one)
    remarks.push({ rule: 'against.inferior', params: one.params, source: one.source })
  }
  if (priorRecord && priorRecord.points < 0) records.push(priorRecord)
  const sum = unlimitedScore(scored, at)
  const proven = scored.ceiling ? Math.min(sum, weights.limits.unproven) : sum
  if (scored.ceiling) recordChange(records, proven - sum, 'limit', scored.ceiling, { limit: weights.limits.unproven, therapy }, 'limits.unproven')
  recordChange(records, scored.score - proven, 'limit', 'limit.bounds', { limit: weights.limits.score }, 'limits.score')
  return { records, remarks }
}
