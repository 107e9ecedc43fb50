import { confidenceWords } from '#src/lib/words/opinion-words.ts'
import { Segments } from '#src/ui/parts/segments.tsx'
import type { SectionProps } from './section-parts.tsx'

const steps = Array.from({ length: 11 }, (_, step) => String(step * 10))

/** Confidence in steps of ten, with words; nothing is chosen beforehand. */
export function ConfidenceSection({ opinion, change }: SectionProps) {
  return (
    <div className="row wrap">
      <Segments label="Confidence from 0 to 100" value={opinion.confidence === null ? null : String(opinion.confidence)} onChange={(value) => change({ confidence: Number(value) })} options={steps.map((value) => ({ value, label: value }))} />
      <span className="q" role="status">{opinion.confidence === null ? 'not chosen' : confidenceWords(opinion.confidence)}</span>
    </div>
  )
}
