import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { InteractionVerdict } from '#src/domain/opinion.ts'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { verdictOrders, verdicts } from './interaction-words.ts'

type AnnotationFormProps = {
  before: { verdict: InteractionVerdict; note: string } | null
  isBusy: boolean
  refusal: string | null
  onSave: (verdict: InteractionVerdict, note: string) => void
  onTakeBack: (() => void) | null
  /** What saving does: into the draft, or into my run at once. */
  note: string
}
const leastNote = 3

/** Confirm, dispute or qualify: same weight, same number of actions, each with a note. Nothing is preset. */
export function AnnotationForm({ before, isBusy, refusal, onSave, onTakeBack, note }: AnnotationFormProps) {
  const [verdict, setVerdict] = useState<InteractionVerdict | null>(before?.verdict ?? null)
  const [text, setText] = useState(before?.note ?? '')
  const isSame = before !== null && verdict === before.verdict && text.trim() === before.note
  return (
    <form className="annotation-form" onSubmit={(event) => { event.preventDefault(); if (verdict) onSave(verdict, text.trim()) }}>
      <Segments label="My word on this interaction" value={verdict} onChange={setVerdict} options={verdicts.map((one) => ({ value: one, label: verdictOrders[one] }))} />
      {verdict ? (
        <>
          <Textarea label="Because" required autosize minRows={2} maxRows={8} value={text} maxLength={1000} onChange={(event) => setText(event.currentTarget.value)} description={note} />
          <span className="row">
            <Button type="submit" loading={isBusy} disabled={text.trim().length < leastNote || isSame}>{before ? 'Save the change' : 'Save my word'}</Button>
            {before && onTakeBack ? <Button disabled={isBusy} onClick={onTakeBack}>Take it back</Button> : null}
          </span>
        </>
      ) : null}
      <RefusalLine text={refusal} />
    </form>
  )
}
