import './frame.css'
import { useState, type ReactNode } from 'react'
import { Icon } from '../parts/icon.tsx'
import { IdentityBar, type IdentityItem } from './identity-bar.tsx'
import { Rail, type RailEntry } from './rail.tsx'

type FrameProps = {
  identity: { code: ReactNode; under?: ReactNode; items: readonly IdentityItem[]; end?: ReactNode }
  rail: { label: string; entries: readonly RailEntry[]; currentId: string; onGo?: (entry: RailEntry) => void; foot?: ReactNode }
  children: ReactNode
}

/** Everything around a place of a case: identity bar, rail, main. Children are a Screen. */
export function Frame({ identity, rail, children }: FrameProps) {
  const [isRailOpen, setIsRailOpen] = useState(false)
  const menu = <button type="button" className="icon-button menu-button" aria-label="Places of this case" aria-expanded={isRailOpen} onClick={() => setIsRailOpen(isOpen => !isOpen)}><Icon name="menu" /></button>
  return (
    <div className="frame">
      <a className="skip" href="#main">To the content</a>
      <IdentityBar {...identity} menu={menu} />
      <Rail label={rail.label} entries={rail.entries} currentId={rail.currentId} isOpen={isRailOpen} onGo={entry => { setIsRailOpen(false); rail.onGo?.(entry) }}>{rail.foot}</Rail>
      <main id="main" tabIndex={-1} style={{ display: 'grid', minHeight: 0, minWidth: 0, outline: 0 }}>{children}</main>
    </div>
  )
}
