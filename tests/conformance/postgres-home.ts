import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { openPostgres } from '#src/server/store/postgres.ts'
import type { TestPostgres } from '#tests/support/start-postgres.ts'
import type { Home } from './home.ts'

export async function postgresHome(server: TestPostgres): Promise<Home> {
  const url = await server.freshDatabase()
  const keys = await memoryKeys()
  const store = await openPostgres(url, keys)
  return {
    store,
    another: () => openPostgres(url, keys),
    raw: () => filesOf(server.dataFolder, url),
    close: store.close,
  }
}

/** The tables of the database and the write-ahead log, after everything was written out. */
async function filesOf(dataFolder: string, url: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('checkpoint')
  const { rows } = await client.query('select oid::text from pg_database where datname = current_database()')
  await client.end()
  const folders = [join(dataFolder, 'base', String(rows[0]?.oid)), join(dataFolder, 'pg_wal')]
  const files = await Promise.all(folders.map(async (folder) => (
    (await readdir(folder, { withFileTypes: true })).filter((file) => file.isFile()).map((file) => join(folder, file.name))
  )))
  return (await Promise.all(files.flat().map((file) => readFile(file, 'latin1')))).join('\n')
}
