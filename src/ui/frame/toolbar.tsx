import './frame.css'
import type { ReactNode } from 'react'

type ToolbarProps = { title?: string; level?: 1 | 2; count?: ReactNode; children?: ReactNode; end?: ReactNode; isQuiet?: boolean }

/** Bar of 40 with the title of the screen (level 1) or of a pane; quiet is the second bar of 28. `end` is pushed to the right. */
export function Toolbar({ title, level = 1, count, children, end, isQuiet }: ToolbarProps) {
  return (
    <div className="toolbar" data-tone={isQuiet ? 'quiet' : undefined}>
      {title === undefined ? null : level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
      {count === undefined ? null : <span className="qq">{count}</span>}
      {children}
      {end === undefined ? null : <span className="toolbar-end">{end}</span>}
    </div>
  )
}

/** Bar at the foot of a pane: actions (40), a judgement or signature (`act`, 52) or a quiet note (28). */
export function FootBar({ children, size = 'plain' }: { children: ReactNode; size?: 'plain' | 'act' | 'quiet' }) {
  return <div className="foot-bar" data-size={size === 'act' ? 'act' : undefined} data-tone={size === 'quiet' ? 'quiet' : undefined}>{children}</div>
}
