/**
 * The one text form of a release: every table by name, its rows as JSON with sorted keys, the rows sorted as text. Order of files,
 * rows and keys does not change it, so the release can be named by its hash.
 */
export function canonicalRows(tables: Readonly<Record<string, readonly (readonly unknown[])[]>>): string {
  const lines: string[] = []
  for (const table of Object.keys(tables).toSorted()) {
    const rows = (tables[table] ?? []).flat().map(canonicalJson).toSorted()
    for (const row of rows) lines.push(`${table}\t${row}`)
  }
  return lines.join('\n')
}

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}
