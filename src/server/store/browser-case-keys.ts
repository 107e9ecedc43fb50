import type { Keys } from '#src/server/keys/key-port.ts'
import { aesKey } from '#src/server/keys/sealed-box.ts'
import { durable, startingWith, type BrowserDatabase } from './browser-database.ts'
import type { CaseKeys } from './case-keys.ts'

export function browserCaseKeys(db: BrowserDatabase, keys: Keys): CaseKeys {
  const make = async (caseId: string) => {
    const wrapped = await keys.wrap(caseId, crypto.getRandomValues(new Uint8Array(32)))
    const transaction = db.transaction('caseKeys', 'readwrite', durable)
    const found = await transaction.store.get(caseId)
    if (!found) await transaction.store.add({ caseId, wrapped })
    await transaction.done
    return found ?? { caseId, wrapped }
  }

  return {
    forWriting: async (caseId) => {
      const found = (await db.get('caseKeys', caseId)) ?? (await make(caseId))
      if (!found.wrapped) throw new Error(`the key of case ${caseId} was destroyed`)
      return aesKey(await keys.unwrap(caseId, found.wrapped))
    },
    forReading: async (caseId) => {
      const found = await db.get('caseKeys', caseId)
      return found?.wrapped ? aesKey(await keys.unwrap(caseId, found.wrapped)) : null
    },
    destroy: async (caseId) => {
      const transaction = db.transaction(['caseKeys', 'parts', 'drafts'], 'readwrite', durable)
      await Promise.all([
        transaction.objectStore('caseKeys').put({ caseId, wrapped: null }),
        transaction.objectStore('parts').delete(startingWith(caseId)),
        transaction.objectStore('drafts').delete(startingWith(caseId)),
        transaction.done,
      ])
    },
  }
}
