import type { Kysely } from 'kysely'
import type { Keys } from '#src/server/keys/key-port.ts'
import { aesKey } from '#src/server/keys/sealed-box.ts'
import type { CaseKeys } from './case-keys.ts'
import type { Database } from './schema.ts'

export function sqlCaseKeys(db: Kysely<Database>, keys: Keys): CaseKeys {
  const row = (caseId: string) => db.selectFrom('case_keys').select('wrapped').where('case_id', '=', caseId).executeTakeFirst()

  const make = async (caseId: string) => {
    const wrapped = await keys.wrap(caseId, crypto.getRandomValues(new Uint8Array(32)))
    await db.insertInto('case_keys').values({ case_id: caseId, wrapped }).onConflict((c) => c.column('case_id').doNothing()).execute()
    return row(caseId)
  }

  return {
    forWriting: async (caseId) => {
      const found = (await row(caseId)) ?? (await make(caseId))
      if (!found?.wrapped) throw new Error(`the key of case ${caseId} was destroyed`)
      return aesKey(await keys.unwrap(caseId, found.wrapped))
    },
    forReading: async (caseId) => {
      const found = await row(caseId)
      return found?.wrapped ? aesKey(await keys.unwrap(caseId, found.wrapped)) : null
    },
    destroy: async (caseId) => {
      await db.transaction().execute(async (trx) => {
        await trx.insertInto('case_keys').values({ case_id: caseId, wrapped: null })
          .onConflict((c) => c.column('case_id').doUpdateSet({ wrapped: null })).execute()
        await trx.deleteFrom('parts').where('case_id', '=', caseId).execute()
        await trx.deleteFrom('drafts').where('case_id', '=', caseId).execute()
      })
    },
  }
}
