import type { Kysely } from 'kysely'
import type { CaseKeys } from './case-keys.ts'
import type { MappingStore } from './ports.ts'
import { mappingsKey, openMapping, sealMapping } from './seal-mapping.ts'
import type { Database } from './schema.ts'

export function sqlMappings(db: Kysely<Database>, caseKeys: CaseKeys): MappingStore {
  return {
    columnMappings: async () => {
      const rows = await db.selectFrom('column_mappings').selectAll().orderBy('fingerprint').orderBy('laboratory').execute()
      const key = rows.length > 0 ? await caseKeys.forReading(mappingsKey) : null
      return key ? Promise.all(rows.map((row) => openMapping(key, row))) : []
    },
    putColumnMapping: async (mapping) => {
      const place = { laboratory: mapping.laboratory, fingerprint: mapping.fingerprint }
      const body = await sealMapping(await caseKeys.forWriting(mappingsKey), mapping)
      await db.insertInto('column_mappings').values({ ...place, body }).onConflict((c) => c.columns(['laboratory', 'fingerprint']).doUpdateSet({ body })).execute()
    },
    deleteColumnMapping: async ({ laboratory, fingerprint }) => {
      await db.deleteFrom('column_mappings').where('laboratory', '=', laboratory).where('fingerprint', '=', fingerprint).execute()
    },
  }
}
