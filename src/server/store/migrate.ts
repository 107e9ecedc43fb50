import { sql, type Kysely, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** What the two databases say differently when tables are made. */
export type Flavour = {
  bytes: 'blob' | 'bytea'
  /** Keeps a second starter waiting until the first is done. */
  lockMigrations: string
  /** Statements that make the database itself refuse to change or delete an entry. */
  immutableEntries: readonly string[]
}

/** Brings an empty or older database to the newest shape, whole or not at all. Safe at every start and by several processes at once. */
export async function migrate(db: Kysely<Database>, flavour: Flavour): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql.raw(flavour.lockMigrations).execute(trx)
    await trx.schema.createTable('migrations').ifNotExists().addColumn('name', 'text', (c) => c.primaryKey()).execute()
    const done = new Set((await trx.selectFrom('migrations').select('name').execute()).map((row) => row.name))
    for (const [name, up] of Object.entries(migrations)) {
      if (done.has(name)) continue
      await up(trx, flavour)
      await trx.insertInto('migrations').values({ name }).execute()
    }
  })
}

type Up = (trx: Transaction<Database>, flavour: Flavour) => Promise<void>

/** In this order, never edited once released: a later shape is a further line. */
const migrations: Readonly<Record<string, Up>> = {
  '001-record': async (db, { bytes, immutableEntries }) => {
    await recordTables(db)
    await besideTheLog(db, bytes)
    for (const statement of immutableEntries) await sql.raw(statement).execute(db)
  },
  '002-column-mappings': async (db, { bytes }) => {
    await db.schema.createTable('column_mappings')
      .addColumn('laboratory', 'text', (c) => c.notNull())
      .addColumn('fingerprint', 'text', (c) => c.notNull())
      .addColumn('body', sql.raw(bytes), (c) => c.notNull())
      .addPrimaryKeyConstraint('column_mappings_header', ['fingerprint', 'laboratory'])
      .execute()
  },
}

async function recordTables(db: Transaction<Database>): Promise<void> {
  const create = db.schema
  await create.createTable('entries')
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().check(sql`version > 0`))
    .addColumn('command_id', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('entries_version', ['case_id', 'version'])
    .addUniqueConstraint('entries_command', ['case_id', 'command_id', 'ordinal'])
    .execute()
  await create.createTable('heads')
    .addColumn('case_id', 'text', (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('due', 'text')
    .addColumn('assignees', 'text', (c) => c.notNull())
    .addColumn('demonstration', 'integer', (c) => c.notNull())
    .execute()
  await create.createTable('receipts')
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('command_id', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('result', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('receipts_command', ['case_id', 'command_id'])
    .execute()
}

async function besideTheLog(db: Transaction<Database>, bytes: Flavour['bytes']): Promise<void> {
  const body = sql.raw(bytes)
  await db.schema.createTable('drafts')
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('part', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .addColumn('body', body, (c) => c.notNull())
    .addPrimaryKeyConstraint('drafts_part', ['case_id', 'person_id', 'part'])
    .execute()
  await db.schema.createTable('parts')
    .addColumn('case_id', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('body', body, (c) => c.notNull())
    .addPrimaryKeyConstraint('parts_hash', ['case_id', 'hash'])
    .execute()
  await db.schema.createTable('case_keys').addColumn('case_id', 'text', (c) => c.primaryKey()).addColumn('wrapped', body).execute()
  await db.schema.createTable('access')
    .addColumn('process', 'text', (c) => c.notNull())
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('operation', 'text', (c) => c.notNull())
    .addColumn('case_id', 'text')
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('previous', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('access_ordinal', ['process', 'ordinal'])
    .execute()
  await db.schema.createIndex('access_case').on('access').column('case_id').execute()
  await db.schema.createTable('checkpoints')
    .addColumn('ordinal', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('signature', body, (c) => c.notNull())
    .addColumn('public_key', body, (c) => c.notNull())
    .execute()
}
