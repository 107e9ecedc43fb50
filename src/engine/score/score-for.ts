import type { WorkingDriver } from '../alteration/driver.ts'
import type { Matched } from '../reading/match-evidence.ts'
import type { Hit, LethalHit, Reach } from '../release/reach.ts'
import type { Regimen } from '../release/regimen.ts'
import type { Scoring, Spoken } from './scoring.ts'
import { aggregateSorted, clinicalLevels } from '../release/weights.ts'

/** An item as it counts for one regimen. */
export type Counted = { matched: Matched; points: number }

/** What speaks for a regimen by evidence: one item a study cluster, best first. */
export type ForEvidence = {
  points: number
  kept: readonly Counted[]
  /** Are the items of the very regimen kept, or those of its parts? */
  whole: boolean
  clinical: boolean
  /** Items counted, of the regimen and of its parts: what the therapy is given for. */
  groups: readonly (readonly Counted[])[]
  /** Items with clinical evidence for this very regimen in this tumour type (or in any): what fails elsewhere with their alterations is another context. */
  here: readonly Matched[]
}

const isHere = ({ tumour }: Matched) => tumour === 'same' || tumour === 'agnostic' || tumour === 'broader'
const byWorth = (a: Counted, b: Counted) => b.points - a.points || (a.matched.item.id < b.matched.item.id ? -1 : 1)

/**
 * One item a study. The labels of one regimen are one fact, however many settings and jurisdictions they name, and so is the pivotal trial of a label:
 * the number of labels a drug has gathered over the years says nothing of how well it works here.
 */
function readCounted(group: readonly Matched[], percent: number, at: Scoring): Counted[] {
  const { weights } = at.index
  const pivotal = new Map<string, string>()
  for (const { item } of group) if (item.kind === 'label') pivotal.set(item.cluster, item.study)
  const byStudy = new Map<string, Counted>()
  for (const matched of group) {
    const points = Math.floor((Math.floor((matched.points * (matched.verdict.subclonal ? weights.subclonalSensitivity : 100)) / 100) * percent) / 100)
    if (points <= 0) continue
    const study = pivotal.get(matched.item.cluster) ?? matched.item.cluster
    const known = byStudy.get(study)
    if (!known || points > known.points || (points === known.points && matched.item.id < known.matched.item.id)) byStudy.set(study, { matched, points })
  }
  return [...byStudy.values()].sort(byWorth).slice(0, weights.maxItems)
}

const isNear = ({ verdict: { closeness } }: Matched) => closeness !== 'region' && closeness !== 'gene'

/**
 * Evidence that states what was found, or evidence on its neighbours: the stronger, never both. What is known of L861Q tells of L858R only as long as
 * nothing is known of L858R itself; added to that it would put a change that has neighbours before one that has none (exon 19 deletions).
 */
function readNearest(group: readonly Matched[], percent: number, at: Scoring): readonly Counted[] {
  if (group.every(isNear)) return readCounted(group, percent, at)
  const near = readCounted(group.filter(isNear), percent, at)
  const far = readCounted(group.filter((one) => !isNear(one)), percent, at)
  return aggregateSorted(near) >= aggregateSorted(far) ? near : far
}

const nothing: readonly Counted[] = []
const withoutEvidence: ForEvidence = { points: 0, kept: nothing, whole: true, clinical: false, groups: [], here: [] }

/**
 * Evidence on the very regimen, or evidence on its parts: the stronger of the two, never both. What a part does is already in the trial of the whole;
 * adding it would make every longer regimen the better one. A combination that is not approved in this tumour type borrows nothing from what its parts do
 * here: those stand in the ranking by themselves (sotorasib with panitumumab in lung cancer, a third drug beside encorafenib with cetuximab).
 */
