import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'
import { openAccounts, type Accounts } from '../auth/accounts.ts'
import { betterAuthHome } from '../auth/better-auth-home.ts'
import { hasSeededAccounts } from '../auth/seed-accounts.ts'
import { sqlCheckpoints } from '../store/sql-checkpoints.ts'
import { appFiles } from './app-files.ts'
import { appendToFile, checkpointFile } from './checkpoint-file.ts'
import { clientAddresses } from './client-addresses.ts'
import { hostFetch } from './host-fetch.ts'
import { nodeDeps } from './node-deps.ts'
import type { ServerHome } from './open-home.ts'
import { builtIn, shelfOf } from './release-shelf.ts'
import type { FoundRelease } from './release-shelf.ts'
import { withCheckpoints } from './with-checkpoints.ts'

export type ServerOptions = {
  home: ServerHome
  host: string
  /** 0: any free port. */
  port: number
  /** Further origins under which people open this server: the https address of the proxy before it, or the development page. */
  origins: readonly string[]
  /** Folder of the built app, or null to serve the API alone. */
  app: string | null
  /** Knowledge that new cases are read with; the built-in release where none is given. */
  release?: FoundRelease
}
export type RunningServer = { url: string; accounts: Accounts; deps: Deps; close: () => Promise<void> }

const loopback = new Set(['127.0.0.1', '::1', 'localhost'])
/** Requests under way get this long to end before their connections are cut. */
const graceMs = 3_000

/** Starts the product: API and app on one port. Throws when it would be opened to others in a way that is not safe. */
export async function startServer({ home, host, port, origins, app, release = builtIn() }: ServerOptions): Promise<RunningServer> {
  const secure = origins.some((origin) => origin.startsWith('https://'))
  const accounts = await openAccounts({ db: home.db, type: home.type, keys: home.keys, secure })
  await refuseUnsafe(host, secure, accounts)
  const { addressOf, remember } = clientAddresses(secure)
  const identity = betterAuthHome({ accounts, secure, now: Date.now, addressOf })
  const store = withCheckpoints({
    store: home.store, checkpoints: sqlCheckpoints(home.db), keys: home.keys, now: () => new Date(), outside: (made) => appendToFile(checkpointFile(home.data), made),
  })
  const deps = nodeDeps({ store, keys: home.keys, identity, release, shelf: shelfOf(home.data) })
  const api = createApp(deps)
  const known = new Set(origins)
  const fetch = hostFetch({ api: (request) => api.fetch(request), files: app === null ? new Map() : await appFiles(app), origins: known, secure })
  const server = createAdaptorServer({ overrideGlobalObjects: false, fetch: (request, { incoming }) => {
    remember(request, incoming)
    return fetch(request)
  } })
  const listening = await listen(server, host, port)
  const names = loopback.has(host) ? ['127.0.0.1', 'localhost', '[::1]'] : []
  for (const name of names) known.add(`http://${name}:${listening.port}`)
  return {
    url: origins.find((origin) => origin.startsWith('https://')) ?? `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}`,
    accounts,
    deps,
    close: async () => {
      await stop(server)
      await store.close()
    },
  }
}

async function refuseUnsafe(host: string, secure: boolean, accounts: Accounts): Promise<void> {
  if (loopback.has(host)) return
  if (!secure) throw new Error(`${host} is not loopback: others may only reach the server through a proxy with TLS. Give its address with --origin https://…`)
  if (await hasSeededAccounts(accounts)) throw new Error(`${host} is not loopback, and accounts with printed passwords exist. Disable them first: consilium accounts disable EMAIL`)
}

function listen(server: ServerType, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // Guaranteed by Node: a TCP server has an AddressInfo once it listens.
    server.listen(port, host, () => resolve(server.address() as AddressInfo))
  })
}

async function stop(server: ServerType): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()))
  const cut = 'closeAllConnections' in server ? setTimeout(() => server.closeAllConnections(), graceMs) : undefined
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  await closed
  clearTimeout(cut)
}
