import './frame.css'
import { useLocalStorage } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { InspectorHandle } from './inspector-handle.tsx'

const usual = 364

/** One place of a case: main part, and an inspector whose width this browser remembers. Below 1000 px the inspector lies over the main part. */
export function Screen({ children, inspector, name }: { children: ReactNode; inspector?: ReactNode; name?: string }) {
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
