import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { disableAccount, listAccounts } from '#src/server/auth/make-account.ts'
import { seedAccounts } from '#src/server/auth/seed-accounts.ts'
import { openHome } from '#src/server/main/open-home.ts'
import { startServer, type RunningServer } from '#src/server/main/start-server.ts'

let data: string
let running: RunningServer[]
const start = async (more: { host?: string; origins?: string[] } = {}) => {
  const home = await openHome({ data, database: null })
  try {
    const server = await startServer({ home, host: '127.0.0.1', port: 0, origins: [], app: null, ...more })
    running.push(server)
    return server
  } catch (error) {
    await home.store.close()
    throw error
  }
}
const ask = (server: RunningServer, path: string, body?: unknown, headers: Record<string, string> = {}) => fetch(`${server.url}/api${path}`, body === undefined ? { headers } : {
  method: 'POST', headers: { 'content-type': 'application/json', 'x-consilium': '1', origin: server.url, ...headers }, body: JSON.stringify(body),
})

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'consilium-server-'))
  running = []
})
afterEach(async () => {
  for (const server of running) await server.close()
  await rm(data, { recursive: true })
})

describe('a server', () => {
  test('lets a person in through its contract, and out again', async () => {
    const server = await start()
    const [coordinator] = await seedAccounts(server.accounts)
    expect(await (await ask(server, '/session')).json()).toMatchObject({ person: null, host: 'server' })
    const entered = await ask(server, '/session', { email: coordinator?.email, password: coordinator?.password })
    expect(await entered.json()).toMatchObject({ person: { email: coordinator?.email, roles: ['coordinator'] } })
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(await (await ask(server, '/session', undefined, { cookie })).json()).toMatchObject({ person: { name: coordinator?.name } })
    await ask(server, '/session/end', {}, { cookie })
    expect(await (await ask(server, '/session', undefined, { cookie })).json()).toMatchObject({ person: null })
  })

  test('refuses a sign-in that another page sends, and a wrong password in the words of the contract', async () => {
    const server = await start()
    await seedAccounts(server.accounts)
    expect((await ask(server, '/session', { email: 'a@b.example', password: 'x' }, { origin: 'https://attacker.example' })).status).toBe(403)
    const refused = await ask(server, '/session', { email: 'a@b.example', password: 'x' })
    expect([refused.status, await refused.json()]).toEqual([401, { code: 'sign_in_failed', detail: null }])
  })

  test('keeps sessions and accounts over a restart', async () => {
    const first = await start()
    const [coordinator] = await seedAccounts(first.accounts)
    const entered = await ask(first, '/session', { email: coordinator?.email, password: coordinator?.password })
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    await first.close()
    running = []
    const second = await start()
    expect(await (await ask(second, '/session', undefined, { cookie })).json()).toMatchObject({ person: { email: coordinator?.email } })
  })
})

describe('off loopback', () => {
  test('a server without TLS before it does not start', async () => {
    await expect(start({ host: '0.0.0.0' })).rejects.toThrow(/not loopback.*proxy with TLS/)
  })

  test('a server whose passwords were printed does not start, until those accounts are gone', async () => {
    const server = await start()
    await seedAccounts(server.accounts)
    await server.close()
    running = []
    const open = { host: '0.0.0.0', origins: ['https://consilium.hospital.example'] }
    await expect(start(open)).rejects.toThrow(/printed passwords/)
    const home = await start()
    for (const { person } of await listAccounts(home.accounts)) await disableAccount(home.accounts, person.id)
    await home.close()
    running = []
    expect((await start(open)).url).toBe('https://consilium.hospital.example')
  })
})
