import './frame.css'
import { useLocalStorage } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { InspectorHandle } from './inspector-handle.tsx'

const usualWidth = 364

/** One place of a case: main part, and an inspector whose width this browser remembers; `usual` is its width before anybody moved it. Below 1000 px the inspector lies over the main part. */
export function Screen({ children, inspector, name, usual = usualWidth }: { children: ReactNode; inspector?: ReactNode; name?: string; usual?: number }) {
  const [width, setWidth] = useLocalStorage({ key: `consilium-inspector${name ? `-${name}` : ''}`, defaultValue: usual })
  return (
    <div className="frame-main">
      <div className="frame-view">{children}</div>
      {inspector ? (
        <aside className="frame-inspector" style={{ width }}>
          <InspectorHandle width={width} onWidth={setWidth} usual={usual} />
          {inspector}
        </aside>
      ) : null}
    </div>
  )
}
