import type { StylesheetJson, StylesheetStyle } from 'cytoscape'
import type { Palette } from './palette.ts'

const cross = '-1 -0.82 -0.82 -1 0 -0.16 0.82 -1 1 -0.82 0.16 0 1 0.82 0.82 1 0 0.16 -0.82 1 -1 0.82 -0.16 0'
const rule = (selector: string, style: Record<string, unknown>): StylesheetStyle =>
  // The declared types of cytoscape miss edge-distances: endpoints and mappers on lists; the names below are of its style reference.
  ({ selector, style: style as StylesheetStyle['style'] })

const nodeRules = (p: Palette) => [
  rule('node', {
    'z-index-compare': 'manual', 'z-index': 20, width: 'data(width)', height: 'data(height)', shape: 'round-rectangle', 'corner-radius': 4, 'background-color': p.surface, 'border-width': 'data(border)', 'border-color': p['line-control'],
    label: 'data(label)', 'font-family': p['font-text'], 'font-size': 13, 'font-weight': 500, color: p['ink-2'], 'text-valign': 'center', 'text-halign': 'center', 'text-margin-x': 'data(shiftX)', 'text-margin-y': 'data(shiftY)', 'overlay-opacity': 0,
  }),
  rule('.complex', { shape: 'cut-rectangle', 'corner-radius': 8 }),
  rule('.outcome', { 'corner-radius': 18 }),
  rule('.process', { shape: 'ellipse' }),
  rule('.drug', { shape: 'polygon', 'shape-polygon-points': '-0.82 -1 0.82 -1 1 0 0.82 1 -0.82 1 -1 0', color: p.ink }),
  rule('.tone-driver', { 'border-color': p.ink, color: p.ink, 'font-weight': 600 }),
  rule('.tone-lit', { 'background-color': p.ink, 'border-color': p.ink, color: p['ink-inverse'], 'font-weight': 600 }),
  rule('.dashed', { 'border-style': 'dashed' }),
  rule('.selected', { 'background-color': p['surface-selected'], 'border-color': p.ink, color: p.ink, 'font-weight': 600 }),
]

const decorRules = (p: Palette) => [
  rule('.decor', { events: 'no', 'border-width': 0, 'z-index': 30, width: 1, height: 1, 'text-margin-x': 0, 'text-margin-y': 0, label: '' }),
  rule('.band', { 'z-index': 0, shape: 'rectangle', width: 'data(width)', height: 'data(height)', 'background-color': p['surface-quiet'] }),
  rule('.band-label', { 'z-index': 1, 'background-opacity': 0, label: 'data(label)', 'text-halign': 'right', 'font-size': 12, color: p['ink-3'] }),
  rule('.band-note', { 'z-index': 1, 'background-opacity': 0, label: 'data(label)', 'font-size': 12, 'font-weight': 400, color: p['ink-3'], 'text-wrap': 'wrap', 'text-max-width': 'data(width)' }),
  rule('.behind', { 'z-index': 19, width: 'data(width)', height: 'data(height)', 'border-width': 'data(border)' }),
  rule('.sub', { 'background-opacity': 0, label: 'data(label)', 'font-size': 12, 'font-weight': 400, color: p['ink-3'] }),
  rule('.sub.adverse', { color: p.resistance, 'font-weight': 500 }),
  rule('.sub.on-ink', { color: p['ink-inverse'] }),
  rule('.tag', { shape: 'round-rectangle', 'corner-radius': 2, width: 'data(width)', height: 15, 'border-width': 1, 'border-color': p.ink, label: 'data(label)', 'font-size': 12, 'font-weight': 600, color: p.ink, 'z-index': 31 }),
  rule('.effect-gain', { shape: 'polygon', 'shape-polygon-points': '0 -0.9 0.95 0.9 -0.95 0.9', width: 10.5, height: 9.5, 'background-color': p.gain }),
  rule('.effect-loss', { shape: 'polygon', 'shape-polygon-points': '-0.95 -0.9 0.95 -0.9 0 0.9', width: 10.5, height: 9.5, 'background-color': p.loss }),
  rule('.effect-unknown', { shape: 'rectangle', width: 9.5, height: 9.5, 'border-width': 1.1, 'border-color': p.unknown, label: 'data(label)', 'font-size': 9, 'font-weight': 600, color: p['unknown-text'] }),
  rule('.effect-neutral', { shape: 'rectangle', width: 10, height: 1.5, 'background-color': p.unknown }),
  rule('.effect-fusion', { shape: 'polygon', 'shape-polygon-points': '-0.9 -1 -0.2 -1 -0.2 1 0.2 1 0.2 -1 0.9 -1 0.9 1 -0.9 1 -0.9 -1', width: 8, height: 9.5, 'background-color': p.ink }),
  rule('.break', { 'z-index': 12, shape: 'rectangle', width: 'data(width)', height: 'data(height)', 'background-color': p['surface-quiet'] }),
  rule('.dot', { 'z-index': 13, shape: 'ellipse', width: 4, height: 4, 'background-color': p['ink-3'] }),
  rule('.dot.lit', { 'background-color': p.ink }),
  rule('.cross', { 'z-index': 14, shape: 'polygon', 'shape-polygon-points': cross, width: 14, height: 14, 'background-color': p.resistance }),
  rule('.circle', { 'z-index': 14, shape: 'ellipse', width: 7, height: 7, 'border-width': 1.5, 'border-color': p['ink-3'] }),
]

const edgeRules = (p: Palette) => [
  rule('edge', {
    'z-index-compare': 'manual', 'z-index': 10, width: 'data(width)', 'line-color': p['ink-3'], 'target-arrow-color': p['ink-3'], 'curve-style': 'straight', 'source-endpoint': 'data(start)', 'target-endpoint': 'data(finish)',
    'arrow-scale': 0.85, 'overlay-opacity': 0, 'line-cap': 'butt',
  }),
  rule('edge.cornered', { 'curve-style': 'segments', 'edge-distances': 'endpoints', 'segment-weights': 'data(weights)', 'segment-distances': 'data(distances)' }),
  rule('edge.end-triangle', { 'target-arrow-shape': 'triangle' }),
  rule('edge.end-tee', { 'target-arrow-shape': 'tee', 'arrow-scale': 1.2 }),
  rule('edge.dashed', { 'line-style': 'dashed', 'line-dash-pattern': [6, 4] }),
  rule('edge.double', { width: 3.5, 'line-color': p['surface-quiet'], 'line-outline-width': 1.5, 'line-outline-color': p['ink-3'] }),
  rule('edge.reaches', { 'line-color': p.sensitivity, 'target-arrow-color': p.sensitivity, 'arrow-scale': 1.6 }),
  rule('edge.fails', { 'line-color': p.resistance, 'target-arrow-color': p.resistance, 'arrow-scale': 1.6 }),
  rule('edge.disputed', { 'line-color': p.attention, 'target-arrow-color': p.attention }),
  rule('edge.lit', { 'line-color': p.ink, 'target-arrow-color': p.ink, 'z-index': 11 }),
  rule('.faded', { opacity: 0.28 }),
]

/** The look of the canvas, from the tokens as they stand in this scheme. */
export function canvasStyle(palette: Palette): StylesheetJson {
  return [...nodeRules(palette), ...decorRules(palette), ...edgeRules(palette)]
}
