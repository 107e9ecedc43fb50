import './mark.css'
import { Icon } from './icon.tsx'

export type SaveStateValue = { at: 'idle' } | { at: 'saving' } | { at: 'saved'; time: string } | { at: 'device' } | { at: 'failed' } | { at: 'stale' }

/** Where what was typed is now, truthfully, in a live region. `time` is the clock time in words, "10:42". */
export function SaveState({ state, onRetry }: { state: SaveStateValue; onRetry?: () => void }) {
  return (
    <span className="save" data-state={state.at === 'stale' ? 'device' : state.at} role="status">
      {state.at === 'saving' ? 'Saving' : null}
      {state.at === 'saved' ? `Saved ${state.time}` : null}
      {state.at === 'device' ? <><Icon name="warn" isSmall />Kept on this device</> : null}
      {state.at === 'stale' ? <><Icon name="warn" isSmall />Changed elsewhere, compare</> : null}
      {state.at === 'failed' ? <><Icon name="late" isSmall />Not saved{onRetry ? <>, <button type="button" onClick={onRetry}>retry</button></> : ', retry'}</> : null}
    </span>
  )
}
