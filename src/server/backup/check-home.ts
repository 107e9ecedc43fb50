import { checkpointFile, readFromFile } from '../main/checkpoint-file.ts'
import type { ServerHome } from '../main/open-home.ts'
import { sqlCheckpoints } from '../store/sql-checkpoints.ts'
import { checkAccess } from './check-access.ts'
import { checkRecord, type RecordReport } from './check-record.ts'

/** Checks the whole record of a home, with the checkpoints that lie outside its database, and the record of reads. */
export async function checkHome({ data, store, db, keys }: ServerHome): Promise<RecordReport> {
  const outside = await readFromFile(checkpointFile(data))
  const report = await checkRecord({ store, publicKey: keys.publicKey, fingerprint: keys.fingerprint, checkpoints: await sqlCheckpoints(db).all(), outside })
  return { ...report, problems: [...report.problems, ...(await checkAccess(db))] }
}
