import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Account = { email: string; password: string }
type Asked = { method?: string; cookie?: string; body?: BodyInit; name?: string }
/** Bytes: of the process, held by what lives in it, and the most it ever had. */
export type Memory = { now: number; held: number; peak: number }

/** The server in its own process, and people who are signed in to it. */
export async function hostileServer() {
  const data = await mkdtemp(join(tmpdir(), 'consilium-hostile-'))
  const child = fork(new URL('./server-writer.ts', import.meta.url), [data], { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  child.setMaxListeners(0)
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const told = <T>() => new Promise<T>((resolve, reject) => {
    child.once('message', (message) => resolve(message as T)) // its own messages, in the order of the questions
    child.once('exit', () => reject(new Error(`the server ended: ${said.join('').slice(-400)}`)))
  })
  const { url, accounts } = await told<{ url: string; accounts: readonly Account[] }>()
  // A connection that lay idle while a large file was made may be closed as the next request leaves: a client asks once more.
  const ask = (path: string, init: Asked = {}) => once(path, init).catch(() => once(path, init))
  const once = (path: string, init: Asked) => fetch(`${url}/api${path}`, {
    method: init.method ?? 'GET', ...(init.body === undefined ? {} : { body: init.body }),
    headers: {
      'x-consilium': '1', origin: url, ...(init.cookie === undefined ? {} : { cookie: init.cookie }), ...(init.name === undefined ? {} : { 'x-file-name': init.name }),
      ...(init.body === undefined ? {} : { 'content-type': typeof init.body === 'string' ? 'application/json' : 'application/octet-stream' }),
    },
  })
  return {
    ask,
    signIn: async (which: number): Promise<string> => {
      const { email, password } = accounts[which] ?? { email: '', password: '' }
      return (await ask('/session', { method: 'POST', body: JSON.stringify({ email, password }) })).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    },
    memory: () => { const answer = told<Memory>(); child.send('memory'); return answer },
    /** What it wrote on standard error: a defect would stand here. */
    errors: () => said.join(''),
    close: async () => {
      const ended = new Promise((resolve) => { child.once('exit', resolve) })
      child.send('end')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}
export type HostileServer = Awaited<ReturnType<typeof hostileServer>>
