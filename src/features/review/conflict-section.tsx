import { Segments } from '#src/ui/parts/segments.tsx'
import { Words, type SectionProps } from './section-parts.tsx'

/** Conflict of interest in this case: none, or declared with words. */
export function ConflictSection({ opinion, change }: SectionProps) {
  const { conflictOfInterest: conflict } = opinion
  return (
    <>
      <Segments label="Conflict of interest in this case" value={conflict ? (conflict.declared ? 'declared' : 'none') : null} onChange={(value) => change({ conflictOfInterest: { declared: value === 'declared', text: conflict?.text ?? '' } })}
        options={[{ value: 'none', label: 'I have none' }, { value: 'declared', label: 'I declare one' }]} />
      {conflict?.declared ? <Words aria-label="What the conflict is" placeholder="What it is" maxLength={600} value={conflict.text} onText={(text) => change({ conflictOfInterest: { declared: true, text } })} /> : null}
    </>
  )
}
