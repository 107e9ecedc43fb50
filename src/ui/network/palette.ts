/** The tokens a map needs, either as resolved colours (canvas, export) or as references to the tokens (SVG inside the page). */
const names = ['surface', 'surface-quiet', 'surface-selected', 'line-control', 'ink', 'ink-2', 'ink-3', 'ink-inverse', 'gain', 'loss', 'unknown', 'unknown-text', 'sensitivity', 'resistance', 'attention', 'font-text'] as const

export type PaletteName = (typeof names)[number]
export type Palette = Readonly<Record<PaletteName, string>>

const fill = (valueOf: (name: PaletteName) => string): Palette => {
  // Every name of the list is set, so the record is whole.
  return Object.fromEntries(names.map(name => [name, valueOf(name)])) as Palette
}

/** For SVG that stands in the page: follows the scheme by itself. */
export const tokenPalette: Palette = fill(name => `var(--${name})`)

/** For canvas and files (double quotes in the font list, the canvas refuses single ones): what the tokens are worth at this element now. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  return fill(name => style.getPropertyValue(`--${name}`).trim().replaceAll("'", '"'))
}
