/** Delimiter of a table by its first line: the one that cuts it into most cells, tab before others. */
export function delimiterOf(line: string): '\t' | ',' | ';' {
  const count = (char: string) => line.split(char).length
  const [tabs, commas, semicolons] = [count('\t'), count(','), count(';')]
  return tabs > 1 && tabs >= commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : commas > 1 ? ',' : '\t'
}

/** Cells of one line. Tab-separated tables of our field do not quote; the others follow RFC 4180, without line breaks inside quotes. Linear. */
export function cellsOf(line: string, delimiter: string): string[] {
  if (delimiter === '\t' || !line.includes('"')) return line.split(delimiter)
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (line.charAt(at) === '"') {
      let cell = ''
      at++
      for (;;) {
        const quote = line.indexOf('"', at)
        if (quote < 0) { cell += line.slice(at); at = line.length; break }
        cell += line.slice(at, quote)
        at = quote + 1
        if (line.charAt(at) !== '"') break
        cell += '"'
        at++
      }
      const next = line.indexOf(delimiter, at)
      cells.push(cell + line.slice(at, next < 0 ? undefined : next))
      if (next < 0) return cells
      at = next + 1
    } else {
      const next = line.indexOf(delimiter, at)
      cells.push(line.slice(at, next < 0 ? undefined : next))
      if (next < 0) return cells
      at = next + 1
    }
  }
}

/** Column names as we compare them: lower case, runs of anything but letters and digits as one underscore. */
export function columnKey(name: string): string {
  let key = ''
  for (const char of name.trim().toLowerCase()) {
    const plain = (char >= 'a' && char <= 'z') || (char >= '0' && char <= '9') || char === '#' || char === '+' || char === '.'
    if (plain) key += char
    else if (!key.endsWith('_')) key += '_'
  }
  return key.endsWith('_') ? key.slice(0, -1) : key
}
