import type { Contribution, LabelState, Level, Remark, TherapyResult } from '#src/domain/analysis.ts'
import { feasibilityOf } from './feasibility.ts'
import { isOwnCombination } from './own-combination.ts'
import { labelStatus } from './label-status.ts'
import type { Regimen } from './regimen.ts'
import { ampTier, bandOf, escatTier } from './scales.ts'
import { readPrior } from './prior.ts'
import type { Prior } from './prior.ts'
import { readAgainst } from './score-against.ts'
import type { Against } from './score-against.ts'
import { bestHits, readEvidenceFor, readMechanismFor } from './score-for.ts'
import type { ForEvidence } from './score-for.ts'
import type { Scoring } from './scoring.ts'
import { record, recordChange, total } from './trace.ts'
import { percentOf } from './weights.ts'

/** A scored regimen, and whether anything but an inferred detour speaks of it: only then is it listed. */
export type Scored = { result: TherapyResult; regimen: Regimen; listed: boolean; coverBits: readonly number[] }

/** Gates multiply what is for the therapy, strongest first; each takes its own record, so that the records sum to the score. */
function applyGates(open: number, against: Against, into: Contribution[]): number {
  let left = open
  for (const key of against.keys) {
    if (key.gate === 0 || left <= 0) continue
    const next = Math.floor((left * (1000 - key.gate)) / 1000)
    recordChange(into, next - left, 'resistance', key.gateRecord.rule as 'resistance.gate' /* closeKey writes only the two gate rules */, { ...key.gateRecord.params, perMille: key.gate }, key.gateRecord.source)
    left = next
  }
  return left
}

function inferiorRecord(regimen: Regimen, at: Scoring): Contribution | null {
  const rows = (at.inferior.get(regimen.id) ?? []).toSorted((a, b) => (a.item.id < b.item.id ? -1 : 1))
  const first = rows[0]
  return first ? record(-at.index.weights.inferior, 'resistance', 'resistance.inferior', { evidence: first.item.id, than: [...first.item.inferiorTo], therapy: regimen.key }, first.item.sources[0] ?? first.item.id) : null
}

/**
 * A class record beside evidence. Where evidence selects this patient, a poor record is no argument; a good record of patients whom a biomarker selected is
 * the same trials once more, and counts only by what it exceeds the evidence.
 */
function beside(prior: Prior, evidence: ForEvidence): Prior | null {
  if (prior.points < 0) return evidence.selected ? null : prior
  return prior.selected ? { ...prior, points: Math.max(0, prior.points - evidence.points) } : prior
}

/** Records of a score, in the order in which they act. Their sum is the score, exactly. */
export function scoreRecords(regimen: Regimen, evidence: ForEvidence, hits: ReturnType<typeof bestHits>, against: Against, at: Scoring): { records: Contribution[]; mechanismPoints: number } {
  const { weights } = at.index
  const proven = new Map(against.keys.filter((key) => key.proven).map((key) => [key.key, key.interaction]))
  const mechanism = readMechanismFor(regimen, hits, proven, evidence, at)
  const found = readPrior(regimen, at)
  const prior = found && beside(found, evidence)
  const records = [...evidence.records, ...mechanism.records]
  const priorRecord = prior ? record(prior.points, 'prior', 'prior.histology', { class: prior.class, tumour: at.input.tumourType, basis: prior.basis }, prior.source) : null
  if (priorRecord && priorRecord.points > 0) records.push(priorRecord)
  applyGates(evidence.points + mechanism.points + Math.max(0, prior?.points ?? 0), against, records)
  for (const key of against.keys) records.push(...key.debits)
  const inferior = inferiorRecord(regimen, at)
  if (inferior) records.push(inferior)
  if (priorRecord && priorRecord.points < 0) records.push(priorRecord)
  let sum = total(records)
  if (!evidence.clinical && sum > weights.limits.unproven) { recordChange(records, weights.limits.unproven - sum, 'limit', 'limit.unproven', { limit: weights.limits.unproven }, 'limits.unproven'); sum = weights.limits.unproven }
  const bounded = Math.max(-weights.limits.score, Math.min(weights.limits.score, sum))
  recordChange(records, bounded - sum, 'limit', 'limit.bounds', { limit: weights.limits.score }, 'limits.score')
  return { records, mechanismPoints: mechanism.points }
}

