import './frame.css'
import type { ReactNode } from 'react'
import { Icon } from '../parts/icon.tsx'

type InspectorProps = { label: string; title: ReactNode; facts?: ReactNode; onClose?: () => void; children?: ReactNode; foot?: ReactNode }

/** Order inside: title, facts, my call, criteria with points and sum, for | against, notes; then actions at the foot. Escape closes. */
export function Inspector({ label, title, facts, onClose, children, foot }: InspectorProps) {
  return (
    <section className="pane inspector" aria-label={label} tabIndex={-1} onKeyDown={event => { if (event.key === 'Escape' && onClose) { event.stopPropagation(); onClose() } }}>
      <div className="inspector-head">
        <div className="row"><h2>{title}</h2>{onClose ? <button type="button" className="icon-button" aria-label="Close" onClick={onClose}><Icon name="cross" /></button> : null}</div>
        {facts}
      </div>
      <div className="pane-body">{children}</div>
      {foot}
    </section>
  )
}
