import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Person } from '#src/domain/person.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { createApp } from '#src/server/app.ts'
import type { Identity } from '#src/server/auth/identify.ts'
import { invitedPeople } from '#src/server/auth/invited-people.ts'
import type { Deps } from '#src/server/deps.ts'
import { readContext } from '#src/server/intake/read-context.ts'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { openPostgres } from '#src/server/store/postgres.ts'
import type { Store } from '#src/server/store/ports.ts'
import { openSqlite } from '#src/server/store/sqlite.ts'

export const people: readonly Person[] = invitedPeople.map((p) => ({ ...p, id: p.email.split('@')[0] ?? '' }))
/** The password that the tests' identity takes for a fresh authentication. */
export const rightPassword = 'open sesame, please'

/**
 * A whole server in process on a real SQLite file, or on a PostgreSQL given by its address; who asks is said by the header that only this
 * identity reads.
 */
export async function openHouse(postgres: string | null = null) {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-'))
  const keys = await memoryKeys()
  const store: Store = postgres ? await openPostgres(postgres, keys) : await openSqlite(join(folder, 'consilium.sqlite'), keys)
  const knowledge = loadKnowledge()
  const index = indexKnowledge(knowledge)
  let ids = 0
  const deps: Deps = {
    store, keys, identity: testIdentity, knowledge, index, releases: null, analyse: (input) => analyse(input, index),
    readRecords: (files, options) => readRecords([...files], { ...readContext(knowledge), ...options }),
    clock: () => new Date(), newId: () => `id-${(ids++).toString().padStart(6, '0')}`, host: 'server', zone: 'Europe/Berlin', jurisdiction: 'EU',
  }
  const app = createApp(deps)
  const as = (id: string) => (request: Request) => {
    const headers = new Headers(request.headers)
    headers.set('x-test-person', id)
    return app.fetch(new Request(request, { headers }))
  }
  return {
    deps, app, as, file: join(folder, 'consilium.sqlite'),
    close: async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>

const testIdentity: Identity = {
  identify: async (request) => people.find((p) => p.id === request.headers.get('x-test-person')) ?? null,
  signIn: async () => 'sign_in_failed',
  signOut: async () => new Headers(),
  authenticateAgain: async (_request, _person, password) => (password === rightPassword ? { method: 'password' } : 'step_up_failed'),
  people: async () => [...people],
  personas: async () => [],
  takePersona: async () => null,
}
