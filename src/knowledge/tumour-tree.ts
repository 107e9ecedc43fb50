import type { TumourRow, TumourScope } from './schema.ts'

/** The OncoTree as a tree of codes. `SOLID`, `HEME` and `ANY` are scopes, never codes of a case. */
export type TumourTree = {
  readonly rows: ReadonlyMap<string, TumourRow>
  /** The code itself and everything above it, nearest first; empty for a code that is not in the tree. */
  readonly ancestors: (code: string) => readonly string[]
  /** Is the code the scope's code, one of its descendants, or of the named group (`SOLID`, `HEME`, `ANY`)? */
  readonly isWithin: (code: string, scopeCode: string) => boolean
  /** Within one of `in` and none of `except`. */
  readonly isInScope: (code: string, scope: TumourScope) => boolean
  /** The organ a type belongs to (first level below the root), with organs treated as one disease joined; null for an unknown code. */
  readonly lineageFamily: (code: string) => string | null
  /** For a picker: best matches over codes, names, synonyms and the codes a type had or took over. At most `limit`. */
  readonly search: (query: string, limit: number) => readonly TumourRow[]
}

/** Serous carcinoma of ovary, tube and peritoneum is one disease in every label; bile ducts and ampulla are treated as one group. */
const joinedFamilies: Readonly<Record<string, string>> = { PERITONEUM: 'OVARY', AMPULLA_OF_VATER: 'BILIARY_TRACT' }

export function tumourTree(tumours: readonly TumourRow[]): TumourTree {
  const rows = new Map(tumours.map((row) => [row.code, row]))
  const lines = new Map<string, readonly string[]>()
  const ancestors = (code: string): readonly string[] => {
    const known = lines.get(code)
    if (known !== undefined) return known
    const row = rows.get(code)
    if (row === undefined) return []
    const line = row.parent === null ? [code] : [code, ...ancestors(row.parent)]
    lines.set(code, line)
    return line
  }
  const isWithin = (code: string, scopeCode: string): boolean => {
    const row = rows.get(code)
    if (row === undefined) return false
    if (scopeCode === 'ANY') return true
    if (scopeCode === 'SOLID') return row.solid
    if (scopeCode === 'HEME') return !row.solid && row.parent !== null
    return ancestors(code).includes(scopeCode)
  }
  const searchable = tumours.filter((row) => row.parent !== null).map((row) => ({ row, texts: [row.code, row.name, ...row.synonyms, ...(row.history ?? []), ...(row.revocations ?? []), ...(row.precursors ?? [])].map(folded) }))
  return {
    rows,
    ancestors,
    isWithin,
    isInScope: (code, scope) => scope.in.some((one) => isWithin(code, one)) && !scope.except.some((one) => isWithin(code, one)),
    lineageFamily: (code) => {
      const organ = ancestors(code).at(-2) ?? null
      return organ === null ? null : (joinedFamilies[organ] ?? organ)
    },
    search: (query, limit) => searchTumours(searchable, query, limit),
  }
}

type Searchable = { row: TumourRow; texts: readonly string[] }

/**
 * Every word of the query must begin a word of one text. Whole text first, then beginnings, then the rest; types with everyday names
 * of their own before rare ones, then shorter names. */
function searchTumours(searchable: readonly Searchable[], query: string, limit: number): readonly TumourRow[] {
  const wanted = folded(query)
  if (wanted === '') return []
  const words = wanted.split(' ')
  const found: { row: TumourRow; rank: number }[] = []
  for (const { row, texts } of searchable) {
    const ranks = texts.map((text) => textRank(text, wanted, words)).filter((rank) => rank < 3)
    if (ranks.length > 0) found.push({ row, rank: Math.min(...ranks) })
  }
  const isCommon = (row: TumourRow): number => (row.synonyms.length > 0 ? 0 : 1)
  found.sort((a, b) => a.rank - b.rank || isCommon(a.row) - isCommon(b.row) || a.row.level - b.row.level || a.row.name.length - b.row.name.length || (a.row.code < b.row.code ? -1 : 1))
  return found.slice(0, limit).map(({ row }) => row)
}

function textRank(text: string, wanted: string, words: readonly string[]): number {
  if (text === wanted) return 0
  if (text.startsWith(wanted)) return 1
  const parts = text.split(' ')
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 2 : 3
}

/** Case, accents, British and American spellings and punctuation do not decide a search. */
function folded(text: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
  return plain.replaceAll('oe', 'e').replaceAll('ae', 'e').replaceAll('tumour', 'tumor').replace(/[^a-z0-9]+/g, ' ').trim()
}
