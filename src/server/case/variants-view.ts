import type { VariantRow, VariantsView } from '#src/contract/views/facts-view.ts'
import type { ClassifiedAlteration, EvidenceMatch } from '#src/domain/analysis.ts'
import type { ProfileDifference } from '#src/domain/correction/profile-difference.ts'
import { isFactInteraction } from '#src/engine/map/fact-view.ts'
import type { Deps } from '../deps.ts'
import { baseRunOf, intakePartOf, profilePartOf } from './case-parts.ts'
import { differenceOf } from './correction-parts.ts'
import { notTestedOf } from './not-tested.ts'
import type { Opened } from './open-case.ts'
import { sentenceOf } from './sentences.ts'

const shownNotTested = 60

/** Every alteration with what is known of it: facts only, in a fixed order that does not depend on any score. */
export async function variantsViewOf(deps: Deps, { state }: Opened): Promise<VariantsView> {
  const [run, intake, profilePart] = [await baseRunOf(deps, state), await intakePartOf(deps, state), await profilePartOf(deps, state)]
  const alterations = new Map(profilePart.profile.alterations.map((a) => [a.id, a]))
  const corrections = await Promise.all(state.corrections.map(async ({ round, difference }) => ({ round, difference: await differenceOf(deps, state.id, difference) })))
  const last = corrections.at(-1)?.difference
  const rows = run.alterations.flatMap((classification): VariantRow[] => {
    const alteration = alterations.get(classification.alterationId)
    if (!alteration) return []
    const evidence = run.evidence.filter((e) => e.alterationIds.includes(alteration.id))
    const line = intake.form.originalReport.lines.find((l) => l.gene === alteration.gene)
    return [{
      alteration, classification, group: groupOf(classification), evidence,
      bestHere: best(evidence.filter((e) => e.tumourMatch === 'same' || e.tumourMatch === 'agnostic')), bestElsewhere: best(evidence.filter((e) => e.tumourMatch === 'family' || e.tumourMatch === 'other')),
      criteria: classification.criteria.map((c) => ({ code: c.code, points: c.points, text: sentenceOf(c) })),
      originalReport: line ? { text: line.text, tier: line.tier, page: line.page } : null,
      interactionIds: run.interactions.filter(isFactInteraction).filter((i) => i.members.includes(classification.label) || i.memberGenes.includes(alteration.gene)).map((i) => i.id),
      correction: correctionOf(last, alteration.id), sources: profilePart.sources[alteration.id] ?? [],
    }]
  })
  rows.sort(byGroup)
  const notTested = notTestedOf(deps, profilePart)
  return { rows, notTested: notTested.slice(0, shownNotTested), notTestedTotal: notTested.length, listed: profilePart.listed, records: profilePart.records,
    ofEarlierFile: corrections.flatMap(({ round, difference }) => difference.removed.filter((one) => !alterations.has(one.id)).map((one) => ({ ...one, round: round - 1 }))),
  }
}

function correctionOf(last: ProfileDifference | undefined, id: string): VariantRow['correction'] {
  if (last?.added.some((one) => one.id === id)) return { kind: 'added', fields: [] }
  const changed = last?.changed.find((one) => one.id === id)
  return changed ? { kind: 'changed', fields: changed.fields } : null
}

const groupOf = (c: ClassifiedAlteration) => (c.confidence > 0 ? 'driver' : c.possibleGermline ? 'possible_germline' : 'other')
const groups = ['driver', 'possible_germline', 'other']
const byGroup = (a: VariantRow, b: VariantRow) =>
  groups.indexOf(a.group) - groups.indexOf(b.group) || b.classification.points - a.classification.points ||
  (a.classification.label < b.classification.label ? -1 : a.classification.label > b.classification.label ? 1 : a.alteration.id < b.alteration.id ? -1 : 1)

const best = (evidence: readonly EvidenceMatch[]) => evidence.map((e) => e.level).sort()[0] ?? null
