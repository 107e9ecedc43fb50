import { spawnSync } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { appFiles } from '#src/server/main/app-files.ts'
import { securityHeaders } from '#src/server/main/security-headers.ts'
import { serveApp } from '#src/server/main/serve-app.ts'

const built = join('dist', 'demonstration')
const sources = ['src', 'mocks', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']

/** The built demonstration as a host of static files would serve it, under the policy of the product's own server; /api is answered by nobody. */
export async function openDemonstrationSite(): Promise<{ url: string; close: () => void }> {
  const newest = Math.max(...(await Promise.all(sources.map(newestUnder))))
  if ((await newestUnder(join(built, 'index.html'))) < newest) {
    const { status } = spawnSync('vite', ['build', '--logLevel', 'error'], { stdio: 'inherit', env: { ...process.env, VITE_HOST: 'demo', NODE_ENV: 'production' }, shell: process.platform === 'win32' })
    if (status !== 0) throw new Error('the demonstration could not be built')
  }
  const files = await appFiles(built)
  const server = createAdaptorServer({
    fetch: async (request) => {
      const answer = new URL(request.url).pathname.startsWith('/api') ? new Response('no server here', { status: 501 }) : await serveApp(request, files)
      for (const [name, value] of Object.entries(securityHeaders(false))) answer.headers.set(name, value)
      return answer
    },
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

async function newestUnder(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return Math.max(0, ...(await Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs))))
}
