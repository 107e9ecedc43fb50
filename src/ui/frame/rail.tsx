import './frame.css'
import type { MouseEvent, ReactNode } from 'react'
import { Icon } from '../parts/icon.tsx'
import { KeyHint } from '../parts/key-hint.tsx'

export type RailEntry = { id: string; name: string; href: string; keys?: string; count?: number | undefined; isLocked?: boolean | undefined; isAfterGap?: boolean }
type RailProps = { label: string; entries: readonly RailEntry[]; currentId: string; onGo?: (entry: RailEntry) => void; isOpen?: boolean; children?: ReactNode }

const isPlainClick = (event: MouseEvent) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** Places of a case. Real links; a plain click calls `onGo` instead, for the router. A locked place shows a lock and no count: a count would leak. Foot: the ladder, as children. */
export function Rail({ label, entries, currentId, onGo, isOpen, children }: RailProps) {
  return (
    <nav className="rail" aria-label={label} data-open={isOpen || undefined}>
      <ul className="rail-list">
        {entries.map(entry => (
          <li key={entry.id} data-after-gap={entry.isAfterGap || undefined}>
            <a href={entry.href} aria-current={entry.id === currentId ? 'page' : undefined}
              onClick={event => {
                if (!onGo || !isPlainClick(event)) return
                event.preventDefault()
                onGo(entry)
              }}>
              {entry.name}
              <span className="rail-end">
                {entry.isLocked ? <><Icon name="lock" isSmall /><span className="heard">locked</span></> : entry.count}
                {entry.keys === undefined ? null : <KeyHint keys={entry.keys} />}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {children === undefined ? null : <div className="rail-foot">{children}</div>}
    </nav>
  )
}
