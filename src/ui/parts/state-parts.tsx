import './four-states.css'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { PlainButton } from './plain-button.tsx'

export type SourceState = { id: string; name: string; at: 'answered' | 'loading' | 'failed'; note: string }
export type StateAction = { label: string; onAct: () => void; icon?: 'retry' }

/** Sources of a panel, each with what it has answered so far. */
export function SourceList({ sources }: { sources: readonly SourceState[] }) {
  if (sources.length === 0) return null
  return (
    <ul className="state-sources">
      {sources.map(source => (
        <li key={source.id} data-at={source.at}>
          {source.at === 'loading' ? <i className="ring" /> : <Icon name={source.at === 'failed' ? 'cross' : 'check'} isSmall />}
          <span>{source.name}</span><span>{source.note}</span>
        </li>
      ))}
    </ul>
  )
}

/** Foot of a state: what can be done, then what it prints as. */
export function StateFoot({ actions, prints }: { actions: readonly StateAction[]; prints?: ReactNode }) {
  if (actions.length === 0 && !prints) return null
  return (
    <div className="state-foot">
      {actions.map(action => (
        <PlainButton key={action.label} isWide onClick={action.onAct}>{action.icon ? <Icon name={action.icon} /> : null}{action.label}</PlainButton>
      ))}
      {prints ? <span>{prints}</span> : null}
    </div>
  )
}
