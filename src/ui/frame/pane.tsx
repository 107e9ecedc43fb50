import './frame.css'
import type { CSSProperties, ReactNode } from 'react'

type PaneProps = { label: string; bars?: ReactNode; foot?: ReactNode; children?: ReactNode; width?: number | string; isFixedBody?: boolean }

/** A region between firm lines: bars on top, a body that scrolls, a foot. `width` fixes it (px), `isFixedBody` leaves scrolling to the child (table, map). */
export function Pane({ label, bars, foot, children, width, isFixedBody }: PaneProps) {
  const style: CSSProperties | undefined = width === undefined ? undefined : { flex: 'none', width }
  return (
    <section className="pane" aria-label={label} style={style}>
      {bars}
      <div className="pane-body" style={isFixedBody ? { overflow: 'hidden' } : undefined}>{children}</div>
      {foot}
    </section>
  )
}
