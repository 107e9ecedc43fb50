import './four-states.css'
import { Chip } from './chip.tsx'
import { Icon } from './icon.tsx'

export type CellStateName = 'loading' | 'failed' | 'not-tested' | 'none'

/** The same four states inside a table cell. `of` is what failed or is awaited, for hearing. */
export function CellState({ state, of }: { state: CellStateName; of: string }) {
  if (state === 'loading') return <span className="cell-state" role="img" aria-label={`loading, ${of}`}><i className="ring" /><i className="skeleton" /></span>
  if (state === 'failed') return <span className="cell-state res med"><Icon name="late" isSmall />failed<span className="heard">{of}, can retry</span></span>
  if (state === 'not-tested') return <Chip tone="hatched">not tested</Chip>
  return <span className="cell-state qq">none<span className="heard">found, {of} searched</span></span>
}
