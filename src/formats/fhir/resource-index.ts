import { coded, listOf, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'

/** Every resource of a record, wherever it lies, and the way from a reference to what it names. */
export type ResourceIndex = {
  all: readonly Json[]
  ofType: (type: string) => Json[]
  /** `#id` looks among what the same resource contains; `urn:…` and `http…` among the full URLs, `Type/id` among types and ids. Null: not in the record. */
  resolve: (reference: string, from: Json) => Json | null
}

/** Without a version (`/_history/3`) and without a closing slash: the same resource is written all three ways. */
const bare = (reference: string) => { const at = reference.indexOf('/_history/'); const text = at < 0 ? reference : reference.slice(0, at); return text.endsWith('/') ? text.slice(0, -1) : text }

type Waiting = { value: Json; fullUrl: string; container: Json }

/** Bundle entries, `contained`, results of an operation (`Parameters`), lists, and one resource a line. In the order of the file. */
export function indexResources(values: readonly Json[]): ResourceIndex {
  const all: Json[] = []
  const byUrl = new Map<string, Json>()
  const byName = new Map<string, Json>()
  const containerOf = new Map<Json, Json>()
  const waiting: Waiting[] = values.toReversed().map((value) => ({ value, fullUrl: '', container: null }))
  const push = (list: readonly Waiting[]) => { for (const one of list.toReversed()) waiting.push(one) }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, fullUrl, container } = next
    if (Array.isArray(value)) { push(listOf(value).map((one) => ({ value: one, fullUrl: '', container: null }))); continue }
    const [type, id] = [wordIn(value, 'resourceType'), wordIn(value, 'id')]
    if (type !== '') {
      all.push(value)
      if (fullUrl !== '' && !byUrl.has(fullUrl)) byUrl.set(fullUrl, value)
      if (container === null && id !== '' && !byName.has(`${type}/${id}`)) byName.set(`${type}/${id}`, value)
      if (container !== null) containerOf.set(value, container)
    }
    push([
      ...listOf(coded(value, 'contained')).map((one) => ({ value: one, fullUrl: '', container: value })),
      ...listOf(coded(value, 'entry')).map((entry) => ({ value: coded(entry, 'resource'), fullUrl: bare(wordIn(entry, 'fullUrl')), container: null })),
      ...listOf(coded(value, 'parameter')).flatMap((one) => [{ value: coded(one, 'resource'), fullUrl: '', container: null }, { value: coded(one, 'part'), fullUrl: '', container: null }]),
      ...(type === '' && coded(value, 'resource') !== null ? [{ value: coded(value, 'resource'), fullUrl: '', container: null }] : []),
    ])
  }
  const containedIn = (holder: Json, id: string) => listOf(coded(holder, 'contained')).find((one) => wordIn(one, 'id') === id) ?? null
  return {
    all,
    ofType: (type) => all.filter((one) => wordIn(one, 'resourceType') === type),
    resolve: (reference, from) => {
      if (reference.startsWith('#')) return containedIn(containerOf.get(from) ?? from, reference.slice(1))
      const name = bare(reference)
      return byUrl.get(name) ?? byName.get(name) ?? null
    },
  }
}

/** What a member of type Reference says, one or many; an identifier without a reference is no reference. */
export const referencesIn = (of: Json, key: string): string[] => {
  const value = coded(of, key)
  return (Array.isArray(value) ? listOf(value) : [value]).map((one) => wordIn(one, 'reference')).filter((text) => text !== '')
}
