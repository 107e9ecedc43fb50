import { openDB } from 'idb'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { browserKeys } from '#src/server/keys/browser-keys.ts'
import { openIndexedDb } from '#src/server/store/indexed-db.ts'
import { aPart } from './an-append.ts'
import { same } from './expect.ts'
import type { Check, Home } from './home.ts'
import { storeSuite } from './store-suite.ts'

let homes = 0

async function indexedDbHome(): Promise<Home> {
  homes += 1
  const name = `home-${homes}`
  const keys = await memoryKeys()
  const store = await openIndexedDb(name, keys)
  return { store, another: () => openIndexedDb(name, keys), raw: () => everythingIn(name), close: store.close }
}

/** Every value of every object store, bytes as characters: what a look into the profile folder would find. */
async function everythingIn(name: string): Promise<string> {
  const database = await openDB(name)
  const rows = await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store)))
  database.close()
  return JSON.stringify(rows, (_, value: unknown) => (value instanceof Uint8Array ? Array.from(value, (byte) => String.fromCharCode(byte)).join('') : value))
}

const keysAreKept: Check = {
  name: 'the keys of the browser are the same when opened again, and cannot be read out',
  run: async () => {
    const [before, twin] = await Promise.all([browserKeys('keys-test'), browserKeys('keys-test')])
    same(before.fingerprint, twin.fingerprint, 'two tabs that start at once')
    const store = await openIndexedDb('keys-test-data', before)
    const part = await aPart('kept')
    await store.putPart(part)
    await store.close()
    const after = await openIndexedDb('keys-test-data', await browserKeys('keys-test'))
    same([...((await after.part('case-1', part.hash))?.bytes ?? [])], [...part.bytes], 'the part')
    await after.close()
    const database = await openDB('keys-test')
    const [kept] = await database.getAll('keys')
    const read = await crypto.subtle.exportKey('raw', kept.master).then(() => 'read', () => 'refused')
    same(read, 'refused', 'reading the master key')
    database.close()
  },
}

/** Called by the test through the page: each check with its failure, or null. */
Object.assign(globalThis, {
  checks: [...storeSuite, keysAreKept].map(({ name }) => name),
  runCheck: async (index: number): Promise<string | null> => {
    const check = [...storeSuite, keysAreKept][index]
    if (!check) return `there is no check ${index}`
    return check.run(indexedDbHome).then(() => null, (error: Error) => error.stack ?? error.message)
  },
})
