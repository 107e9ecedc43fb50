import { placesOf, tidy } from './page-text.ts'
import type { DrawnPage } from './pdf-page.tsx'

const [all, current] = ['pdf-found', 'pdf-found-current']

/** Marks every place of a word on the page, one of them as where one is; returns that one. The marks are the browser's own: the text stays as it is. */
export function markFound(drawn: DrawnPage | null, wanted: string, at: number): Range | null {
  if (!('highlights' in CSS)) return null // an older browser still turns to the page
  CSS.highlights.delete(all)
  CSS.highlights.delete(current)
  const word = tidy(wanted).toLowerCase()
  if (!drawn || word === '') return null
  const ranges = rangesOf(drawn, word)
  const here = ranges[at] ?? null
  CSS.highlights.set(all, new Highlight(...ranges))
  if (here) CSS.highlights.set(current, new Highlight(here))
  return here
}

/** Letter by letter with white space as one blank, as the pages are searched. */
function rangesOf({ runs }: DrawnPage, word: string): Range[] {
  const letters: { node: Node; offset: number }[] = []
  let text = ''
  const add = (letter: string, node: Node, offset: number) => {
    const plain = letter.trim() === '' ? ' ' : letter
    if (plain === ' ' && (text === '' || text.endsWith(' '))) return
    text += plain
    letters.push({ node, offset })
  }
  for (const run of runs) {
    const node = run.firstChild
    const content = run.textContent
    if (node) for (let offset = 0; offset < content.length; offset++) add(content.charAt(offset), node, offset)
    if (node && run.nextElementSibling?.tagName === 'BR') add(' ', node, content.length - 1)
  }
  return placesOf(text, word).flatMap((place) => {
    const [from, to] = [letters[place], letters[place + word.length - 1]]
    if (!from || !to) return []
    const range = new Range()
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset + 1)
    return [range]
  })
}
