import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openAccounts, type Accounts } from '#src/server/auth/accounts.ts'
import { betterAuthHome } from '#src/server/auth/better-auth-home.ts'
import type { Identity } from '#src/server/auth/identify.ts'
import { disableAccount, makeAccount } from '#src/server/auth/make-account.ts'
import { hasSeededAccounts, seedAccounts } from '#src/server/auth/seed-accounts.ts'
import { memoryKeys } from '#src/server/keys/memory-keys.ts'
import { openSqlite } from '#src/server/store/sqlite.ts'

const password = 'a long enough password'
const amara = {
  name: 'Dr Amara Osei', email: 'Amara@clinic.example', roles: ['oncologist'] as 'oncologist'[],
  credential: { title: 'Oncologist', number: 'MO-1', validUntil: '2030-01-01' }, password, seeded: false,
}

let folder: string
let accounts: Accounts
let identity: Identity
let close: () => Promise<void>

const asked = (cookie = '', address = '192.0.2.1') => new Request('http://127.0.0.1/api/session', { headers: { cookie, 'x-test-address': address } })
const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? ''
async function signIn(given = password, address = '192.0.2.1'): Promise<string> {
  const entered = await identity.signIn(asked('', address), 'amara@clinic.example', given)
  return typeof entered === 'string' ? entered : cookieOf(entered.headers)
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T08:00:00Z') })
  folder = await mkdtemp(join(tmpdir(), 'consilium-auth-'))
  const keys = await memoryKeys()
  const store = await openSqlite(join(folder, 'consilium.sqlite'), keys)
  close = store.close
  accounts = await openAccounts({ db: store.db, type: 'sqlite', keys, secure: false })
  identity = betterAuthHome({ accounts, secure: false, now: Date.now, addressOf: (request) => request.headers.get('x-test-address') ?? '' })
})
afterEach(async () => {
  await close()
  await rm(folder, { recursive: true })
  vi.useRealTimers()
})

describe('signing in', () => {
  test('gives the person and a strict, script-proof cookie without a lifetime of its own', async () => {
    const made = await makeAccount(accounts, amara)
    const entered = await identity.signIn(asked(), ' AMARA@clinic.example ', password)
    if (typeof entered === 'string') throw new Error(entered)
    expect(entered.person).toEqual({ id: made.id, name: 'Dr Amara Osei', email: 'amara@clinic.example', roles: ['oncologist'], credential: amara.credential })
    expect(entered.headers.getSetCookie()).toEqual([expect.stringMatching(/^consilium=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/)])
    expect(await identity.identify(asked(cookieOf(entered.headers)))).toEqual(made)
  })

  test('on TLS the cookie is bound to the host', async () => {
    const store = await openSqlite(join(folder, 'tls.sqlite'), await memoryKeys())
    const secured = await openAccounts({ db: store.db, type: 'sqlite', keys: await memoryKeys(), secure: true })
    await makeAccount(secured, amara)
    const tls = betterAuthHome({ accounts: secured, secure: true, now: Date.now, addressOf: () => '' })
    const entered = await tls.signIn(asked(), amara.email, password)
    if (typeof entered === 'string') throw new Error(entered)
    expect(entered.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-consilium=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/)])
    expect(await tls.identify(asked(cookieOf(entered.headers)))).toMatchObject({ name: 'Dr Amara Osei' })
    await store.close()
  })

  test('is refused alike for a wrong password, an unknown address and a disabled account', async () => {
    const made = await makeAccount(accounts, amara)
    expect(await signIn('a wrong password')).toBe('sign_in_failed')
    expect(await identity.signIn(asked(), 'nobody@clinic.example', password)).toBe('sign_in_failed')
    await disableAccount(accounts, made.id)
    expect(await signIn()).toBe('sign_in_failed')
  })

  test('a forged, changed or foreign cookie is nobody', async () => {
    await makeAccount(accounts, amara)
    const cookie = await signIn()
    for (const forged of ['', 'consilium=', 'consilium=x.y', `${cookie.slice(0, -3)}abc`, cookie.replace('consilium', 'other')]) expect(await identity.identify(asked(forged)), forged).toBeNull()
  })

  test('nobody can sign up', async () => {
    const answer = await accounts.handler(new Request('http://127.0.0.1/api/auth/sign-up/email', {
      method: 'POST', headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1' }, body: JSON.stringify({ name: 'x', email: 'x@clinic.example', password }),
    }))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await identity.people()).toEqual([])
  })
})

