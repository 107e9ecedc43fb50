import type { CustomTableLayout } from 'pdfmake/interfaces.js'

/** Three inks: print in greyscale keeps every meaning. */
export const ink = { strong: '#111827', soft: '#4B5563', line: '#C5CAD3' } as const

/** A line under the head, thin lines between rows, none between columns. */
export const ruled: CustomTableLayout = {
  hLineWidth: (i, node) => (i === 0 ? 0 : i === 1 ? 0.9 : i === node.table.body.length ? 0.5 : 0.5), vLineWidth: () => 0, hLineColor: (i) => (i === 1 ? ink.strong : ink.line),
  paddingLeft: (i) => (i === 0 ? 0 : 4), paddingRight: () => 4, paddingTop: () => 1.9, paddingBottom: () => 1.9,
}
