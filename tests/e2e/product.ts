import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Product = { url: string; passwords: ReadonlyMap<string, string>; folder: string; stop: () => Promise<void> }

/** The whole product as its own process, built first where that is stale; the passwords are read from what it prints, as a person would. */
export async function startProduct(): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-e2e-'))
  const port = String(await freePort())
  const child = spawn(process.execPath, ['src/cli/main.ts', 'serve', '--build', '--demo', '--port', port, '--data', join(folder, 'data')], { env: { ...process.env, DATABASE_URL: undefined } })
  let said = ''
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const url = await new Promise<string>((done, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      const at = /Consilium is at (\S+)/.exec(said)?.[1]
      if (at) done(at)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('close', (code) => fail(new Error(`the product ended with ${code}:\n${said}`)))
  })
  const passwords = new Map([...said.matchAll(/^ {2}([\w.]+)@\S+ +(\S+) {3}/gm)].map(([, who = '', password = '']) => [who, password]))
  return {
    url, passwords, folder,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One command of the product, with its exit code. */
export function consilium(...args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['src/cli/main.ts', ...args])
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => { said += chunk })
  child.stderr.on('data', (chunk: Buffer) => { said += chunk })
  return new Promise((done) => child.once('close', (code) => done({ code, said })))
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
    })
  })
}
