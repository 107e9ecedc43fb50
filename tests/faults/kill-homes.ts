import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileKeys } from '#src/server/keys/file-keys.ts'
import { openPostgres } from '#src/server/store/postgres.ts'
import { openSqlite } from '#src/server/store/sqlite.ts'
import type { TestPostgres } from '#tests/support/start-postgres.ts'
import { killCampaign, type KillPlan, type KillReport } from './kill.ts'

type Size = Pick<KillPlan, 'kills' | 'seed' | 'mode'>

export async function killOnSqlite(size: Size): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-kill-'))
  const home = join(folder, 'consilium.sqlite')
  try {
    return await killCampaign({ ...size, home, folder, entries: async () => {
      const store = await openSqlite(home, await fileKeys(join(folder, 'keys')))
      const entries = await store.entries('case-1')
      await store.close()
      return entries
    } })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** `database` also kills the postmaster with every writer, and starts it again on the same files. */
export async function killOnPostgres(server: TestPostgres, size: Size, database: boolean): Promise<KillReport> {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-kill-'))
  const home = await server.freshDatabase()
  try {
    return await killCampaign({
      ...size, home, folder, ...(database ? { killDatabase: server.kill } : {}),
      entries: async () => {
        if (database) await server.start()
        const store = await openPostgres(home, await fileKeys(join(folder, 'keys')))
        const entries = await store.entries('case-1')
        await store.close()
        return entries
      },
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}
