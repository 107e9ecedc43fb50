import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { fileKeys } from '../keys/file-keys.ts'
import type { Keys } from '../keys/key-port.ts'
import type { Store } from '../store/ports.ts'
import { openPostgres } from '../store/postgres.ts'
import type { Database } from '../store/schema.ts'
import { openSqlite } from '../store/sqlite.ts'

export type HomeOptions = {
  /** Folder of the keys, and of the SQLite file unless there is a PostgreSQL. */
  data: string
  /** A `postgres://` URL, or null for SQLite under `data`. */
  database: string | null
}
export type ServerHome = { data: string; store: Store; db: Kysely<Database>; type: 'sqlite' | 'postgres'; keys: Keys }

/** Opens what a server keeps: its keys, and its database in the newest shape. */
export async function openHome({ data, database }: HomeOptions): Promise<ServerHome> {
  const keys = await fileKeys(join(data, 'keys'))
  if (database === null) {
    const store = await openSqlite(join(data, 'consilium.sqlite'), keys)
    return { data, store, db: store.db, type: 'sqlite', keys }
  }
  const store = await openPostgres(database, keys)
  return { data, store, db: store.db, type: 'postgres', keys }
}
