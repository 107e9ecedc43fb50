import { spawnSync } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What the built app is made of. */
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json']
const built = join('dist', 'app', 'index.html')

const changed = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.mtimeMs ?? 0

async function newestUnder(path: string): Promise<number> {
  const entries = (await stat(path).catch(() => null))?.isDirectory() ? await readdir(path, { recursive: true, withFileTypes: true }) : null
  if (!entries) return changed(path)
  return Math.max(0, ...(await Promise.all(entries.filter((entry) => entry.isFile()).map((entry) => changed(join(entry.parentPath, entry.name))))))
}

/** `npm start` on a fresh machine, or after an update: builds the app where it is missing or older than what it is made of. Throws when that fails. */
export async function buildIfStale(): Promise<void> {
  const newest = Math.max(...(await Promise.all(sources.map(newestUnder))))
  if ((await changed(built)) >= newest) return
  // Whoever asks may run as `test` or `development`, and would get the slow, talkative libraries of a developer.
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status } = spawnSync('vite', ['build', '--logLevel', 'warn'], { stdio: 'inherit', env, shell: process.platform === 'win32' })
  if (status !== 0) throw new Error('the app could not be built')
}
