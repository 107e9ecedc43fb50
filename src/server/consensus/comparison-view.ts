import type { ComparisonView } from '#src/contract/views/review-view.ts'
import { needsDecision } from '#src/domain/comparison/compare.ts'
import { RowDecision } from '#src/domain/comparison/row.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import type { Deps } from '../deps.ts'
import { bothOpinions, comparisonRowsOf } from '../case/comparison-rows.ts'
import type { Opened } from '../case/open-case.ts'
import { readPart } from '../case/parts.ts'

export const decisionOf = (deps: Deps, state: CaseState, row: string): Promise<RowDecision> | null => {
  const decided = state.decisions[row]
  return decided ? readPart(deps, state.id, decided.decision, RowDecision) : null
}

/** Who has seen the other's opinion of an earlier round no longer answers blind. */
function revealedBefore(state: CaseState): ComparisonView['revealedBefore'] {
  const earlier = state.earlier.findLast((one) => one.revealedAt !== null)
  return earlier?.revealedAt ? { round: earlier.round.number, at: earlier.revealedAt } : null
}

/** Four columns side by side with what consensus has decided so far. The caller has checked that both have committed. */
export async function comparisonViewOf(deps: Deps, { state, sight }: Opened): Promise<ComparisonView> {
  const opinions = await bothOpinions(deps, state)
  const rows = await Promise.all((await comparisonRowsOf(deps, state)).map(async (row) => {
    const decided = state.decisions[row.id]
    const decision = await decisionOf(deps, state, row.id)
    return { ...row, needsDecision: needsDecision(row), version: decided?.version ?? 0, decision: decided && decision ? { ...decision, by: decided.by, at: decided.at } : null }
  }))
  return {
    rows, open: rows.filter((r) => r.needsDecision && !r.decision).length,
    agreed: { genomic_expert: state.agreed.genomic_expert !== null, oncologist: state.agreed.oncologist !== null },
    confidence: { genomic_expert: opinions.genomic_expert.confidence, oncologist: opinions.oncologist.confidence },
    wouldChange: { genomic_expert: opinions.genomic_expert.wouldChange, oncologist: opinions.oncologist.wouldChange },
    consensusReachedAt: state.consensus?.at ?? null, revealedBefore: revealedBefore(state), mySlot: sight.slot,
  }
}
