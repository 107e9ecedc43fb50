import { checkpointFile, readFromFile } from '../main/checkpoint-file.ts'
import type { ServerHome } from '../main/open-home.ts'
import { sqlCheckpoints } from '../store/sql-checkpoints.ts'
import { checkRecord, type RecordReport } from './check-record.ts'

/** Checks the whole record of a home, with the checkpoints that lie outside its database under `data`. */
export async function checkHome({ data, store, db, keys }: ServerHome): Promise<RecordReport> {
  const outside = await readFromFile(checkpointFile(data))
  return checkRecord({ store, publicKey: keys.publicKey, fingerprint: keys.fingerprint, checkpoints: await sqlCheckpoints(db).all(), outside })
}
