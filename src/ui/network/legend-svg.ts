import { certaintyNote, legendEntries, type LegendStroke } from './legend-entries.ts'
import type { NetworkModel } from './model.ts'
import type { Palette } from './palette.ts'

const strokeSvg = (stroke: LegendStroke, p: Palette) =>
  `<path d="${stroke.d}" fill="${stroke.fill ? p[stroke.fill] : 'none'}"${stroke.stroke ? ` stroke="${p[stroke.stroke]}" stroke-width="${stroke.width ?? 1}"` : ''}${stroke.dash ? ` stroke-dasharray="${stroke.dash}"` : ''}/>`

/** The legend below the map, in rows that fill the width; it belongs to every export. */
export function legendSvg(model: NetworkModel, p: Palette, width: number, top: number): { svg: string; height: number } {
  let x = 8
  let y = top
  const pieces = legendEntries(model).map(entry => {
    const wide = 28 + 8 + entry.label.length * 6.4 + 20
    if (x + wide > width) { x = 8; y += 20 }
    const piece = `<g transform="translate(${Math.round(x)} ${y})">${entry.strokes.map(stroke => strokeSvg(stroke, p)).join('')}<text x="36" y="12" font-size="12" fill="${p['ink-2']}">${entry.label}</text></g>`
    x += wide
    return piece
  })
  const noteY = y + 36
  return { svg: `${pieces.join('')}<text x="8" y="${noteY}" font-size="11" fill="${p['ink-3']}">${certaintyNote}</text>`, height: noteY + 12 - top }
}
