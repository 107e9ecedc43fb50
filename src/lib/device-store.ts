import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

type Sealed = { iv: Uint8Array<ArrayBuffer>; body: ArrayBuffer }
type Shape = DBSchema & { keys: { key: string; value: CryptoKey }; texts: { key: string; value: Sealed } }

let opened: Promise<IDBPDatabase<Shape>> | null = null
const database = () => (opened ??= openDB<Shape>('consilium-unsaved', 1, { upgrade: (db) => { db.createObjectStore('keys'); db.createObjectStore('texts') } }))

/** One key for each person, which the page can use and nobody can read out: the text on disk is not plain. */
async function keyOf(personId: string): Promise<CryptoKey> {
  const db = await database()
  const known = await db.get('keys', personId)
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await db.put('keys', made, personId)
  return made
}

/** What a person typed and the server has not acknowledged: kept until it has. `part` names the draft, e.g. `opinion CASE`. */
export const deviceStore = {
  async keep(personId: string, part: string, value: unknown): Promise<void> {
    const key = await keyOf(personId)
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(value)))
    await (await database()).put('texts', { iv, body }, `${personId} ${part}`)
  },
  /** Null when nothing is kept, or when it can no longer be opened. */
  async kept(personId: string, part: string): Promise<unknown> {
    const sealed = await (await database()).get('texts', `${personId} ${part}`)
    if (!sealed) return null
    try {
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await keyOf(personId), sealed.body)))
    } catch {
      return null // another key sealed it: a browser that lost its keys has lost the text, and must not fail for it
    }
  },
  async drop(personId: string, part: string): Promise<void> {
    await (await database()).delete('texts', `${personId} ${part}`)
  },
}
