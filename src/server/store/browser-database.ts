import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { LogEntry } from '#src/domain/log-entry.ts'
import type { AccessRow } from './access-chain.ts'
import type { Head, Receipt } from './ports.ts'

type Sealed = { body: Uint8Array }

/** The same rows as in SQL; keys are what is unique there. */
export interface BrowserSchema extends DBSchema {
  entries: { key: [string, number]; value: LogEntry }
  heads: { key: string; value: Head }
  receipts: { key: [string, string]; value: Receipt & { caseId: string } }
  drafts: { key: [string, string, string]; value: Sealed & { caseId: string; personId: string; part: string; version: number; savedAt: string } }
  parts: { key: [string, string]; value: Sealed & { caseId: string; hash: string; kind: string } }
  columnMappings: { key: [string, string]; value: Sealed & { laboratory: string; fingerprint: string } }
  /** `wrapped` is null once the key was destroyed. */
  caseKeys: { key: string; value: { caseId: string; wrapped: Uint8Array | null } }
  access: { key: [string, number]; value: AccessRow; indexes: { caseId: string } }
}
export type BrowserDatabase = IDBPDatabase<BrowserSchema>

export function openBrowserDatabase(name: string): Promise<BrowserDatabase> {
  return openDB<BrowserSchema>(name, 2, {
    upgrade: (db, from) => {
      if (from < 2) db.createObjectStore('columnMappings', { keyPath: ['fingerprint', 'laboratory'] })
      if (from > 0) return
      db.createObjectStore('entries', { keyPath: ['caseId', 'version'] })
      db.createObjectStore('heads', { keyPath: 'caseId' })
      db.createObjectStore('receipts', { keyPath: ['caseId', 'commandId'] })
      db.createObjectStore('drafts', { keyPath: ['caseId', 'personId', 'part'] })
      db.createObjectStore('parts', { keyPath: ['caseId', 'hash'] })
      db.createObjectStore('caseKeys', { keyPath: 'caseId' })
      db.createObjectStore('access', { keyPath: ['process', 'ordinal'] }).createIndex('caseId', 'caseId')
    },
  })
}

/** Answered means on the disk, as far as a browser promises it. */
export const durable = { durability: 'strict' } as const

/** Every key that starts with these parts: in IndexedDB a list sorts after every text and number. */
export const startingWith = (...parts: string[]) => IDBKeyRange.bound(parts, [...parts, []])
