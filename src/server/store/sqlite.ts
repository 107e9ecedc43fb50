import { Kysely, SqliteDialect } from 'kysely'
import type { Keys } from '#src/server/keys/key-port.ts'
import { localChanges } from './local-changes.ts'
import { migrate, type Flavour } from './migrate.ts'
import type { Store } from './ports.ts'
import type { Database } from './schema.ts'
import { sqlStore } from './sql-store.ts'
import { sqliteDatabase } from './sqlite-database.ts'

const flavour: Flavour = {
  bytes: 'blob',
  // `begin immediate` already waits for the other process.
  lockMigrations: 'select 1',
  immutableEntries: [
    `create trigger entries_never_change before update on entries begin select raise(abort, 'entries are never changed'); end`,
    `create trigger entries_never_go before delete on entries begin select raise(abort, 'entries are never deleted'); end`,
    // `insert or replace` deletes without asking the delete trigger on a connection that has not switched recursive triggers on.
    `create trigger entries_never_replaced before insert on entries
       when exists (select 1 from entries where case_id = new.case_id and (version = new.version or (command_id = new.command_id and ordinal = new.ordinal)))
       begin select raise(abort, 'entries are never replaced'); end`,
  ],
}

/** One file, in process, durable at every commit: the default home. `db` is shared with the accounts, because there is one connection. */
export async function openSqlite(path: string, keys: Keys): Promise<Store & { db: Kysely<Database> }> {
  const database = sqliteDatabase(path)
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database }) })
  await migrate(db, flavour)
  const changes = localChanges()
  const store = sqlStore({
    db, keys, changes,
    announce: () => Promise.resolve(),
    afterAppend: changes.publish,
    scrub: () => Promise.resolve(database.exec('pragma wal_checkpoint(truncate)')),
    close: () => db.destroy(),
  })
  return { ...store, db }
}

/** A connection that only reads, for a backup beside a running server. */
export const openSqliteReader = (path: string): Kysely<Database> => new Kysely<Database>({ dialect: new SqliteDialect({ database: sqliteDatabase(path, 'reader') }) })
