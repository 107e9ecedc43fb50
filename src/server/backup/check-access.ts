import type { Kysely } from 'kysely'
import { verifyAccess } from '../store/access-chain.ts'
import type { Database } from '../store/schema.ts'

/** The record of reads, process by process: each is a chain of its own, and a row changed or taken out of its middle shows. */
export async function checkAccess(db: Kysely<Database>): Promise<string[]> {
  const problems: string[] = []
  for (const { process } of await db.selectFrom('access').select('process').distinct().orderBy('process').execute()) {
    const rows = await db.selectFrom('access').selectAll().where('process', '=', process).orderBy('ordinal').execute()
    const verdict = await verifyAccess(rows.map(({ person_id, case_id, ...row }) => ({ ...row, personId: person_id, caseId: case_id })))
    if (!verdict.ok) problems.push(`record of reads, process ${verdict.process}, row ${verdict.ordinal}: was changed, or one before it is gone`)
  }
  return problems
}
