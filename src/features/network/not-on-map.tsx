import { useState } from 'react'
import type { NetworkView } from '#src/domain/network-view.ts'

const atFirst = 5

/** Every alteration without a place on the map, and what was folded: nothing vanishes. The first few are named, the others on request, so that the map keeps its height. */
export function NotOnMap({ view, onShowVariant }: { view: NetworkView; onShowVariant: (alterationId: string) => void }) {
  const [isAll, setIsAll] = useState(false)
  const total = view.notOnMap.length + view.folded.length
  const isCut = !isAll && total > atFirst + 1
  const named = isCut ? view.notOnMap.slice(0, atFirst) : view.notOnMap
  const folded = isCut ? view.folded.slice(0, Math.max(0, atFirst - named.length)) : view.folded
  return (
    <section className="not-on-map" aria-label="Not on this map">
      <b title="The knowledge release has no signed edge that leads from these genes to a driver of this tumour">Not on this map {view.notOnMap.length}</b>
      {view.notOnMap.length === 0 ? <span className="qq">every alteration is drawn</span> : null}
      {named.map((one) => <button key={one.alterationId} type="button" onClick={() => onShowVariant(one.alterationId)}>{one.label}</button>)}
      {folded.map((one) => <span key={one.label} className="qq">+{one.count} {one.label}</span>)}
      {total > atFirst + 1 ? <button type="button" className="right" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>{isAll ? 'Show fewer' : `${total - named.length - folded.length} more`}</button> : null}
    </section>
  )
}
