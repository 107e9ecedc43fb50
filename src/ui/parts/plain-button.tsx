import './control.css'
import type { ReactNode } from 'react'

type PlainButtonProps = { children: ReactNode; onClick: () => void; isFilled?: boolean; isBusy?: boolean; isDisabled?: boolean; isWide?: boolean }

/** A button of the look without the component library: for what the first load shows (worklist, states), where each kilobyte is waited for. */
export function PlainButton({ children, onClick, isFilled, isBusy, isDisabled, isWide }: PlainButtonProps) {
  return (
    <button type="button" className="plain-button" data-filled={isFilled || undefined} data-wide={isWide || undefined} disabled={isDisabled || isBusy} aria-busy={isBusy || undefined} onClick={onClick}>
      {isBusy ? <i className="ring" aria-hidden="true" /> : null}{children}
    </button>
  )
}
