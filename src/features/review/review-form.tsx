import './review.css'
import type { InteractionView, VariantRow } from '#src/contract/views/facts-view.ts'
import type { Missing } from '#src/domain/opinion.ts'
import type { ReactNode } from 'react'
import { AdequacySection } from './adequacy-section.tsx'
import { AvoidSection } from './avoid-section.tsx'
import type { Asked, CheckItem } from './checklist.ts'
import { ConfidenceSection } from './confidence-section.tsx'
import { ConflictSection } from './conflict-section.tsx'
import { DriversSection } from './drivers-section.tsx'
import { GermlineSection } from './germline-section.tsx'
import { InteractionsSection } from './interactions-section.tsx'
import { ReviewSection, Words, type SectionProps } from './section-parts.tsx'
import { TestsSection } from './tests-section.tsx'
import { TherapiesSection } from './therapies-section.tsx'

export type ReviewFacts = { variants: readonly VariantRow[]; interactions: readonly InteractionView[]; known: readonly string[]; asked: Asked }

const hints: Partial<Record<Missing, string>> = {
  drivers: 'AMP/ASCO/CAP tier is yours to give; the effect shown beside the name comes from the criteria.',
  interactions: 'Relations between alterations of this tumour, as facts: what they mean for therapies opens after you commit.',
  therapies: 'In the order in which you would consider them. Drug names are offered from the records and the evidence, in alphabetical order; the ranking is not behind them.',
  confidence: 'In your answer to the question as a whole.',
}

function contentOf(id: Missing, props: SectionProps, facts: ReviewFacts): ReactNode {
  const { opinion, change } = props
  switch (id) {
    case 'adequacy': return <AdequacySection {...props} />
    case 'drivers': return <DriversSection {...props} rows={facts.variants} asked={facts.asked.alterationIds} />
    case 'interactions': return <InteractionsSection {...props} rows={facts.interactions} asked={facts.asked.interactionIds} />
    case 'germline': return <GermlineSection {...props} rows={facts.variants} />
    case 'therapies': return <TherapiesSection {...props} known={facts.known} />
    case 'avoid': return <AvoidSection {...props} known={facts.known} />
    case 'tests': return <TestsSection {...props} />
    case 'plan': return <Words aria-label="Plan" placeholder="What you would do, in which order, with which checks and stop rules" minRows={4} maxLength={4000} value={opinion.plan} onText={(plan) => change({ plan })} />
    case 'confidence': return <ConfidenceSection {...props} />
    case 'would_change': return <Words aria-label="What would change my mind" placeholder="A result, a course, a piece of evidence" maxLength={1000} value={opinion.wouldChange} onText={(wouldChange) => change({ wouldChange })} />
    case 'conflict_of_interest': return <ConflictSection {...props} />
  }
}

/** Every item of the review, those asked of this role first. */
export function ReviewForm({ items, facts, isPressing, ...props }: SectionProps & { items: readonly CheckItem[]; facts: ReviewFacts; isPressing: boolean }) {
  return (
    <div className="review-form">
      {items.map((item) => <ReviewSection key={item.id} item={item} hint={hints[item.id]} isPressing={isPressing}>{contentOf(item.id, props, facts)}</ReviewSection>)}
    </div>
  )
}
