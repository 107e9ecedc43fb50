import type { Kysely, Transaction } from 'kysely'
import { checkAppend } from './check-append.ts'
import type { CaseKeys } from './case-keys.ts'
import type { Append } from './ports.ts'
import { sealPart } from './seal-body.ts'
import type { Database } from './schema.ts'
import { headRow } from './sql-heads.ts'

/** Said inside the transaction, heard after its commit: PostgreSQL's NOTIFY. */
export type Announce = (trx: Transaction<Database>, change: { caseId: string; version: number }) => Promise<void>

/** One transaction: head, entries, receipt, parts, consumed drafts. Bodies are sealed before it opens. */
export async function sqlAppend(db: Kysely<Database>, caseKeys: CaseKeys, announce: Announce, append: Append): Promise<'appended' | 'stale'> {
  checkAppend(append)
  const parts = await sealedParts(caseKeys, append)
  const { caseId, entries, receipt, head } = append
  return db.transaction().execute(async (trx) => {
    const repeated = await trx.selectFrom('receipts').select('command_id')
      .where('case_id', '=', caseId).where('command_id', '=', receipt.commandId).executeTakeFirst()
    // The same command won elsewhere in the meantime: the caller looks again and finds its receipt.
    if (repeated || !(await takeHead(trx, append))) return 'stale'
    await trx.insertInto('entries').values(entries.map((entry, ordinal) => (
      { case_id: caseId, version: entry.version, command_id: entry.commandId, ordinal, entry: JSON.stringify(entry) }
    ))).execute()
    await trx.insertInto('receipts')
      .values({ case_id: caseId, command_id: receipt.commandId, fingerprint: receipt.fingerprint, result: JSON.stringify(receipt.result) }).execute()
    for (const part of parts) await trx.insertInto('parts').values(part).onConflict((c) => c.columns(['case_id', 'hash']).doNothing()).execute()
    for (const { personId, part } of append.deleteDrafts) {
      await trx.deleteFrom('drafts').where('case_id', '=', caseId).where('person_id', '=', personId).where('part', '=', part).execute()
    }
    await announce(trx, { caseId, version: head.version })
    return 'appended'
  })
}

/**
 * Compares and moves the head in one statement, which locks its row until the end of the transaction: whoever comes second waits,
 * then sees the new version and loses. (Locking the last entry instead forks the chain under load.)
 */
async function takeHead(trx: Transaction<Database>, { caseId, expectedVersion, head }: Append): Promise<boolean> {
  const row = headRow(head)
  if (expectedVersion === 0) {
    const made = await trx.insertInto('heads').values(row).onConflict((c) => c.column('case_id').doNothing()).executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const moved = await trx.updateTable('heads').set(row).where('case_id', '=', caseId).where('version', '=', expectedVersion).executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

async function sealedParts(caseKeys: CaseKeys, { caseId, parts }: Append) {
  if (parts.length === 0) return []
  const key = await caseKeys.forWriting(caseId)
  return Promise.all(parts.map(async (part) => ({ case_id: caseId, hash: part.hash, kind: part.kind, body: await sealPart(key, part) })))
}
