import { readFile } from 'node:fs/promises'
import { ColumnMapping, ColumnMeaning } from '#src/domain/column-mapping.ts'

/** `--map COLUMN=MEANING` or `--map FILE.json`, repeated: the mapping, null when none was given, or what is wrong with it. */
export async function columnMapping(said: readonly string[]): Promise<ColumnMapping | null | string> {
  if (said.length === 0) return null
  const columns: Record<string, unknown> = {}
  for (const one of said) {
    // A column name may hold an equals sign itself, a meaning never does.
    const at = one.lastIndexOf('=')
    if (at > 0) { columns[one.slice(0, at)] = one.slice(at + 1); continue }
    const read = await jsonFile(one)
    if (typeof read === 'string') return read
    Object.assign(columns, read)
  }
  const mapping = ColumnMapping.safeParse(columns)
  if (mapping.success) return mapping.data
  const issue = mapping.error.issues[0]
  return issue?.path.length ? `"${String(columns[String(issue.path[0])])}" is no meaning of a column. Known are: ${ColumnMeaning.options.join(', ')}.` : `--map: ${issue?.message ?? 'not understood'}.`
}

async function jsonFile(path: string): Promise<object | string> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    return typeof value === 'object' && value !== null ? value : `${path} holds no { "column": "meaning" }.`
  } catch (error) {
    return error instanceof SyntaxError ? `${path} is not JSON.` : `--map takes COLUMN=MEANING or a JSON file; there is no file ${path}.`
  }
}
