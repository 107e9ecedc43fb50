import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import type { Keys } from '#src/server/keys/key-port.ts'
import { migrate, type Flavour } from './migrate.ts'
import type { Store } from './ports.ts'
import { notification, postgresChanges } from './postgres-changes.ts'
import type { Database } from './schema.ts'
import type { Announce } from './sql-append.ts'
import { sqlStore } from './sql-store.ts'

const flavour: Flavour = {
  bytes: 'bytea',
  // Any number that nothing else of this database locks; released with the transaction.
  lockMigrations: 'select pg_advisory_xact_lock(7266347)',
  immutableEntries: [
    `create function entries_never_change() returns trigger language plpgsql as $$ begin raise exception 'entries are never changed or deleted'; end $$`,
    'create trigger entries_never_change before update or delete on entries for each row execute function entries_never_change()',
    // The owner's own rights too. A superuser has them all the same, and meets the triggers.
    'revoke update, delete, truncate on entries from public, current_user',
    'create trigger entries_never_truncated before truncate on entries for each statement execute function entries_never_change()',
  ],
}

/** PostgreSQL for a team: several servers may share it. `db` serves the accounts too. */
export async function openPostgres(url: string, keys: Keys): Promise<Store & { db: Kysely<Database> }> {
  const pool = new Pool({ connectionString: url, max: 10, application_name: 'consilium' })
  // A connection that dies while idle is replaced by the pool; one in use fails its query, which the caller sees.
  pool.on('error', () => undefined)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db, flavour)
  const announce: Announce = async (trx, change) => {
    const { channel, payload } = notification(change)
    await sql`select pg_notify(${channel}, ${payload})`.execute(trx)
  }
  const present = async () => (await db.selectFrom('heads').select(['case_id', 'version']).execute()).map((row) => ({ caseId: row.case_id, version: row.version }))
  const changes = await postgresChanges(url, present, (change) => db.transaction().execute((trx) => announce(trx, change)))
  const store = sqlStore({
    db, keys, changes, announce,
    afterAppend: () => Promise.resolve(),
    scrub: async () => {
      for (const table of ['case_keys', 'parts', 'drafts']) await sql`vacuum ${sql.table(table)}`.execute(db)
    },
    close: async () => {
      await changes.close()
      await db.destroy()
    },
  })
  return { ...store, db }
}
