import { useState } from 'react'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { NetworkLegend } from '#src/ui/network/network-legend.tsx'
import { NetworkMap } from '#src/ui/network/network-map.tsx'
import { placeNetwork } from '#src/ui/network/layered-layout.ts'
import { networkSvg } from '#src/ui/network/network-svg.ts'
import { exampleMap, examplePath } from './example-map.ts'

const bandAt = (x: number) => exampleMap.bands.find(band => x >= band.x && x < band.x + band.width)?.id ?? 'cytoplasm'
// The same map without the places given by hand.
const placedMap = placeNetwork({
  summary: exampleMap.summary, bands: exampleMap.bands.map(({ id, label }) => ({ id, label, ...(id === 'cytoplasm' ? {} : { isSingle: true }) })),
  nodes: exampleMap.nodes.map(({ x, y: _y, ...node }) => ({ ...node, band: bandAt(x) })),
  edges: exampleMap.edges.map(({ via: _via, fromPort: _from, toPort: _to, ...edge }) => edge),
})

export function NetworkView({ isDrawn, isPlaced }: { isDrawn: boolean; isPlaced: boolean }) {
  const map = isPlaced ? placedMap : exampleMap
  const [selectedId, setSelectedId] = useState<string | null>('MET')
  return (
    <div style={{ display: 'flex', height: '100vh' }}>
      <Pane label="Network" isFixedBody bars={<Toolbar title="Network" />} foot={<NetworkLegend model={map} onPick={() => undefined} />}>
        {isDrawn
          ? <div dangerouslySetInnerHTML={{ __html: networkSvg(map, { selectedId, litPath: examplePath, fadeRest: false }) }} />
          : <NetworkMap model={map} selectedId={selectedId} litPath={examplePath} onSelect={pick => setSelectedId(pick?.id ?? null)}>as text</NetworkMap>}
      </Pane>
    </div>
  )
}
