/** What I am looking at, in the address: `sel` the selection shared by the places of a case, `f` the filter, `q` the search, `view` one of the looks of a place, `sort` the order. */
export type Search = { sel?: string; f?: string; q?: string; view?: string; sort?: string }

const names = ['sel', 'f', 'q', 'view', 'sort'] as const

/** Anything else in the address is dropped; an empty value is none. Numbers come back as words: an address bar knows no types. */
export function readSearch(raw: Record<string, unknown>): Search {
  const search: Search = {}
  for (const name of names) {
    const value = raw[name]
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') search[name] = String(value).slice(0, 400)
  }
  return search
}
