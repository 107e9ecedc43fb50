import type { TherapyResult } from '#src/domain/analysis.ts'
import type { Hypothesis } from '../score/combine.ts'
import type { Scoring } from '../score/scoring.ts'
import { tellTherapy } from './tell-therapy.ts'
import { recordChange, total } from '../explain/trace.ts'

/** Writes a computed combination out, with the records that say it is only a hypothesis. */
export function tellHypothesis({ scored, added, single, score, band }: Hypothesis, at: Scoring): TherapyResult {
  const { weights } = at.index
  const result = tellTherapy(scored, at)
  const records = result.contributions
  recordChange(records, added, 'coverage', 'coverage.added', { coverage: result.coverage, single, genes: [...result.covers] }, 'coverage.points')
  const sum = total(records)
  const ceiling = Math.min(sum, weights.limits.unproven)
  recordChange(records, ceiling - sum, 'limit', 'limit.computed', { limit: weights.limits.unproven }, 'limits.unproven')
  recordChange(records, score - ceiling, 'limit', 'limit.bounds', { limit: weights.limits.score }, 'limits.score')
  return {
    ...result, score, computed: true, band, escat: 'V', amp: null, label: 'investigational', labels: [],
    notes: [...result.notes, { rule: 'note.hypothesis', params: { therapy: result.therapy }, source: 'combination' }],
  }
}
