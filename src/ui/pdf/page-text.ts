/** A run of text of a page, as the PDF places it: `y` is its baseline, upwards from the foot of the page, `height` that of its letters. */
export type TextRun = { text: string; y: number; height: number }
/** Runs from `first` to `last`, in reading order, that stand on one line. */
export type TextLine = { first: number; last: number; text: string }

/** Lines of a page, so that the keyboard can go through them: runs whose baselines lie less than half a letter apart. Runs without letters join the line they follow. */
export function linesOf(runs: readonly TextRun[]): TextLine[] {
  const lines: (TextLine & { y: number; height: number })[] = []
  for (const [at, run] of runs.entries()) {
    const line = lines.at(-1)
    const isEmpty = run.text.trim() === ''
    if (line && (isEmpty || Math.abs(run.y - line.y) < Math.max(line.height, run.height) / 2)) {
      line.text += run.text
      if (!isEmpty) line.last = at
    } else if (!isEmpty) lines.push({ first: at, last: at, text: run.text, y: run.y, height: run.height })
  }
  return lines.map(({ first, last, text }) => ({ first, last, text: tidy(text) }))
}

/** White space as one blank: a passage is words, not their places. */
export const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

export type Found = { page: number; at: number }

/** Where a word stands in the pages, in order; `at` counts within its page. Case does not matter, nor how it is broken into lines. */
export function findIn(pages: readonly string[], wanted: string): Found[] {
  const word = tidy(wanted).toLowerCase()
  if (word === '') return []
  return pages.flatMap((text, index) => placesOf(text, word).map((_, at) => ({ page: index + 1, at })))
}

/** Where a word begins in a text, letter by letter; places do not overlap. */
export function placesOf(text: string, word: string): number[] {
  const [low, places] = [text.toLowerCase(), [] as number[]]
  for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length)) places.push(at)
  return places
}
