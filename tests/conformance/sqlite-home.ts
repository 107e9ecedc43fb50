import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { openSqlite } from '#src/server/store/sqlite.ts'
import type { Home } from './home.ts'

export async function sqliteHome(): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-sqlite-'))
  const store = await openSqlite(join(folder, 'consilium.sqlite'), await memoryKeys())
  return {
    store,
    // One process has one connection: a second handle is the same one, and its closing is the owner's.
    another: () => Promise.resolve({ ...store, close: () => Promise.resolve() }),
    raw: async () => (await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'latin1')))).join('\n'),
    close: async () => {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
