import { compare } from '#src/domain/comparison/compare.ts'
import type { ComparisonRow } from '#src/domain/comparison/row.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import type { Slot } from '#src/domain/person.ts'
import type { Opinion } from '#src/domain/opinion.ts'
import type { Deps } from '../deps.ts'
import { baseRunOf, intakePartOf, opinionOf } from './case-parts.ts'
import { interactionTitle } from './sentences.ts'

/** Both opinions as committed. Throws before both are: the caller has asked `sightOf` first. */
export async function bothOpinions(deps: Deps, state: CaseState): Promise<Record<Slot, Opinion>> {
  const [genomic_expert, oncologist] = [await opinionOf(deps, state, 'genomic_expert'), await opinionOf(deps, state, 'oncologist')]
  if (!genomic_expert || !oncologist) throw new Error('The comparison was asked for before both had committed')
  return { genomic_expert, oncologist }
}

export async function comparisonRowsOf(deps: Deps, state: CaseState): Promise<ComparisonRow[]> {
  const run = await baseRunOf(deps, state)
  const { form } = await intakePartOf(deps, state)
  const named = new Map(run.interactions.map((i) => [i.id, interactionTitle(i)]))
  return compare({ opinions: await bothOpinions(deps, state), run, originalReport: form.originalReport, reason: form.reason, interactionName: (id) => named.get(id) ?? id })
}
