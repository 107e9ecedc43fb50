import { durable, type BrowserDatabase } from './browser-database.ts'
import type { CaseKeys } from './case-keys.ts'
import type { MappingStore } from './ports.ts'
import { mappingsKey, openMapping, sealMapping } from './seal-mapping.ts'

export function browserMappings(db: BrowserDatabase, caseKeys: CaseKeys): MappingStore {
  return {
    columnMappings: async () => {
      const rows = await db.getAll('columnMappings')
      const key = rows.length > 0 ? await caseKeys.forReading(mappingsKey) : null
      return key ? Promise.all(rows.map((row) => openMapping(key, row))) : []
    },
    putColumnMapping: async (mapping) => {
      const { laboratory, fingerprint } = mapping
      const body = await sealMapping(await caseKeys.forWriting(mappingsKey), mapping)
      const transaction = db.transaction('columnMappings', 'readwrite', durable)
      await Promise.all([transaction.store.put({ laboratory, fingerprint, body }), transaction.done])
    },
    deleteColumnMapping: ({ laboratory, fingerprint }) => db.delete('columnMappings', [fingerprint, laboratory]),
  }
}
