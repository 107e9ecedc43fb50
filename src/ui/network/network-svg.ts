import type { Point } from './geometry.ts'
import { nodeHeight, type NetworkModel } from './model.ts'
import { tokenPalette, type Palette } from './palette.ts'
import { sceneOf, type EdgeShape, type NodeShape, type SceneState } from './scene.ts'
import { legendSvg } from './legend-svg.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const round = (value: number) => Math.round(value * 10) / 10
const path = (points: readonly Point[]) => points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')

function direction(points: readonly Point[]): Point {
  const end = points.at(-1) ?? [0, 0]
  const before = points.at(-2) ?? [0, 0]
  const length = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1
  return [(end[0] - before[0]) / length, (end[1] - before[1]) / length]
}

function endSvg(shape: EdgeShape, colour: string): string {
  const [x, y] = shape.points.at(-1) ?? [0, 0]
  const [ux, uy] = direction(shape.points)
  if (shape.end === 'none') return ''
  const isDrug = shape.tone === 'reaches' || shape.tone === 'fails'
  if (shape.end === 'tee') {
    const half = isDrug ? 9 : shape.tone === 'lit' ? 8 : 6
    return `<path d="${path([[x - uy * half, y + ux * half], [x + uy * half, y - ux * half]])}" stroke="${colour}" stroke-width="${isDrug ? 3.5 : 2.25}"/>`
  }
  const size = shape.tone === 'lit' ? 12 : 9
  const back: Point = [x - ux * size, y - uy * size]
  return `<path d="${path([[x, y], [back[0] - uy * size * 0.42, back[1] + ux * size * 0.42], [back[0] + uy * size * 0.42, back[1] - ux * size * 0.42]])}Z" fill="${colour}"/>`
}

function shortened(shape: EdgeShape): readonly Point[] {
  if (shape.end !== 'triangle') return shape.points
  const [x, y] = shape.points.at(-1) ?? [0, 0]
  const [ux, uy] = direction(shape.points)
  return [...shape.points.slice(0, -1), [x - ux * 7, y - uy * 7]]
}

function edgeSvg(shape: EdgeShape, p: Palette): string {
  const colour = { plain: p['ink-3'], lit: p.ink, reaches: p.sensitivity, fails: p.resistance, disputed: p.attention }[shape.tone]
  const line = path(shortened(shape))
  const { at, count, isBroken } = shape.dots
  const wide = count * 6 + 4
  const dots = Array.from({ length: count }, (_, dot) => `<circle cx="${round(at[0] - (count - 1) * 3 + dot * 6)}" cy="${round(at[1])}" r="2" fill="${shape.tone === 'lit' ? p.ink : p['ink-3']}"/>`).join('')
  const pieces = [
    `<title>${escaped(shape.edge.said)}</title>`,
    `<path d="${line}" fill="none" stroke="${colour}" stroke-width="${shape.isDouble ? 6 : shape.width}"${shape.dash === 'dashed' ? ' stroke-dasharray="6 4"' : ''}/>`,
    shape.isDouble ? `<path d="${line}" fill="none" stroke="${p['surface-quiet']}" stroke-width="3.5"/>` : '',
    endSvg(shape, colour),
    shape.cross ? `<path d="M${round(shape.cross[0] - 6)} ${round(shape.cross[1] - 6)}l12 12m0 -12l-12 12" stroke="${colour}" stroke-width="1.75"/>` : '',
    shape.circle ? `<circle cx="${round(shape.circle[0])}" cy="${round(shape.circle[1])}" r="3.5" fill="${p.surface}" stroke="${colour}" stroke-width="1.5"/>` : '',
    isBroken ? `<rect x="${round(at[0] - wide / 2)}" y="${round(at[1] - 4)}" width="${wide}" height="8" fill="${p['surface-quiet']}"/>` : '',
    dots,
    shape.edge.isExpertAdded ? `<text x="${round(at[0])}" y="${round(at[1] + 16)}" font-size="11" font-weight="600" text-anchor="middle" fill="${p.ink}">E</text>` : '',
  ]
  return `<g${shape.isFaded ? ' opacity="0.28"' : ''}>${pieces.join('')}</g>`
}

/** Outline of a node by kind, around its centre. */
function outline(shape: NodeShape, dx = 0, dy = 0): string {
  const { node, width } = shape
  const left = node.x - width / 2 + dx
  const right = left + width
  const top = node.y - nodeHeight / 2 + dy
  const bottom = top + nodeHeight
  if (node.kind === 'complex') return `<path d="M${left + 8} ${top}H${right - 8}L${right} ${top + 8}V${bottom - 8}L${right - 8} ${bottom}H${left + 8}L${left} ${bottom - 8}V${top + 8}Z"`
  if (node.kind === 'drug') return `<path d="M${left + 10} ${top}H${right - 10}L${right} ${node.y + dy}L${right - 10} ${bottom}H${left + 10}L${left} ${node.y + dy}Z"`
  if (node.kind === 'process') return `<ellipse cx="${node.x}" cy="${node.y}" rx="${width / 2}" ry="${nodeHeight / 2}"`
  return `<rect x="${left}" y="${top}" width="${width}" height="${nodeHeight}" rx="${node.kind === 'outcome' ? 18 : 4}"`
}

