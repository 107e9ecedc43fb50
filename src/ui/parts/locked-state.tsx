import './four-states.css'
import './locked-state.css'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Locked: hatch, lock and words, and nothing behind it. The data are not on this device, nor is how much there is. */
export function LockedState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="locked hatched">
      <div className="locked-card"><Icon name="lock" /><b>{title}</b><p>{children}</p></div>
    </div>
  )
}
