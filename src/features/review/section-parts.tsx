import './review.css'
import { Textarea, type TextareaProps } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Opinion } from '#src/domain/opinion.ts'
import { Chip } from '#src/ui/parts/chip.tsx'
import type { CheckItem } from './checklist.ts'

export type SectionProps = { opinion: Opinion; change: (patch: Partial<Opinion>) => void }

/** One item of the review: its name, whether it is asked of this role, and what is said. */
export function ReviewSection({ item, hint, isPressing, children }: { item: CheckItem; hint?: ReactNode; isPressing: boolean; children: ReactNode }) {
  return (
    <section className="review-section" id={`item-${item.id}`} aria-labelledby={`head-${item.id}`} tabIndex={-1}>
      <header>
        <h2 id={`head-${item.id}`}>{item.name}</h2>
        {item.isAsked ? (item.isMissing ? (isPressing ? <Chip tone="attention" icon="warn">asked of you, not answered</Chip> : <Chip>asked of you</Chip>) : <Chip icon="check">answered</Chip>) : <Chip>optional for your role</Chip>}
      </header>
      {hint ? <p className="small q">{hint}</p> : null}
      {children}
    </section>
  )
}

/** Running text of an opinion. */
export function Words(props: Omit<TextareaProps, 'onChange'> & { onText: (text: string) => void }) {
  const { onText, ...rest } = props
  return <Textarea autosize minRows={2} maxRows={12} {...rest} onChange={(event) => onText(event.currentTarget.value)} />
}

/** A label above a control, for controls that bring none of their own. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return <div className="labelled"><span className="lab" aria-hidden="true">{label}</span>{children}</div>
}

export const replaceAt = <Item,>(items: readonly Item[], index: number, item: Item) => items.map((one, at) => (at === index ? item : one))
export const removeAt = <Item,>(items: readonly Item[], index: number) => items.filter((_, at) => at !== index)
