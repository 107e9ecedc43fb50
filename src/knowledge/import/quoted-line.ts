/**
 * Cells of one record of a tab-separated table in which a cell that begins with a quotation mark is quoted: `""` is one mark, tabs and line ends may stand inside.
 * `open` says that a quoted cell is not closed yet and the next line belongs to it. Linear in the length of the text.
 */
export function quotedCells(text: string): { cells: string[]; open: boolean } {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (text.charAt(at) !== '"') {
      const end = text.indexOf('\t', at)
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end))
      if (end < 0) return { cells, open: false }
      at = end + 1
      continue
    }
    const parts: string[] = []
    at += 1
    for (;;) {
      const mark = text.indexOf('"', at)
      if (mark < 0) return { cells: [...cells, parts.join('') + text.slice(at)], open: true }
      parts.push(text.slice(at, mark))
      at = mark + 1
      if (text.charAt(at) !== '"') break
      parts.push('"')
      at += 1
    }
    const end = text.indexOf('\t', at)
    cells.push(parts.join('') + (end < 0 ? text.slice(at) : text.slice(at, end)))
    if (end < 0) return { cells, open: false }
    at = end + 1
  }
}
