import { TextInput } from '@mantine/core'
import type { InteractionView } from '#src/contract/views/facts-view.ts'
import type { InteractionAnnotation, InteractionVerdict } from '#src/domain/opinion.ts'
import { choicesOf, interactionVerdictWords } from '#src/lib/words/opinion-words.ts'
import { CertaintyDots } from '#src/ui/parts/certainty-dots.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import type { SectionProps } from './section-parts.tsx'

const dots = (certainty: number) => (certainty >= 3 ? 3 : certainty === 2 ? 2 : 1)

function Line({ one, annotation, onChange }: { one: InteractionView; annotation: InteractionAnnotation | null; onChange: (annotation: InteractionAnnotation) => void }) {
  const now: InteractionAnnotation = annotation ?? { interactionId: one.id, verdict: 'confirm', note: '' }
  const needsNote = annotation !== null && annotation.note.trim().length < 3
  return (
    <li className="call-line">
      <div className="call-what"><b>{one.title}</b><CertaintyDots dots={dots(one.certainty)} /></div>
      <p className="q">{one.sentence}</p>
      <div className="call-how">
        <Segments<InteractionVerdict> label={`Your word on ${one.title}`} value={annotation?.verdict ?? null} onChange={(verdict) => onChange({ ...now, verdict })} options={choicesOf(interactionVerdictWords)} />
        {annotation === null ? null : <TextInput size="xs" className="grow" aria-label={`Why, ${one.title}`} placeholder="why, in a few words" maxLength={1000} value={annotation.note}
          error={needsNote ? 'Needs a word of why (three characters); kept on this device until then' : undefined} onChange={(event) => onChange({ ...now, note: event.currentTarget.value })} />}
      </div>
    </li>
  )
}

/** Each interaction is confirmed, confirmed with a limit, or disputed, with a note. What is disputed leaves my run when I commit. */
export function InteractionsSection({ opinion, change, rows, asked }: SectionProps & { rows: readonly InteractionView[]; asked: readonly string[] }) {
  const listed = rows.toSorted((a, b) => Number(asked.includes(b.id)) - Number(asked.includes(a.id)) || b.certainty - a.certainty)
  if (listed.length === 0) return <p className="q">The network shows no interaction among the alterations of this tumour.</p>
  return (
    <ul>
      {listed.map((one) => (
        <Line key={one.id} one={one} annotation={opinion.interactions.find((annotation) => annotation.interactionId === one.id) ?? null}
          onChange={(annotation) => change({ interactions: [...opinion.interactions.filter((before) => before.interactionId !== one.id), annotation] })} />
      ))}
    </ul>
  )
}
