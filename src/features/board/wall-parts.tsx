import './board.css'
import type { ReactNode } from 'react'
import { Icon } from '#src/ui/parts/icon.tsx'

/** The head of a step: a quiet line over one large one. */
export function WallTitle({ over, title, end }: { over: string; title: string; end?: ReactNode }) {
  return <div className="wall-title"><div><p>{over}</p><h1>{title}</h1></div>{end ? <div className="wall-title-end">{end}</div> : null}</div>
}

export function WallLocked({ what }: { what: string }) {
  return (
    <div className="wall-locked hatched">
      <div><Icon name="lock" /><h1>Locked: {what}</h1><p>It opens when both experts have committed. Nothing of it has been sent to this screen.</p></div>
    </div>
  )
}

/** At most seven lines of a block; what is more is counted in words. */
export function WallLines({ lines, none }: { lines: readonly { id: string; main: ReactNode; under?: ReactNode }[]; none: string }) {
  const shown = lines.slice(0, lines.length > 7 ? 6 : 7)
  if (lines.length === 0) return <p className="wall-none">{none}</p>
  return (
    <ul className="wall-lines">
      {shown.map((line) => <li key={line.id}><p>{line.main}</p>{line.under ? <small>{line.under}</small> : null}</li>)}
      {lines.length > shown.length ? <li className="qq">and {lines.length - shown.length} more in the case</li> : null}
    </ul>
  )
}
