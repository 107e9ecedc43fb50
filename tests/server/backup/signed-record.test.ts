import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationCases } from '#mocks/seed/cases.ts'
import { seedCases } from '#mocks/seed/seed-cases.ts'
import { seedAccounts } from '#src/server/auth/seed-accounts.ts'
import { checkHome } from '#src/server/backup/check-home.ts'
import { restoreBackup } from '#src/server/backup/restore-backup.ts'
import { writeBackup } from '#src/server/backup/write-backup.ts'
import { openHome, type ServerHome } from '#src/server/main/open-home.ts'
import { startServer, type RunningServer } from '#src/server/main/start-server.ts'

let folder: string
let home: ServerHome
let server: RunningServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-signed-'))
  home = await openHome({ data: join(folder, 'data'), database: null })
  server = await startServer({ home, host: '127.0.0.1', port: 0, origins: [], app: null })
  await seedAccounts(server.accounts)
  const signed = demonstrationCases.find(({ until }) => until === 'signed')
  await seedCases(server.deps, { only: signed ? [signed.id] : [] })
}, 120_000)
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

test('a case that was played to its seal verifies whole: chain, head, every part, both signatures, the seal, the checkpoints', async () => {
  const report = await checkHome(home)
  expect(report).toMatchObject({ cases: 1, signatures: 3, problems: [] })
  // Two commitments, two signatures; the seal goes with the second.
  expect(report.checkpoints).toBeGreaterThanOrEqual(4)
})

test('and does so again after backup and restore', async () => {
  const file = join(folder, 'backup')
  await writeBackup({ data: join(folder, 'data'), database: null, home, file, withKeys: true, at: new Date() })
  const before = await checkHome(home)
  expect(await restoreBackup(file, { data: join(folder, 'restored'), database: null })).toMatchObject(before)
})
