const padding = 8 // left and right of a cell, as the table's layout has it

/**
 * Column widths in points that fill `total`: no column narrower than its longest word (up to a quarter of the page), the rest shared by
 * how much text a column holds. From the text alone, so that the same table is always set alike.
 */
export function tableWidths(rows: readonly (readonly string[])[], total: number, fontSize: number): number[] {
  const columns = rows[0]?.length ?? 0
  const space = total - columns * padding
  const letter = fontSize * 0.56
  const column = (i: number) => rows.map((row) => row[i] ?? '')
  const least = Array.from({ length: columns }, (_, i) => Math.min(total / 4, Math.max(8, ...column(i).flatMap((t) => t.split(/[\s/]+/)).map((w) => w.length * letter)) + 2))
  const wish = Array.from({ length: columns }, (_, i) => Math.max(...column(i).map((t) => t.length * letter)))
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const full = wish.map((w, i) => Math.max(w, least[i] ?? 0))
  if (sum(full) <= space) return full.map((w) => round(w + (space - sum(full)) / columns))
  const squeezed = sum(least) > space ? least.map((w) => (w * space) / sum(least)) : [...least]
  const weight = Array.from({ length: columns }, (_, i) => Math.sqrt(column(i).reduce((s, t) => s + t.length, 0) * Math.max(1, wish[i] ?? 1)))
  const rest = Math.max(0, space - sum(squeezed))
  return squeezed.map((w, i) => round(w + (rest * (weight[i] ?? 0)) / Math.max(1, sum(weight))))
}

const round = (points: number) => Math.floor(points * 10) / 10
