import { openDB } from 'idb'
import type { Keys } from './key-port.ts'
import { keysFrom, type KeyMaterial } from './keys-from.ts'
import { newKeyMaterial } from './new-key-material.ts'

/**
 * Keys of the browser demonstration: non-extractable CryptoKey objects kept in IndexedDB, so that a reload can still read what it
 * stored, and no script can read the secrets out.
 */
export async function browserKeys(name = 'consilium-keys'): Promise<Keys> {
  const database = await openDB<{ keys: { key: string; value: KeyMaterial } }>(name, 1, {
    upgrade: (db) => {
      db.createObjectStore('keys')
    },
  })
  const fresh = await newKeyMaterial(false)
  const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' })
  const kept = await transaction.store.get('host')
  // Two tabs may start at once: whoever stores first wins, the other takes what is there.
  if (!kept) await transaction.store.add(fresh, 'host')
  await transaction.done
  database.close()
  return keysFrom(kept ?? fresh)
}
