import type { Band, LabelState, Level } from '#src/domain/analysis.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import { labelStatus } from './label-status.ts'
import type { LabelStatus } from './label-status.ts'
import type { Matched } from '../reading/match-evidence.ts'
import { isOwnCombination } from './own-combination.ts'
import { readPrior } from './prior.ts'
import type { Prior } from './prior.ts'
import type { Regimen } from '../release/regimen.ts'
import { bandOf } from './scales.ts'
import type { BandResult } from './scales.ts'
import { readAgainst } from './score-against.ts'
import type { Against, AgainstKey } from './score-against.ts'
import { bestHits, isCovered, readEvidenceFor, readMechanismFor } from './score-for.ts'
import type { ForEvidence, ForMechanism, Hits } from './score-for.ts'
import type { Scoring, Spoken } from './scoring.ts'

/**
 * A scored regimen in numbers, with what its records are written from (`tellTherapy`). Most of what asks for a score needs no more, and a record
 * costs more than the score it explains. `listed`: does anything but an inferred detour speak of it? `coverBits`: percent of each driver that is met.
 */
export type Scored = {
  regimen: Regimen; therapy: string; drugs: readonly string[]
  score: number; band: Band; level: Level | null; label: LabelState; coverage: number; listed: boolean; coverBits: readonly number[]
  spoken: Spoken; evidence: ForEvidence; mechanism: ForMechanism; against: Against; inferior: Matched | null; prior: Prior | null; ceiling: Ceiling
  banded: BandResult; labels: LabelStatus; withdrawnDrug: string | null
}

export const afterGate = (open: number, { gate }: AgainstKey): number => Math.floor((open * (1000 - gate)) / 1000)

/** Gates multiply what is for the therapy, strongest first. */
function throughGates(open: number, { keys }: Against): number {
  let left = open
  for (const key of keys) if (key.gate !== 0 && left > 0) left = afterGate(left, key)
  return left
}

/** What the records come to before the limits. */
export function unlimitedScore({ evidence, mechanism, prior, against, inferior }: Pick<Scored, 'evidence' | 'mechanism' | 'prior' | 'against' | 'inferior'>, at: Scoring): number {
  const own = prior?.points ?? 0
  let sum = throughGates(evidence.points + mechanism.points + Math.max(0, own), against) + Math.min(0, own)
  for (const key of against.keys) sum -= key.debit
  return inferior ? sum - at.index.weights.inferior : sum
}

/**
 * A class record beside evidence. Where evidence selects this patient, a poor record is no argument. A good record of patients whom a biomarker selected is
 * the same trials once more, and what a backbone of chemotherapy does alone is already in the trial of the combination: both count only by what they exceed
 * the evidence (platinum must not put a combination before the drug that was better).
 */
function beside(prior: Prior, regimen: Regimen, evidence: ForEvidence, { knowledge }: KnowledgeIndex): Prior | null {
  const told = prior.selected || (regimen.drugs.length > 1 && knowledge.classes.get(prior.class)?.family === 'cytotoxic')
  const points = prior.points > 0 && told ? Math.max(0, prior.points - evidence.points) : prior.points
  if (points === 0 || (points < 0 && evidence.here.length > 0)) return null
  return points === prior.points ? prior : { ...prior, points }
}

const provenNothing: ReadonlyMap<string, string | null> = new Map()
function provenTargets({ keys }: Against): ReadonlyMap<string, string | null> {
  return keys.some((key) => key.proven) ? new Map(keys.filter((key) => key.proven).map((key) => [key.key, key.interaction])) : provenNothing
}

/** Percent of each driver's signal that the regimen meets, and of the reachable drivers' confidence as a whole. */
function coverageOf(evidence: ForEvidence, hits: Hits, at: Scoring): { percent: number; bits: number[] } {
  let weight = 0
  let met = 0
  const bits = at.drivers.map((driver, i) => {
    const strength = evidence.kept.length > 0 && isCovered(evidence, driver.gene) ? 100 : Math.floor((hits[i]?.strength ?? 0) / 10)
    if (at.reachable[i]) { weight += driver.confidence; met += driver.confidence * strength }
    return strength
  })
  return { percent: weight === 0 ? 0 : Math.floor(met / weight), bits }
}

