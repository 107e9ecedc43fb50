import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { MapPick, OpenMap } from './cytoscape-map.ts'
import type { NetworkModel } from './model.ts'
import type { Scene } from './scene.ts'

export type Hover = { said: string; x: number; y: number }

/** The map engine, loaded when a map is first shown. `hasFailed`: no canvas or no engine, the caller shows the text instead. */
export function useOpenMap(container: RefObject<HTMLDivElement | null>, model: NetworkModel, scene: Scene, onPick: (pick: MapPick | null) => void) {
  const [map, setMap] = useState<OpenMap | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const [hover, setHover] = useState<Hover | null>(null)
  const pick = useRef(onPick)
  const scheme = useComputedColorScheme('light')
  useEffect(() => { pick.current = onPick }, [onPick])
  useEffect(() => {
    let isGone = false
    let opened: OpenMap | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const open = async () => {
      const { openMap } = await import('./cytoscape-map.ts')
      const element = container.current
      if (isGone || !element) return
      if (!document.createElement('canvas').getContext('2d')) throw new Error('This browser gives no canvas')
      opened = openMap(element, {
        onPick: picked => pick.current(picked),
        onHover: next => {
          clearTimeout(timer)
          if (next === null) setHover(null)
          else timer = setTimeout(() => setHover(next), 150)
        },
      })
      setMap(opened)
    }
    open().catch((error: unknown) => {
      console.error('The map could not be drawn', error)
      if (!isGone) setHasFailed(true)
    })
    return () => {
      isGone = true
      clearTimeout(timer)
      opened?.close()
      setMap(null)
    }
  }, [container])
  useEffect(() => { map?.draw(model, scene) }, [map, model, scene])
  useEffect(() => { map?.restyle() }, [map, scheme])
  return { map, hasFailed, hover }
}
