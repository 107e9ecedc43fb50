import './frame.css'
import type { ReactNode } from 'react'
import { useShortcuts } from '../keys/shortcut.ts'
import { Icon } from '../parts/icon.tsx'

type InspectorProps = { label: string; title: ReactNode; facts?: ReactNode; onClose?: () => void; children?: ReactNode; foot?: ReactNode }

/** Order inside: title, facts, my call, criteria with points and sum, for | against, notes; then actions at the foot. Escape closes. */
export function Inspector({ label, title, facts, onClose, children, foot }: InspectorProps) {
  useShortcuts([{ keys: 'Escape', does: 'Close the inspector', act: () => onClose?.(), isOff: onClose === undefined }])
  return (
    <section className="pane inspector" aria-label={label} tabIndex={-1}>
      <div className="inspector-head">
        <div className="row"><h2>{title}</h2>{onClose ? <button type="button" className="icon-button" aria-label="Close" onClick={onClose}><Icon name="cross" /></button> : null}</div>
        {facts}
      </div>
      <div className="pane-body">{children}</div>
      {foot}
    </section>
  )
}
