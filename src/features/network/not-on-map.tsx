import type { NetworkView } from '#src/domain/network-view.ts'

/** Every alteration without a place on the map, and what was folded: nothing vanishes. */
export function NotOnMap({ view, onShowVariant }: { view: NetworkView; onShowVariant: (alterationId: string) => void }) {
  return (
    <section className="not-on-map" aria-label="Not on this map">
      <b title="The knowledge release has no signed edge that leads from these genes to a driver of this tumour">Not on this map {view.notOnMap.length}</b>
      {view.notOnMap.length === 0 ? <span className="qq">every alteration is drawn</span> : null}
      {view.notOnMap.map((one) => <button key={one.alterationId} type="button" onClick={() => onShowVariant(one.alterationId)}>{one.label}</button>)}
      {view.folded.map((one) => <span key={one.label} className="qq">+{one.count} {one.label}</span>)}
    </section>
  )
}