/** Percent of the reachable drivers' confidence that the regimen meets, and which genes are met. */
function coverageOf(evidence: ForEvidence, hits: ReturnType<typeof bestHits>, at: Scoring): { percent: number; covers: string[]; uncovered: string[]; bits: number[] } {
  const direct = evidence.covers
  let weight = 0
  let met = 0
  const [covers, uncovered, bits]: [string[], string[], number[]] = [[], [], []]
  for (const [i, driver] of at.drivers.entries()) {
    const strength = direct.has(driver.gene) ? 100 : Math.floor((hits[i]?.strength ?? 0) / 10)
    bits.push(strength)
    ;(strength > 0 ? covers : uncovered).push(driver.gene)
    if (!at.reachable[i]) continue
    weight += driver.confidence
    met += driver.confidence * strength
  }
  return { percent: weight === 0 ? 0 : Math.floor(met / weight), covers, uncovered, bits }
}

function againstRemarks(records: readonly Contribution[], uncovered: readonly string[]): Remark[] {
  const ruleOf = { 'resistance.evidence': 'against.resistance', 'resistance.no_benefit': 'against.no_benefit', 'resistance.inferior': 'against.inferior', 'resistance.bypass': 'against.bypass', 'resistance.convergence': 'against.convergence' } as const
  const remarks: Remark[] = records.flatMap((one) => (one.rule in ruleOf ? [{ rule: ruleOf[one.rule as keyof typeof ruleOf] /* checked in the line before */, params: one.params, source: one.source }] : []))
  if (uncovered.length > 0) remarks.push({ rule: 'against.uncovered', params: { genes: [...uncovered] }, source: 'coverage' })
  return remarks
}

const releases = new WeakMap<Regimen, readonly Remark[]>()

/** Adaptive releases that the regimen sets off and no partner of it closes (curated feedback rows). They hang on the regimen alone: read once each. */
function feedbackRemarks(regimen: Regimen, at: Scoring): readonly Remark[] {
  const known = releases.get(regimen)
  if (known) return known
  const nodesHit = new Set([...regimen.hits].map((gene) => at.index.paths.ids[at.index.nodeOfGene.get(gene) ?? -1]))
  const remarks = at.index.knowledge.feedback.filter((row) => (row.level === 'A' || row.level === 'B') && row.effect === 1 && nodesHit.has(row.trigger) && !nodesHit.has(row.released))
    .map((row) => ({ rule: 'against.feedback', params: { target: row.trigger, released: row.released, context: row.context, level: row.level }, source: row.sources[0] ?? row.id }))
  releases.set(regimen, remarks)
  return remarks
}

/**
 * Is the regimen worth a line? A single drug, when evidence or mechanism speaks of it, or when it is approved here and its class has a record. A combination, when evidence speaks of that very combination
 * or it is approved here: one that is known for something else is no suggestion, and computed combinations have their own list.
 */
function isListed(regimen: Regimen, records: readonly Contribution[], state: LabelState, at: Scoring): boolean {
  const against = at.against.get(regimen.id) ?? []
  if (regimen.drugs.length === 1 && at.input.mode === 'model-system') return true
  if (regimen.drugs.length === 1) return against.length > 0 || records.some((one) => one.kind === 'evidence' || one.kind === 'mechanism' || (one.kind === 'prior' && (state === 'this_tumour' || at.input.mode === 'model-system')))
  return isOwnCombination(regimen, at) || (state === 'this_tumour' && records.length > 0)
}

