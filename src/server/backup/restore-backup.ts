import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { releaseRows } from '#src/knowledge/release.ts'
import { openAccounts } from '../auth/accounts.ts'
import { openHome, type HomeOptions, type ServerHome } from '../main/open-home.ts'
import { shelfOf, shelve } from '../main/release-shelf.ts'
import { backupLines, checkBackupFile, decodeRow, ReleaseLine, RowLine, type Header } from './backup-format.ts'
import { checkHome } from './check-home.ts'
import type { RecordReport } from './check-record.ts'
import { rebuildHeads } from './rebuild-head.ts'
import { anyTable, isEmpty } from './write-backup.ts'

/**
 * Restores into an empty home, whole or not at all: the file is checked before, the rows go in within one transaction, the heads are
 * recomputed from the logs, and then everything is verified. Throws when the home is not empty or the keys are not those of the backup.
 */
export async function restoreBackup(file: string, options: HomeOptions): Promise<RecordReport & { rows: number }> {
  const { header, rows } = await checkBackupFile(file)
  await placeKeys(options.data, header)
  const home = await openHome(options)
  try {
    if (home.keys.fingerprint !== header.fingerprint) throw new Error(`the keys under ${options.data} are not those of the backup (${header.fingerprint}); put its key file there first`)
    // Makes the tables of the accounts.
    await openAccounts({ db: home.db, type: home.type, keys: home.keys, secure: false })
    if (!(await isEmpty(home.db))) throw new Error('there is a record already; a backup is restored into an empty home only')
    const shape = (await home.db.selectFrom('migrations').select('name').orderBy('name').execute()).map((row) => row.name)
    if (shape.join() !== header.migrations.join()) throw new Error('the backup was made by another version of the product; restore it with that one, then update')
    await insertRows(home, file)
    await placeReleases(options.data, file)
    await rebuildHeads(home.store)
    return { rows, ...(await checkHome(home)) }
  } finally {
    await home.store.close()
  }
}

async function placeKeys(data: string, { keys }: Header): Promise<void> {
  if (keys === null) return
  const folder = join(data, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'host.json')
  const present = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (present === null) await writeFile(path, keys, { mode: 0o600, flag: 'wx', flush: true })
}

/** The knowledge releases of the backup, each under the hash that its rows have. */
async function placeReleases(data: string, file: string): Promise<void> {
  for await (const line of backupLines(file)) {
    if (!line.startsWith('{"release"')) continue
    const { release: { release, hash, made, base, source }, rows } = ReleaseLine.parse(JSON.parse(line))
    const placed = await shelve(shelfOf(data), releaseRows(rows), { release, made, base, source }, null)
    if (placed.hash !== hash) throw new Error(`the backup holds a knowledge release that is not the one it names: ${hash}`)
  }
}

async function insertRows({ db, type }: ServerHome, file: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    let first = true
    for await (const line of backupLines(file)) {
      const value: unknown = JSON.parse(line)
      const row = RowLine.safeParse(value)
      // The first line is the header, the last one the sum: both were checked before.
      if (row.success) await anyTable(trx).insertInto(row.data.table).values(decodeRow(row.data.row, type)).execute()
      else if (!first && !ReleaseLine.safeParse(value).success && !(value !== null && typeof value === 'object' && 'sha256' in value)) throw new Error('the backup holds a line of unknown form')
      first = false
    }
  })
}
