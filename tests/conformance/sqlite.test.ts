import { mkdtemp, rm, stat } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { openSqlite } from '#src/server/store/sqlite.ts'
import { anAppend, start } from './an-append.ts'
import { sqliteHome } from './sqlite-home.ts'
import { storeSuite } from './store-suite.ts'

describe('SQLite', () => {
  test.each(storeSuite)('$name', ({ run }) => run(sqliteHome))

  test('the file refuses to change, delete or replace an entry, whoever asks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'consilium-sqlite-'))
    const path = join(folder, 'data', 'consilium.sqlite')
    const store = await openSqlite(path, await memoryKeys())
    const append = await anAppend(start)
    await store.append(append)
    const intruder = new DatabaseSync(path)
    for (const statement of [
      `update entries set entry = '{}'`, 'delete from entries',
      `insert or replace into entries values ('case-1', 1, 'other', 0, '{}')`, `insert or replace into entries values ('case-1', 2, 'command-1', 0, '{}')`,
    ]) expect(() => intruder.exec(statement), statement).toThrow(/never/)
    intruder.close()
    expect(await store.entries('case-1')).toEqual(append.entries)
    expect((await stat(path)).mode & 0o077).toBe(0)
    await store.close()
    const again = await openSqlite(path, await memoryKeys())
    expect(await again.entries('case-1')).toEqual(append.entries)
    await again.close()
    await rm(folder, { recursive: true })
  })
})