/** A direct comparison (level A) is told before an order that guidelines or a look across trials give. */
function firstInferior({ inferior }: Spoken): Matched | null {
  let first = inferior[0] ?? null
  for (const one of inferior) {
    if (!first) continue
    const [a, b] = [one.item.statedLevel, first.item.statedLevel]
    if (a < b || (a === b && one.item.id < first.item.id)) first = one
  }
  return first
}

/** Why a score stays below the highest band, whatever its records come to; null: nothing holds it. */
export type Ceiling = 'limit.unproven' | 'limit.parts' | null

/**
 * Nothing clinical speaks of it; or only its parts are proven, and nobody has approved the whole here: that it does more than the approved pair it holds is then
 * a hope (chemotherapy added to encorafenib with cetuximab where only the pair is approved). Computed combinations have a limit of their own, and nothing is
 * approved for a model.
 */
function ceilingOf(regimen: Regimen, evidence: ForEvidence, label: LabelState, { input }: Scoring): Ceiling {
  if (!evidence.clinical) return 'limit.unproven'
  return evidence.whole || label === 'this_tumour' || regimen.id < 0 || input.mode === 'model-system' ? null : 'limit.parts'
}

type Speaking = Pick<Scored, 'spoken' | 'evidence' | 'mechanism' | 'prior' | 'against' | 'inferior' | 'label'>

/**
 * Is the regimen worth a line? A single drug, when evidence or mechanism speaks of it, or when it is approved here and its class has a record. A combination, when evidence speaks of that very combination
 * or it is approved here: one that is known for something else is no suggestion, and computed combinations have their own list.
 */
function isListed(regimen: Regimen, { spoken, evidence, mechanism, prior, against, inferior, label }: Speaking, at: Scoring): boolean {
  const speaks = evidence.kept.length > 0 || mechanism.counted.length > 0
  if (regimen.drugs.length === 1) return at.input.mode === 'model-system' || speaks || spoken.against.length > 0 || (prior !== null && label === 'this_tumour')
  if (isOwnCombination(regimen, spoken, at)) return true
  return label === 'this_tumour' && (speaks || prior !== null || inferior !== null || against.keys.some((key) => key.debit > 0))
}

const unspoken: Spoken = { whole: [], part: [], against: [], inferior: [], remarked: [] }

/** Scores one regimen in numbers. Interactions it meets are noted in the book. `spoken` is given for one that the release does not hold. */
export function scoreRegimen(regimen: Regimen, at: Scoring, spoken: Spoken = at.spoken[regimen.id] ?? unspoken): Scored {
  const { weights } = at.index
  const evidence = readEvidenceFor(regimen, spoken, at)
  const hits = bestHits(regimen.drugIndexes, at.mechanisms)
  const against = readAgainst(spoken.against, regimen, evidence, hits, at)
  const mechanism = readMechanismFor(regimen.key, hits, provenTargets(against), evidence, at)
  const found = readPrior(regimen, at)
  const prior = found && beside(found, regimen, evidence, at.index)
  const inferior = firstInferior(spoken)
  const unlimited = unlimitedScore({ evidence, mechanism, prior, against, inferior }, at)
  const labels = labelStatus(at.labelsOf(regimen), at.input, at.holds)
  const withdrawnDrug = labels.state === 'this_tumour' || labels.state === 'other_tumour' ? null : regimen.drugs.find((drug) => at.withdrawnDrugs.has(drug)) ?? null
  const label = withdrawnDrug === null ? labels.state : 'withdrawn'
  const ceiling = ceilingOf(regimen, evidence, label, at)
  const score = Math.max(-weights.limits.score, Math.min(unlimited, ceiling ? weights.limits.unproven : weights.limits.score))
  const banded = bandOf({ score, against: against.levels, standardOfCare: labels.withoutBiomarker && label === 'this_tumour' }, weights)
  const { percent, bits } = coverageOf(evidence, hits, at)
  return {
    regimen, therapy: regimen.key, drugs: regimen.drugs, score, band: banded.band, level: evidence.kept[0]?.matched.item.level ?? null, label, coverage: percent,
    listed: isListed(regimen, { spoken, evidence, mechanism, prior, against, inferior, label }, at), coverBits: bits,
    spoken, evidence, mechanism, against, inferior, prior, ceiling, banded, labels, withdrawnDrug,
  }
}
