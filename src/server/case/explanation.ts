import type { ExplanationView } from '#src/contract/views/therapies-view.ts'
import { noOverrides, type AnalysisInput } from '#src/domain/analysis.ts'
import { refused, type Refused } from '#src/domain/refusal.ts'
import { robustness } from '#src/engine/questions/robustness.ts'
import { wouldChange, type Tipping } from '#src/engine/questions/would-change.ts'
import type { Deps } from '../deps.ts'
import { atItsRelease } from './at-its-release.ts'
import { annotationsOf, baseRunOf, opinionOf, overridesOf, roundInputOf } from './case-parts.ts'
import type { Opened } from './open-case.ts'

/** What would move one therapy to another band, and how its rank stands up to other weights. Computed when asked, never stored. */
export async function explanationOf(given: Deps, { state, sight }: Opened, therapy: string): Promise<ExplanationView | Refused> {
  const deps = await atItsRelease(given, state)
  const base = await baseRunOf(deps, state)
  const overrides = sight.slot ? overridesOf(await opinionOf(deps, state, sight.slot), await annotationsOf(deps, state, sight.slot), base) : noOverrides
  const input: AnalysisInput = { ...(await roundInputOf(deps, state)), mode: 'clinical', overrides }
  const now = deps.analyse(input).therapies.find((t) => t.therapy === therapy)
  if (!now) return refused('unknown_subject')
  const robust = robustness(input, therapy, deps.index)
  const scores = robust.variations.map((v) => v.score ?? 0)
  return {
    therapy,
    wouldChange: wouldChange(input, therapy, deps.index).map((t) => ({ because: words(t), before: now.score, after: t.score ?? 0, bandBefore: now.band, bandAfter: t.band })),
    robustness: { reruns: robust.of, sameBand: robust.variations.filter((v) => v.band === now.band).length, low: Math.min(now.score, ...scores), high: Math.max(now.score, ...scores) },
  }
}

function words({ change, what }: Tipping): string {
  switch (change) {
    case 'without_alteration':
      return `${what} not confirmed, or not a driver`
    case 'without_evidence':
      return `evidence ${what} not counted`
    case 'without_interaction':
      return `interaction ${what} not there`
    case 'gene_wild_type':
      return `${what} tested and without alteration`
  }
}
