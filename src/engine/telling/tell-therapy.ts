import type { Remark, TherapyResult } from '#src/domain/analysis.ts'
import { feasibilityOf } from './feasibility.ts'
import { labelFacts } from '../score/label-status.ts'
import type { Regimen } from '../release/regimen.ts'
import { ampTier, escatTier } from '../score/scales.ts'
import type { Scored } from '../score/score-regimen.ts'
import type { Scoring } from '../score/scoring.ts'
import { tellRecords } from './tell-records.ts'
import { percentOf } from '../release/weights.ts'

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

function notesOf({ against, banded, evidence, spoken, therapy }: Scored, at: Scoring): Remark[] {
  const notes: Remark[] = [...against.notes]
  // cautions and monitoring that evidence attaches to a therapy without points (RB1 with TP53 in EGFR lung cancer: watch for transformation)
  for (const { item, verdict } of spoken.remarked) notes.push({ rule: 'note.evidence', params: { evidence: item.id, biomarker: item.biomarker, alterations: verdict.hits.map((hit) => hit.label), therapy }, source: item.sources[0] ?? item.id })
  if (banded.caution) notes.push({ rule: 'note.caution_hypothesis', params: { therapy }, source: 'bands' })
  if (banded.protectedFromLow) notes.push({ rule: 'note.standard_of_care', params: { therapy, tumour: at.input.tumourType }, source: 'bands' })
  const best = evidence.kept[0]?.matched
  if (!best) return notes
  const { item, verdict } = best
  if (item.checked === 'recalled') notes.push({ rule: 'note.recalled', params: { evidence: item.id }, source: item.id })
  if (verdict.closeness === 'unspecified') notes.push({ rule: 'note.not_specified', params: { biomarker: item.biomarker, alterations: verdict.hits.map((hit) => hit.label) }, source: item.id })
  if (verdict.subclonal) notes.push({ rule: 'note.subclonal', params: { alterations: verdict.hits.map((hit) => hit.label), percent: percentOf(100, at.index.weights.subclonalSensitivity) }, source: item.id })
  return notes
}

/** What argues against: that it is withdrawn, what took points, what it leaves untouched, and what it sets off. */
function againstOf(scored: Scored, debits: readonly Remark[], at: Scoring): Remark[] {
  const { regimen, label, labels, withdrawnDrug, coverBits } = scored
  const remarks: Remark[] = label === 'withdrawn' ? [{ rule: 'against.withdrawn', params: { therapy: regimen.key, drug: withdrawnDrug ?? regimen.key, ...(labels.withdrawnOn ? { on: labels.withdrawnOn } : {}) }, source: 'label' }] : []
  remarks.push(...debits)
  const genes = at.drivers.flatMap((driver, i) => (coverBits[i] === 0 && at.reachable[i] ? [driver.gene] : []))
  if (genes.length > 0) remarks.push({ rule: 'against.uncovered', params: { genes }, source: 'coverage' })
  if (scored.listed) remarks.push(...feedbackRemarks(regimen, at))
  return remarks
}

/** Writes a scored regimen out: its records, what argues against it, what is to be noted, its labels and what makes it feasible. */
export function tellTherapy(scored: Scored, at: Scoring): TherapyResult {
  const { regimen, evidence, mechanism, label, coverBits } = scored
  const { records, remarks } = tellRecords(scored, at)
  const facts = labelFacts(at.labelsOf(regimen), at.holds)
  const best = evidence.kept[0]?.matched ?? null
  // the tiers grade what was studied: of an untested whole only that it is investigational can be said
  const tiers = scored.ceiling === 'limit.parts' ? { amp: 'II-C', escat: null } : { amp: ampTier(best), escat: escatTier(best, mechanism.points > 0, false) }
  const covers: string[] = []
  const uncovered: string[] = []
  for (const [i, { gene }] of at.drivers.entries()) ((coverBits[i] ?? 0) > 0 ? covers : uncovered).push(gene)
  return {
    therapy: regimen.key, drugs: [...regimen.drugs], drugClass: [...regimen.classes], score: scored.score, band: scored.band, level: scored.level,
    ...tiers, label, labels: facts, computed: false, coverage: scored.coverage, covers, uncovered,
    contributions: records, against: againstOf(scored, remarks, at), notes: notesOf(scored, at), feasibility: scored.listed ? feasibilityOf(regimen, label, facts, at) : [],
  }
}
