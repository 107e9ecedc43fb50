import { openHome } from '#src/server/main/open-home.ts'
import { seedAccounts } from '#src/server/auth/seed-accounts.ts'
import { startServer } from '#src/server/main/start-server.ts'

/** The product's own server in a process of its own, so that its memory and its answers are its own. Tells its parent where it is; answers `memory`. */
const data = process.argv[2]
if (!data || !process.send) throw new Error('started by hostile-server.ts with a folder')
const server = await startServer({ home: await openHome({ data, database: null }), host: '127.0.0.1', port: 0, origins: [], app: null })
const accounts = await seedAccounts(server.accounts)
process.send({ url: server.url, accounts })
process.on('message', (asked) => {
  if (asked === 'memory') {
    // `--expose-gc`: what is still held counts, not what waits to be collected.
    globalThis.gc?.()
    const { rss, heapUsed, external } = process.memoryUsage()
    process.send?.({ now: rss, held: heapUsed + external, peak: process.resourceUsage().maxRSS * 1024 })
  }
  if (asked === 'end') void server.close().then(() => process.exit(0))
})
