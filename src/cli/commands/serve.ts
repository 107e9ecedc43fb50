import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { listAccounts } from '#src/server/auth/make-account.ts'
import { seedAccounts } from '#src/server/auth/seed-accounts.ts'
import { buildIfStale } from '#src/server/main/build-if-stale.ts'
import { openHome } from '#src/server/main/open-home.ts'
import { seedDemonstration } from '#src/server/main/seed-demonstration.ts'
import { startServer, type RunningServer } from '#src/server/main/start-server.ts'
import { chosenRelease } from '../chosen-release.ts'
import { answer, exitCode, message } from '../command.ts'
import type { Command } from '../command.ts'

const help = `usage: consilium serve [--port N] [--data DIR] [--database URL] [--demo] [--host ADDRESS] [--origin URL]… [--build]
                       [--knowledge RELEASE]

The product: API and built app on one port, until it is interrupted.

  --port N        default 4600
  --data DIR      keys, and the SQLite file unless a database is given; default ./data
  --database URL  a PostgreSQL (postgres://…); DATABASE_URL works too
  --demo          demonstration cases, and on an empty server one account a role with a random password, printed once
  --host ADDRESS  where to listen; default 127.0.0.1. Anything else needs an https origin and no accounts with printed passwords
  --origin URL    a further address under which people open this server: the https address of the proxy before it
  --knowledge RELEASE  what new cases are read with: "built-in", a name, or the beginning of a hash of a release under DIR (consilium knowledge list). A case
                  keeps the release it was read with
  --build         first builds the app, where it is missing or older than its sources

Environment: DATABASE_URL, CONSILIUM_KNOWLEDGE, CONSILIUM_ZONE (IANA zone of the institution), CONSILIUM_JURISDICTION (EU or US; whose labels count).
Exit: 0 ended, 1 refused to start (the reason is said), 2 wrong usage.`

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: {
    port: { type: 'string', default: '4600' }, data: { type: 'string', default: 'data' }, database: { type: 'string' }, demo: { type: 'boolean', default: false },
    host: { type: 'string', default: '127.0.0.1' }, origin: { type: 'string', multiple: true, default: [] }, build: { type: 'boolean', default: false }, knowledge: { type: 'string' },
  } })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return wrong(`--port takes a number up to 65535, not "${values.port}"`)
  const origins = values.origin.map((text) => URL.parse(text)?.origin ?? null)
  if (origins.includes(null)) return wrong('--origin takes an address such as https://consilium.hospital.example')
  const release = await chosenRelease(values)
  if (release === null) return exitCode.refused
  if (values.build) await buildIfStale()
  const app = join('dist', 'app')
  const home = await openHome({ data: resolve(values.data), database: values.database ?? process.env['DATABASE_URL'] ?? null })
  const further = origins.filter((origin) => origin !== null)
  const server = await startServer({ home, host: values.host, port, origins: further, app: existsSync(join(app, 'index.html')) ? app : null, release }).catch(async (error: Error) => {
    await home.store.close()
    return error
  })
  if (server instanceof Error) return refused(server)
  try {
    await greet(server, values.demo)
    await interrupted()
    return exitCode.done
  } catch (error) {
    return refused(error)
  } finally {
    await server.close()
  }
}

function refused(error: unknown): number {
  message(error instanceof Error ? error.message : String(error))
  return exitCode.refused
}

async function greet(server: RunningServer, demo: boolean): Promise<void> {
  const seeded = demo ? await seedAccounts(server.accounts) : []
  const lines = seeded.map(({ email, password, roles, name }) => `  ${email.padEnd(34)} ${password}   ${name}, ${roles.join(', ').replaceAll('_', ' ')}`)
  // Said before anything else can fail: nobody can be told a second time.
  if (lines.length > 0) answer(['', 'Accounts of this demonstration. The passwords are shown this once and kept nowhere:', '', ...lines, ''].join('\n'))
  if (demo) await seedDemonstration(server)
  if ((await listAccounts(server.accounts)).length === 0) message('There are no accounts yet: consilium accounts add EMAIL --name NAME --role ROLE')
  const { release, hash } = server.deps.knowledge
  answer(`Knowledge ${release} (${hash.slice(0, 12)})`)
  answer(`Consilium is at ${server.url}`)
}

function wrong(text: string): number {
  message(`${text}\n\n${help}`)
  return exitCode.usage
}

/** SIGINT or SIGTERM: requests under way are finished, then the database is closed. */
function interrupted(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done())
    process.once('SIGTERM', () => done())
  })
}

export const serveCommand: Command = { help, run }
