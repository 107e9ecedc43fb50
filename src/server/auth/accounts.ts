import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { sql, type Kysely } from 'kysely'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import type { Keys } from '#src/server/keys/key-port.ts'
import type { Database } from '#src/server/store/schema.ts'

/** Idle 15 minutes, absolute 12 hours. */
export const idleSeconds = 15 * 60
export const absoluteSeconds = 12 * 3600

export type AccountsHome = { db: Kysely<Database>; type: 'sqlite' | 'postgres'; keys: Keys; secure: boolean }
export type Accounts = Awaited<ReturnType<typeof openAccounts>>

/**
 * Accounts, passwords and sessions: better-auth on the connection of the store. Its HTTP routes are not mounted; the product's own
 * contract is the only door. Nobody can sign up: accounts are seeded or made by an administrator.
 */
export async function openAccounts({ db, type, keys, secure }: AccountsHome) {
  const options = {
    appName: 'Consilium',
    baseURL: 'http://127.0.0.1',
    // Ed25519 is deterministic: the same host has the same secret, and nobody without its key can make it.
    secret: await sha256Hex(await keys.sign(new TextEncoder().encode('consilium session secret 1'))),
    database: { db, type },
    telemetry: { enabled: false },
    // A wrong password is everyday and answered to the person; only defects are for the log.
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    user: {
      modelName: 'person',
      additionalFields: {
        roles: { type: 'string', required: true, input: false },
        credential: { type: 'string', required: false, input: false },
        active: { type: 'boolean', required: true, defaultValue: true, input: false },
        /** Made by the first start with a printed password: while such accounts exist, the server stays on loopback. */
        seeded: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    account: { modelName: 'login' },
    verification: { modelName: 'login_verification' },
    session: { modelName: 'login_session', expiresIn: idleSeconds, updateAge: 60 },
    advanced: { cookies: { session_token: { name: sessionCookie(secure), attributes: { secure, sameSite: 'strict', httpOnly: true, path: '/' } } } },
  } as const
  await migrateAccounts(db, type, async () => (await getMigrations(options)).runMigrations())
  return betterAuth(options)
}

/** Browsers accept the `__Host-` prefix on secure origins only; plain loopback http has none. */
export const sessionCookie = (secure: boolean) => (secure ? '__Host-consilium' : 'consilium')

/** On PostgreSQL several servers may start at once: the second waits. SQLite has the one connection, and the file lock. */
async function migrateAccounts(db: Kysely<Database>, type: AccountsHome['type'], run: () => Promise<void>): Promise<void> {
  if (type === 'sqlite') return run()
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(7266348)`.execute(connection)
    try {
      await run()
    } finally {
      await sql`select pg_advisory_unlock(7266348)`.execute(connection)
    }
  })
}
