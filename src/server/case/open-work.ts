import type { CaseState } from '#src/domain/case/state.ts'
import type { Sight } from '#src/domain/case/view.ts'
import { needsDecision } from '#src/domain/comparison/compare.ts'
import type { Deps } from '../deps.ts'
import { comparisonRowsOf } from './comparison-rows.ts'
import { requiredSections } from './required-sections.ts'

/** How many rows and sections still want a decision, counted only where they are open to this person. */
export async function openWorkOf(deps: Deps, state: CaseState, sight: Sight): Promise<{ rows: number; sections: number }> {
  if (!sight.opens.comparison) return { rows: 0, sections: 0 }
  if (state.consensus) return { rows: 0, sections: state.seal ? 0 : requiredSections.filter((id) => !state.sections[id]).length }
  const rows = await comparisonRowsOf(deps, state)
  return { rows: rows.filter((row) => needsDecision(row) && !state.decisions[row.id]).length, sections: 0 }
}
