import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql, type Kysely, type Transaction } from 'kysely'
import { openAccounts } from '../auth/accounts.ts'
import type { HomeOptions, ServerHome } from '../main/open-home.ts'
import { shelfOf, shelvedReleases, shelvedText } from '../main/release-shelf.ts'
import type { Database } from '../store/schema.ts'
import { openSqliteReader } from '../store/sqlite.ts'
import { backupTables, encodeRow, type BackupTable, type Header, type ReleaseLine } from './backup-format.ts'

export type BackupOptions = HomeOptions & { home: ServerHome; file: string; withKeys: boolean; at: Date }

/** Writes everything as it stood at one moment, while the server may go on. The file appears only when it is whole. Returns its number of rows. */
export async function writeBackup(options: BackupOptions): Promise<{ rows: number }> {
  const partial = `${options.file}.partial`
  const count = { rows: 0 }
  const { db, type, keys } = options.home
  // Makes the tables of the accounts, where no server ever ran on this home.
  await openAccounts({ db, type, keys, secure: false })
  try {
    await snapshot(options, (db) => pipeline(Readable.from(lines(db, options, count)), createGzip(), createWriteStream(partial, { mode: 0o600, flags: 'wx' })))
    const written = await open(partial, 'r')
    await written.sync()
    await written.close()
    await rename(partial, options.file)
    return count
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

/** One consistent view. On SQLite a second connection reads its own version of the file and keeps no writer waiting. */
async function snapshot(options: BackupOptions, act: (db: Transaction<Database>) => Promise<void>): Promise<void> {
  if (options.home.type === 'postgres') {
    await options.home.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(act)
    return
  }
  const reader = openSqliteReader(join(options.data, 'consilium.sqlite'))
  try {
    await reader.transaction().execute(act)
  } finally {
    await reader.destroy()
  }
}

async function* lines(db: Transaction<Database>, { home, data, withKeys, at }: BackupOptions, count: { rows: number }): AsyncGenerator<string> {
  const digest = createHash('sha256')
  const said = (value: unknown) => {
    const line = `${JSON.stringify(value)}\n`
    digest.update(line)
    return line
  }
  const migrations = (await db.selectFrom('migrations').select('name').orderBy('name').execute()).map((row) => row.name)
  const keys = withKeys ? await readFile(join(data, 'keys', 'host.json'), 'utf8') : null
  yield said({ type: 'consilium.backup.v1', at: at.toISOString(), fingerprint: home.keys.fingerprint, migrations, keys } satisfies Header)
  for (const table of backupTables) {
    for await (const row of rowsOf(db, table)) {
      count.rows += 1
      yield said({ table, row: encodeRow(row) })
    }
  }
  for (const release of await shelvedReleases(shelfOf(data))) {
    count.rows += 1
    yield said({ release, rows: await shelvedText(shelfOf(data), release.hash) } satisfies ReleaseLine)
  }
  yield `${JSON.stringify({ rows: count.rows, sha256: digest.digest('hex') })}\n`
}

/** Case by case where rows are large, so that the memory holds one case and never all of them. */
async function* rowsOf(db: Transaction<Database>, table: BackupTable): AsyncGenerator<Record<string, unknown>> {
  if (table === 'parts') {
    for (const { case_id, hash } of await db.selectFrom('parts').select(['case_id', 'hash']).orderBy('case_id').orderBy('hash').execute()) {
      yield* await db.selectFrom('parts').selectAll().where('case_id', '=', case_id).where('hash', '=', hash).execute()
    }
  } else if (table === 'entries') {
    for (const { case_id } of await db.selectFrom('heads').select('case_id').orderBy('case_id').execute()) {
      yield* await db.selectFrom('entries').selectAll().where('case_id', '=', case_id).orderBy('version').execute()
    }
  } else {
    yield* await anyTable(db).selectFrom(table).selectAll().execute()
  }
}

/** The accounts tables belong to their library and are not part of our schema: rows of any table, by name. */
export const anyTable = (db: Kysely<Database>) => db as unknown as Kysely<Record<BackupTable, Record<string, unknown>>> // every name is one of our own list

export const isEmpty = async (db: Kysely<Database>): Promise<boolean> => {
  const { rows } = await sql<{ n: number | string }>`select (select count(*) from entries) + (select count(*) from parts) + (select count(*) from person) as n`.execute(db)
  return Number(rows[0]?.n) === 0
}
