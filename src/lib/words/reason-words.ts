import type { ReasonForReview } from '#src/domain/intake.ts'

/** Why a second opinion is asked for. */
export const reasonWords: Record<ReasonForReview, string> = {
  at_diagnosis: 'at diagnosis', before_aggressive_treatment: 'before an aggressive treatment', path_unclear: 'the path is unclear', resistant_disease: 'advanced or treatment-resistant disease',
  no_recommendation: 'many findings and no recommendation', no_actionable_option: '“no actionable option” although changes were found', no_order_among_options: 'several therapies and no order among them',
}
