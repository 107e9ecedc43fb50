import './network.css'
import { useState } from 'react'
import { CertaintyDots } from '../parts/certainty-dots.tsx'
import { certaintyNote, legendEntries, type LegendEntry } from './legend-entries.ts'
import type { NetworkModel } from './model.ts'

const ink = (name: string | undefined) => (name === undefined ? undefined : `var(--${name})`)

function Sign({ entry }: { entry: LegendEntry }) {
  return (
    <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
      {entry.strokes.map(stroke => <path key={stroke.d} d={stroke.d} fill={ink(stroke.fill) ?? 'none'} stroke={ink(stroke.stroke)} strokeWidth={stroke.width} strokeDasharray={stroke.dash} />)}
    </svg>
  )
}

/** Always on, folded at will; only encodings in use. A click selects all of a kind: `onPick` gets their ids. */
export function NetworkLegend({ model, onPick }: { model: NetworkModel; onPick?: (ids: readonly string[]) => void }) {
  const [isFolded, setIsFolded] = useState(false)
  const entries = legendEntries(model)
  const fold = <button type="button" className="network-fold qq" aria-expanded={!isFolded} onClick={() => setIsFolded(!isFolded)}>{isFolded ? 'Show legend' : 'Fold'}</button>
  return (
    <section className="network-legend" aria-label="Legend">
      {isFolded ? fold : (
        <>
          <ul>
            {entries.map(entry => (
              <li key={entry.id}>{onPick ? <button type="button" title={`${entry.picks.length} on this map`} onClick={() => onPick(entry.picks)}><Sign entry={entry} />{entry.label}</button> : <><Sign entry={entry} />{entry.label}</>}</li>
            ))}
          </ul>
          {fold}
          <p><CertaintyDots dots={3} />{certaintyNote}</p>
        </>
      )}
    </section>
  )
}
