import './frame.css'
import type { KeyboardEvent, PointerEvent } from 'react'

const least = 280
const most = 720
const clamp = (width: number) => Math.round(Math.min(most, Math.max(least, width)))

/** Grip at the left edge of the inspector: drag, or arrow keys in steps of 16; double click brings the usual width back. */
export function InspectorHandle({ width, onWidth, usual }: { width: number; onWidth: (width: number) => void; usual: number }) {
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const edge = event.currentTarget.parentElement?.getBoundingClientRect().right ?? 0
    if (event.buttons === 1) onWidth(clamp(edge - event.clientX))
  }
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? 16 : event.key === 'ArrowRight' ? -16 : 0
    if (by === 0) return
    event.preventDefault()
    onWidth(clamp(width + by))
  }
  return (
    <div className="frame-handle" role="separator" aria-orientation="vertical" aria-label="Width of the inspector" aria-valuenow={width} aria-valuemin={least} aria-valuemax={most} tabIndex={0}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={drag} onKeyDown={press} onDoubleClick={() => onWidth(usual)} />
  )
}
