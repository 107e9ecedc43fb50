import type { ReactNode } from 'react'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { LockedState } from '#src/ui/parts/locked-state.tsx'

/** A place that is not open to me, or not yet: words, and nothing behind them. */
export function NotYours({ title, heading = 'Not open to your role', children }: { title: string; heading?: string; children: ReactNode }) {
  return <Pane label={title} bars={<Toolbar title={title} end={<Chip icon="lock">locked</Chip>} />}><LockedState title={heading}>{children}</LockedState></Pane>
}
