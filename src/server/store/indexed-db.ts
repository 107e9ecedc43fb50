import type { Keys } from '#src/server/keys/key-port.ts'
import { accessChain } from './access-chain.ts'
import { broadcastChanges } from './broadcast-changes.ts'
import { browserAppend } from './browser-append.ts'
import { browserCaseKeys } from './browser-case-keys.ts'
import { durable, openBrowserDatabase, type BrowserDatabase } from './browser-database.ts'
import { browserDrafts } from './browser-drafts.ts'
import { browserMappings } from './browser-mappings.ts'
import type { CaseKeys } from './case-keys.ts'
import type { AccessStore, CaseStore, PartStore, Store } from './ports.ts'
import { openPart, sealPart } from './seal-body.ts'

/** The home of the browser demonstration. Browsers may evict it: never the only copy of anything real. */
export async function openIndexedDb(name: string, keys: Keys): Promise<Store> {
  const db = await openBrowserDatabase(name)
  const caseKeys = browserCaseKeys(db, keys)
  const changes = broadcastChanges(`${name}-changes`)
  return {
    ...cases(db, async (append) => {
      const outcome = await browserAppend(db, caseKeys, append)
      if (outcome === 'appended') await changes.publish({ caseId: append.caseId, version: append.head.version })
      return outcome
    }),
    ...browserDrafts(db, caseKeys),
    ...parts(db, caseKeys),
    ...browserMappings(db, caseKeys),
    ...access(db),
    changes,
    close: () => {
      changes.close()
      return Promise.resolve(db.close())
    },
  }
}

function cases(db: BrowserDatabase, append: CaseStore['append']): CaseStore {
  return {
    append,
    receipt: async (caseId, commandId) => {
      const row = await db.get('receipts', [caseId, commandId])
      return row ? { commandId, fingerprint: row.fingerprint, result: row.result } : null
    },
    entries: (caseId, after = 0) => db.getAll('entries', IDBKeyRange.bound([caseId, after], [caseId, Infinity], true)),
    head: async (caseId) => (await db.get('heads', caseId)) ?? null,
    heads: () => db.getAll('heads'),
    putHead: async (head) => {
      const transaction = db.transaction('heads', 'readwrite', durable)
      await Promise.all([transaction.store.put(head), transaction.done])
    },
  }
}

function parts(db: BrowserDatabase, caseKeys: CaseKeys): PartStore {
  return {
    putPart: async (part) => {
      const { caseId, hash, kind } = part
      const body = await sealPart(await caseKeys.forWriting(caseId), part)
      const transaction = db.transaction('parts', 'readwrite', durable)
      await Promise.all([transaction.store.put({ caseId, hash, kind, body }), transaction.done])
    },
    part: async (caseId, hash) => {
      const row = await db.get('parts', [caseId, hash])
      const key = row ? await caseKeys.forReading(caseId) : null
      if (!row || !key) return null
      return { caseId, hash, kind: row.kind, bytes: await openPart(key, { caseId, hash, kind: row.kind }, row.body) }
    },
    destroyKey: caseKeys.destroy,
  }
}

function access(db: BrowserDatabase): AccessStore {
  const recordAccess = accessChain(async (rows) => {
    const transaction = db.transaction('access', 'readwrite', durable)
    await Promise.all([...rows.map((row) => transaction.store.add(row)), transaction.done])
  })
  return {
    recordAccess,
    accessOf: async (caseId) => {
      const rows = await db.getAllFromIndex('access', 'caseId', caseId)
      const order = (row: (typeof rows)[number]) => [row.at, row.process, String(row.ordinal).padStart(12, '0')].join(' ')
      return rows.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ at, personId, operation, outcome }) => ({ at, personId, operation, caseId, outcome }))
    },
  }
}
