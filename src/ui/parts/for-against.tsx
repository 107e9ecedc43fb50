import './section.css'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type Argument = { id: string; mark: ReactNode; text: ReactNode; source?: ReactNode }
type Side = { arguments: readonly Argument[]; of?: number }

function Column({ title, icon, side }: { title: string; icon: 'arrow' | 'tee'; side: Side }) {
  const count = side.arguments.length
  return (
    <div>
      <h3><Icon name={icon} />{title} <span className="qq plain">{side.of === undefined ? count : `${count} of ${side.of}`}</span></h3>
      {count === 0 ? <p className="qq">none</p> : <ul>{side.arguments.map(one => <li key={one.id}><span>{one.mark} </span><span>{one.text}{one.source === undefined ? null : <small>{one.source}</small>}</span></li>)}</ul>}
    </div>
  )
}

/** Against is as wide as for. `isSmall` is the form for the inspector. */
export function ForAgainst({ supporting, opposing, isSmall }: { supporting: Side; opposing: Side; isSmall?: boolean }) {
  return (
    <div className="for-against" data-size={isSmall ? 'small' : undefined}>
      <Column title="For" icon="arrow" side={supporting} />
      <Column title="Against" icon="tee" side={opposing} />
    </div>
  )
}
