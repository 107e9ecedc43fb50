import type { Kysely } from 'kysely'
import { accessChain } from './access-chain.ts'
import type { AccessStore } from './ports.ts'
import type { Database } from './schema.ts'

/** Rows a statement may carry: well under the 32,766 parameters of SQLite and the 65,535 of PostgreSQL. */
const batch = 500

export function sqlAccess(db: Kysely<Database>): AccessStore {
  const recordAccess = accessChain((rows) => db.transaction().execute(async (trx) => {
    for (let start = 0; start < rows.length; start += batch) {
      await trx.insertInto('access').values(rows.slice(start, start + batch).map(({ personId, caseId, ...row }) => (
        { ...row, person_id: personId, case_id: caseId }
      ))).execute()
    }
  }))
  return {
    recordAccess,
    accessOf: async (caseId) => {
      const rows = await db.selectFrom('access').select(['at', 'person_id', 'operation', 'case_id', 'outcome'])
        .where('case_id', '=', caseId).orderBy('at').orderBy('process').orderBy('ordinal').execute()
      return rows.map((row) => ({ at: row.at, personId: row.person_id, operation: row.operation, caseId: row.case_id, outcome: row.outcome }))
    },
  }
}
