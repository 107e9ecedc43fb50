import { createRoot } from 'react-dom/client'
import { LookProvider } from '#src/ui/look/provider.tsx'
import { FrameView } from './frame-view.tsx'
import { NetworkView } from './network-view.tsx'
import { PartsView } from './parts-view.tsx'
import { StatesView } from './states-view.tsx'

// All parts with invented data, for looking: ?view=parts|frame|states|network|drawn|placed&scheme=light|dark
const question = new URLSearchParams(location.search)
const scheme = question.get('scheme')
const view = question.get('view') ?? 'parts'
const root = document.querySelector('#root')
if (!root) throw new Error('The page has no root')
createRoot(root).render(
  <LookProvider scheme={scheme === 'dark' || scheme === 'light' ? scheme : undefined}>
    {view === 'frame' ? <FrameView /> : view === 'states' ? <StatesView /> : view === 'network' || view === 'drawn' || view === 'placed' ? <NetworkView isDrawn={view === 'drawn'} isPlaced={view === 'placed'} /> : <PartsView />}
  </LookProvider>,
)
