import { useState } from 'react'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { NetworkLegend } from '#src/ui/network/network-legend.tsx'
import { NetworkMap } from '#src/ui/network/network-map.tsx'
import { networkSvg } from '#src/ui/network/network-svg.ts'
import { exampleMap, examplePath } from './example-map.ts'

export function NetworkView({ isDrawn }: { isDrawn: boolean }) {
  const [selectedId, setSelectedId] = useState<string | null>('MET')
  return (
    <div style={{ display: 'flex', height: '100vh' }}>
      <Pane label="Network" isFixedBody bars={<Toolbar title="Network" />} foot={<NetworkLegend model={exampleMap} onPick={() => undefined} />}>
        {isDrawn
          ? <div dangerouslySetInnerHTML={{ __html: networkSvg(exampleMap, { selectedId, litPath: examplePath, fadeRest: false }) }} />
          : <NetworkMap model={exampleMap} selectedId={selectedId} litPath={examplePath} onSelect={pick => setSelectedId(pick?.id ?? null)}>as text</NetworkMap>}
      </Pane>
    </div>
  )
}
