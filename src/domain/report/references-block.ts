import { plain, table } from './markdown-text.ts'
import { citedIn, sourceWords } from './source-ids.ts'

/** Every source that the printed texts carry, in the order of their first mention. */
export function referencesBlock(texts: readonly string[], citations: Readonly<Record<string, string>>): string {
  const ids = [...new Set(texts.flatMap(citedIn))]
  if (ids.length === 0) return 'The report cites no source.'
  return table(['No.', 'Citation', 'Source'], ids.map((id, index) => [String(index + 1), plain(citations[id] ?? sourceWords(id)), plain(id)]))
}