function glyphSvg(shape: NodeShape, p: Palette): string {
  if (shape.glyphX === null || !shape.node.effect) return ''
  const x = shape.glyphX - 6
  const y = shape.node.y - 6
  const at = `transform="translate(${round(x)} ${round(y)}) scale(0.75)"`
  return {
    gain: `<path ${at} d="M8 2.5 14.5 13.5H1.5Z" fill="${p.gain}"/>`,
    loss: `<path ${at} d="M8 13.5 14.5 2.5H1.5Z" fill="${p.loss}"/>`,
    unknown: `<g ${at}><rect x="1.25" y="1.25" width="13.5" height="13.5" fill="none" stroke="${p.unknown}" stroke-width="1.5"/><text x="8" y="12.4" font-size="12" font-weight="600" text-anchor="middle" fill="${p['unknown-text']}">?</text></g>`,
    neutral: `<path ${at} d="M2 8h12" stroke="${p.unknown}" stroke-width="2"/>`,
    fusion: `<path ${at} d="M4 2h3v12H4zM9 2h3v12H9z" fill="${p.ink}"/>`,
  }[shape.node.effect]
}

function nodeSvg(shape: NodeShape, p: Palette): string {
  const { node } = shape
  const isLitOutcome = shape.tone === 'lit'
  const isStrong = shape.tone === 'driver' || shape.isSelected
  const stroke = isStrong || isLitOutcome ? p.ink : p['line-control']
  const paint = ` fill="${isLitOutcome ? p.ink : shape.isSelected ? p['surface-selected'] : p.surface}" stroke="${stroke}" stroke-width="${shape.border}"${shape.isDashed ? ' stroke-dasharray="4 3"' : ''}/>`
  const ink = isLitOutcome ? p['ink-inverse'] : isStrong || node.kind === 'drug' ? p.ink : p['ink-2']
  const pieces = [
    `<title>${escaped(node.said)}</title>`,
    node.kind === 'family' ? outline(shape, 4, -4) + paint : '',
    outline(shape) + paint,
    glyphSvg(shape, p),
    `<text x="${round(shape.labelX)}" y="${round(shape.labelY + 4.5)}" text-anchor="middle" font-size="13" font-weight="${isStrong || isLitOutcome ? 600 : 500}" fill="${ink}">${escaped(node.label)}${node.extra ? ` ${escaped(node.extra)}` : ''}</text>`,
    node.sub ? `<text x="${node.x}" y="${node.y + 12}" text-anchor="middle" font-size="11" fill="${isLitOutcome ? p['ink-inverse'] : node.isSubAdverse ? p.resistance : p['ink-3']}">${escaped(node.sub)}</text>` : '',
    shape.tag
      ? `<rect x="${shape.tag.x - shape.tag.width / 2}" y="${shape.tag.y - 8}" width="${shape.tag.width}" height="16" rx="2" fill="${p.surface}" stroke="${p.ink}"/><text x="${shape.tag.x}" y="${shape.tag.y + 4}" text-anchor="middle" font-size="11" font-weight="600" fill="${p.ink}">${escaped(shape.tag.text)}</text>`
      : '',
  ]
  return `<g${shape.isFaded ? ' opacity="0.28"' : ''}>${pieces.join('')}</g>`
}

const nothing: SceneState = { selectedId: null, litPath: [], fadeRest: false }

/** The map as an SVG document, legend included, from the same model and positions as on the screen. Pure: same input, same text. Give `readPalette(element)` for a file, the default for a page. */
export function networkSvg(model: NetworkModel, state: SceneState = nothing, palette: Palette = tokenPalette): string {
  const scene = sceneOf(model, state)
  const legend = legendSvg(model, palette, model.width, model.height + 16)
  const bands = model.bands.map(band => `<rect x="${band.x}" y="32" width="${band.width}" height="${model.height - 32}" fill="${palette['surface-quiet']}"/><text x="${band.x + 8}" y="22" font-size="11" font-weight="500" fill="${palette['ink-3']}">${escaped(band.label)}</text>`)
  const height = model.height + 16 + legend.height
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${model.width} ${height}" width="${model.width}" height="${height}" role="img" aria-label="${escaped(model.summary)}" font-family="${escaped(palette['font-text'])}">${bands.join('')}${scene.edges.map(shape => edgeSvg(shape, palette)).join('')}${scene.nodes.map(shape => nodeSvg(shape, palette)).join('')}${legend.svg}</svg>`
}
