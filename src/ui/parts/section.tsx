import './section.css'
import type { ReactNode } from 'react'

/** A part of a pane between hairlines: heading, a quiet note after it, something at its end. */
export function Section({ title, note, end, children }: { title: ReactNode; note?: ReactNode; end?: ReactNode; children?: ReactNode }) {
  return (
    <section className="sec">
      <h3 className="sec-head">{title}{note === undefined ? null : <span className="sec-note">{note}</span>}{end === undefined ? null : <span className="sec-end">{end}</span>}</h3>
      {children}
    </section>
  )
}
