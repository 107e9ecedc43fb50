import { api, type Operation } from '#src/contract/api.ts'
import type { Endpoint } from '#src/contract/endpoint.ts'
import type { House } from './house.ts'

export type Read = { operation: Operation; status: number; text: string; json: unknown }

/** Asks every reading operation of the contract, generated from its table: a new route is searched without anybody remembering to. */
export async function everyRead(house: House, personId: string, params: Readonly<Record<string, string>>): Promise<Read[]> {
  const reads: Read[] = []
  for (const [operation, endpoint] of Object.entries(api) as [Operation, Endpoint][]) { // the table's own entries
    if (endpoint.method !== 'GET') continue
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? 'none'))
    const response = await house.as(personId)(new Request(`http://localhost/api${path}${endpoint.query ? '?q=lung' : ''}`))
    const text = await response.text()
    reads.push({ operation, status: response.status, text, json: endpoint.file ? null : parsed(text) })
  }
  return reads
}

const parsed = (text: string): unknown => (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null)

/** Every key and every string value in an answer. */
export function wordsOf(value: unknown, into: { keys: Set<string>; values: Set<string> } = { keys: new Set(), values: new Set() }) {
  if (typeof value === 'string') into.values.add(value)
  else if (Array.isArray(value)) for (const item of value) wordsOf(item, into)
  else if (value && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      into.keys.add(key)
      wordsOf(item, into)
    }
  }
  return into
}