/** Scores one regimen of the release (design 2, pseudo-code). Pure; interactions it meets are noted in the book. */
export function scoreRegimen(regimen: Regimen, at: Scoring): Scored {
  const { index } = at
  const evidence = readEvidenceFor(regimen, at)
  const mechanisms = regimen.drugIndexes.flatMap((drug) => at.mechanisms[drug] ?? [])
  const hits = bestHits(mechanisms, at.drivers.length)
  const against = readAgainst(at.against.get(regimen.id) ?? [], regimen, evidence, mechanisms, hits.map((hit) => hit !== null), at)
  const scored = scoreRecords(regimen, evidence, hits, against, at)
  const score = total(scored.records)
  const labels = labelStatus(regimen, at.input, at.view, at.holds)
  const withdrawnDrug = labels.state !== 'this_tumour' && labels.state !== 'other_tumour' && regimen.drugs.find((drug) => at.withdrawnDrugs.has(drug))
  const state: LabelState = withdrawnDrug ? 'withdrawn' : labels.state
  const band = bandOf({ score, against: against.levels, standardOfCare: labels.withoutBiomarker && state === 'this_tumour' }, index.weights)
  const coverage = coverageOf(evidence, hits, at)
  const listed = isListed(regimen, scored.records, state, at)
  const best = evidence.best
  const notes: Remark[] = [...against.notes, ...remarksOf(regimen, at)]
  if (band.caution) notes.push({ rule: 'note.caution_hypothesis', params: { therapy: regimen.key }, source: 'bands' })
  if (band.protectedFromLow) notes.push({ rule: 'note.standard_of_care', params: { therapy: regimen.key, tumour: at.input.tumourType }, source: 'bands' })
  if (best && best.item.checked === 'recalled') notes.push({ rule: 'note.recalled', params: { evidence: best.item.id }, source: best.item.id })
  if (best && best.verdict.closeness === 'unspecified') notes.push({ rule: 'note.not_specified', params: { biomarker: best.item.biomarker, alterations: best.verdict.hits.map((hit) => hit.label) }, source: best.item.id })
  if (best?.verdict.subclonal) notes.push({ rule: 'note.subclonal', params: { alterations: best.verdict.hits.map((hit) => hit.label), percent: percentOf(100, index.weights.subclonalSensitivity) }, source: best.item.id })
  const remarks = [...(state === 'withdrawn' ? [{ rule: 'against.withdrawn', params: { therapy: regimen.key, drug: withdrawnDrug || regimen.key, ...(labels.withdrawnOn ? { on: labels.withdrawnOn } : {}) }, source: 'label' }] : []), ...againstRemarks(scored.records, coverage.uncovered.filter((gene) => at.reachable[at.drivers.findIndex((driver) => driver.gene === gene)]))]
  const result: TherapyResult = {
    therapy: regimen.key, drugs: [...regimen.drugs], drugClass: [...regimen.classes], score, band: band.band, level: best ? best.item.level satisfies Level : null,
    amp: ampTier(best), escat: escatTier(best, scored.mechanismPoints > 0, false), label: state, labels: labels.facts, computed: false, coverage: coverage.percent, covers: coverage.covers, uncovered: coverage.uncovered,
    contributions: scored.records, against: [...remarks, ...(listed ? feedbackRemarks(regimen, at) : [])], notes, feasibility: listed ? feasibilityOf(regimen, state, labels.facts, at) : [],
  }
  return { result, regimen, listed, coverBits: coverage.bits }
}

/** Cautions and monitoring that evidence attaches to a therapy without points (RB1 with TP53 in EGFR lung cancer: watch for transformation). */
function remarksOf(regimen: Regimen, at: Scoring): Remark[] {
  return (at.remarked.get(regimen.id) ?? []).map(({ item, verdict }) => ({ rule: 'note.evidence', params: { evidence: item.id, biomarker: item.biomarker, alterations: verdict.hits.map((hit) => hit.label), therapy: regimen.key }, source: item.sources[0] ?? item.id }))
}
