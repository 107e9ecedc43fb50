import './control.css'
import type { ReactNode } from 'react'
import { Segments } from './segments.tsx'

export type Judgement = 'agree' | 'agree-with-change' | 'reject' | 'not-assessable'

const options = [
  { value: 'agree', label: 'Agree' },
  { value: 'agree-with-change', label: 'Agree, change' },
  { value: 'reject', label: 'Reject' },
  { value: 'not-assessable', label: 'Not assessable' },
] as const

type JudgementBarProps = { value: Judgement | null; onChange: (value: Judgement) => void; label?: string; isDisabled?: boolean; children?: ReactNode }

/** Four answers of equal width and weight, never a default. Reason and harm flag come as children, beside it. */
export function JudgementBar({ value, onChange, label = 'Your decision', isDisabled = false, children }: JudgementBarProps) {
  return (
    <div className="judgement">
      <b className="strong">{label}</b>
      <Segments<Judgement> label={label} isLarge value={value} onChange={onChange} options={options.map(option => ({ ...option, isDisabled }))} />
      {children}
    </div>
  )
}