describe('throttling', () => {
  test('after five failures on an account even the right password waits a quarter of an hour', async () => {
    await makeAccount(accounts, amara)
    for (let i = 0; i < 5; i += 1) expect(await signIn('wrong password', `192.0.2.${i}`)).toBe('sign_in_failed')
    expect(await signIn(password, '198.51.100.7')).toBe('too_many_attempts')
    vi.setSystemTime(new Date('2026-03-02T08:14:59Z'))
    expect(await signIn(password, '198.51.100.7')).toBe('too_many_attempts')
    vi.setSystemTime(new Date('2026-03-02T08:15:00Z'))
    expect(await signIn(password, '198.51.100.7')).toMatch(/^consilium=/)
  })

  test('one address cannot go through the accounts', async () => {
    const guess = (i: number) => identity.signIn(asked('', '192.0.2.9'), `guess-${i}@clinic.example`, 'wrong password')
    expect(new Set(await Promise.all(Array.from({ length: 50 }, (_, i) => guess(i))))).toEqual(new Set(['sign_in_failed']))
    expect(await guess(51)).toBe('too_many_attempts')
  })

  test('a hundred guesses at once are a hundred tries', async () => {
    await makeAccount(accounts, amara)
    const answers = await Promise.all(Array.from({ length: 100 }, () => signIn('wrong password')))
    expect(answers.filter((answer) => answer === 'sign_in_failed').length).toBe(5)
  })

  test('a success forgets earlier failures', async () => {
    await makeAccount(accounts, amara)
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) expect(await signIn('wrong password')).toBe('sign_in_failed')
      expect(await signIn()).toMatch(/^consilium=/)
    }
  })
})

describe('a session', () => {
  test('idles out after 15 minutes, and lives on while it is used', async () => {
    await makeAccount(accounts, amara)
    const cookie = await signIn()
    for (const minute of [10, 20, 30]) {
      vi.setSystemTime(new Date(`2026-03-02T08:${minute}:00Z`))
      expect(await identity.identify(asked(cookie)), `minute ${minute}`).not.toBeNull()
    }
    vi.setSystemTime(new Date('2026-03-02T08:45:01Z'))
    expect(await identity.identify(asked(cookie))).toBeNull()
  })

  test('ends after twelve hours however busy it is', async () => {
    await makeAccount(accounts, amara)
    const cookie = await signIn()
    const start = Date.now()
    for (let minute = 10; minute < 720; minute += 10) {
      vi.setSystemTime(start + minute * 60_000)
      expect(await identity.identify(asked(cookie)), `minute ${minute}`).not.toBeNull()
    }
    vi.setSystemTime(start + 720 * 60_000)
    expect(await identity.identify(asked(cookie))).toBeNull()
    vi.setSystemTime(start + 700 * 60_000)
    expect(await identity.identify(asked(cookie)), 'ended for good').toBeNull()
  })

  test('ends at sign-out, when the account is disabled, and when its cookie signs in anew', async () => {
    const made = await makeAccount(accounts, amara)
    const first = await signIn()
    const again = await identity.signIn(asked(first), amara.email, password)
    if (typeof again === 'string') throw new Error(again)
    const second = cookieOf(again.headers)
    expect(second).not.toBe(first)
    expect(await identity.identify(asked(first))).toBeNull()
    expect((await identity.signOut(asked(second))).getSetCookie()[0]).toContain('Max-Age=0')
    expect(await identity.identify(asked(second))).toBeNull()
    const third = await signIn()
    await disableAccount(accounts, made.id)
    expect(await identity.identify(asked(third))).toBeNull()
    expect(await identity.people()).toEqual([])
  })
})

describe('fresh authentication before a signature', () => {
  test('takes the password of the person whose session asks, and nobody else', async () => {
    const [made, other] = [await makeAccount(accounts, amara), await makeAccount(accounts, { ...amara, email: 'b@clinic.example', password: 'another long password' })]
    const cookie = await signIn()
    expect(await identity.authenticateAgain(asked(cookie), made, password)).toEqual({ method: 'password' })
    expect(await identity.authenticateAgain(asked(cookie), made, 'wrong password')).toBe('step_up_failed')
    expect(await identity.authenticateAgain(asked(cookie), other, 'another long password'), 'another person').toBe('step_up_failed')
    expect(await identity.authenticateAgain(asked(), made, password), 'no session').toBe('step_up_failed')
  })

  test('is throttled like a sign-in', async () => {
    const made = await makeAccount(accounts, amara)
    const cookie = await signIn()
    for (let i = 0; i < 5; i += 1) expect(await identity.authenticateAgain(asked(cookie), made, 'wrong password')).toBe('step_up_failed')
    expect(await identity.authenticateAgain(asked(cookie), made, password)).toBe('too_many_attempts')
  })
})

describe('seeded accounts', () => {
  test('every role can sign in with the password printed once; a second start makes none', async () => {
    const seeded = await seedAccounts(accounts)
    expect(new Set(seeded.flatMap((account) => account.roles))).toEqual(new Set(['coordinator', 'genomic_expert', 'oncologist', 'arbiter', 'board_member', 'administrator']))
    for (const [index, { email, password: printed, name }] of seeded.entries()) {
      const entered = await identity.signIn(asked('', `192.0.2.${index}`), email, printed)
      expect(typeof entered === 'string' ? entered : entered.person.name).toBe(name)
    }
    expect(new Set(seeded.map((account) => account.password)).size).toBe(seeded.length)
    expect(await seedAccounts(accounts)).toEqual([])
    expect(await hasSeededAccounts(accounts)).toBe(true)
  })

  test('passwords lie nowhere in the clear', async () => {
    const [first] = await seedAccounts(accounts)
    const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'latin1')))
    expect(files.join('')).toContain(first?.email)
    expect(files.join('')).not.toContain(first?.password)
  })

  test('an account that an administrator made does not tie the server to loopback', async () => {
    await makeAccount(accounts, amara)
    expect(await hasSeededAccounts(accounts)).toBe(false)
    await expect(makeAccount(accounts, amara)).rejects.toThrow(/already/)
  })
})