export function readEvidenceFor(regimen: Regimen, spoken: Spoken, at: Scoring): ForEvidence {
  if (spoken.whole.length === 0 && spoken.part.length === 0) return withoutEvidence
  const { subsetRegimen } = at.index.weights
  const ofWhole = spoken.whole.length > 0 ? readNearest(spoken.whole, 100, at) : nothing
  // a part that counted as much as the whole would be no part
  const borrows = spoken.part.length > 0 && subsetRegimen < 100 && (regimen.id < 0 || at.view.labels.has(regimen.id))
  const ofParts = borrows ? readNearest(spoken.part, subsetRegimen, at) : nothing
  const [pointsOfWhole, pointsOfParts] = [aggregateSorted(ofWhole), aggregateSorted(ofParts)]
  const whole = pointsOfWhole >= pointsOfParts
  const kept = whole ? ofWhole : ofParts
  return {
    points: whole ? pointsOfWhole : pointsOfParts, kept, whole, clinical: kept.some((one) => clinicalLevels.has(one.matched.item.level)), groups: [ofWhole, ofParts],
    here: spoken.whole.filter((matched) => clinicalLevels.has(matched.item.level) && isHere(matched)),
  }
}

/** Does evidence in a comparable tumour speak of this gene? */
export const isCovered = ({ kept }: ForEvidence, gene: string): boolean =>
  kept.some(({ matched }) => matched.tumour !== 'distant' && matched.verdict.hits.some((hit) => hit.result.gene === gene))

/** Per driver the best hit of any drug of a regimen. */
export type Hits = readonly (Hit | LethalHit | null)[]

export function bestHits(drugs: readonly number[], mechanisms: readonly Reach[]): Hits {
  const [only = -1] = drugs
  if (drugs.length === 1) return mechanisms.map((reach) => reach.hits[only] ?? null)
  return mechanisms.map((reach) => {
    let best: Hit | LethalHit | null = null
    for (const drug of drugs) {
      const one = reach.hits[drug] ?? null
      if (one && (!best || one.points > best.points)) best = one
    }
    return best
  })
}

/** A hit with its driver; `interaction` is the one that a lethal hit belongs to. A hit on a target proven resistant is given and taken back. */
export type CountedHit = { driver: WorkingDriver; hit: Hit | LethalHit; interaction: string | null; blocked: boolean; blockedBy: string | null }
/** What speaks for a regimen by mechanism: `aggregated` after diminishing returns, `points` after the cap. */
export type ForMechanism = { points: number; aggregated: number; counted: readonly CountedHit[] }

const noMechanism: ForMechanism = { points: 0, aggregated: 0, counted: [] }

/**
 * Points of the mechanism, before the gate. A target proven resistant (level A or B) is not hit. Lethality counts only where no evidence of the regimen
 * speaks of that driver: the same fact is not counted twice.
 */
export function readMechanismFor(therapy: string, hits: Hits, proven: ReadonlyMap<string, string | null>, evidence: ForEvidence, at: Scoring): ForMechanism {
  const { weights } = at.index
  const isSpokenFor = (gene: string) => evidence.groups.some((group) => group.some((one) => one.matched.verdict.hits.some((hit) => hit.result.gene === gene)))
  const counted: CountedHit[] = []
  for (let i = 0; i < hits.length; i++) {
    const [hit, driver] = [hits[i], at.drivers[i]]
    if (!hit || !driver || hit.points <= 0) continue
    let interaction: string | null = null
    if (hit.kind === 'lethality') {
      if (isSpokenFor(driver.gene)) continue
      const id = at.book.idOf('synthetic_lethality', [driver.leading], hit.target)
      if (at.book.has(id)) interaction = id
      if (interaction && at.book.isDisputed(interaction)) continue
    }
    counted.push({ driver, hit, interaction, blocked: proven.has(driver.gene), blockedBy: proven.get(driver.gene) ?? null })
  }
  if (counted.length === 0) return noMechanism
  // drivers come in gene order, and sorting keeps it among equals
  if (counted.length > 1) counted.sort((a, b) => b.hit.points - a.hit.points)
  for (const { interaction } of counted) if (interaction) at.book.touch(interaction, therapy, 'for')
  const aggregated = aggregateSorted(counted.filter((one) => !one.blocked).map((one) => one.hit).slice(0, weights.maxItems))
  return { points: Math.min(weights.mechanism.cap, aggregated), aggregated, counted }
}
