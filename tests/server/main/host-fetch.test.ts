import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appFiles } from '#src/server/main/app-files.ts'
import { hostFetch } from '#src/server/main/host-fetch.ts'

const origin = 'http://127.0.0.1:4600'
let folder: string
let fetch: (request: Request) => Promise<Response>
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(new Request(`${origin}${path}`, { method, headers: { host: '127.0.0.1:4600', ...headers } }))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-app-'))
  await writeFile(join(folder, 'secret.txt'), 'secret')
  const app = join(folder, 'app')
  await mkdir(join(app, 'assets'), { recursive: true })
  await writeFile(join(app, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="CONSILIUM_NONCE"><script nonce="CONSILIUM_NONCE" src="/assets/a.js"></script>')
  await writeFile(join(app, 'assets', 'a.js'), 'export const a = 1\n'.repeat(100))
  await writeFile(join(app, 'assets', 'a.js.map'), '{}')
  await writeFile(join(app, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  fetch = hostFetch({ api: (request) => Response.json({ path: new URL(request.url).pathname }), files: await appFiles(app), origins: new Set([origin]), secure: false })
})
afterAll(() => rm(folder, { recursive: true }))

describe('the page', () => {
  test('opens under every address of the app, with a nonce of its own each time', async () => {
    const nonces = new Set<string>()
    for (const path of ['/', '/index.html', '/cases/42/therapies', '/cases/42?tab=x']) {
      const page = await get(path)
      const html = await page.text()
      const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? ''
      expect(page.status, path).toBe(200)
      expect(html).not.toContain('CONSILIUM_NONCE')
      expect(page.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(page.headers.get('cache-control')).toBe('no-store')
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(4)
  })

  test('allows nothing but our own origin, no frame, no inline script', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    for (const rule of [`frame-ancestors 'none'`, `base-uri 'none'`, `form-action 'none'`, `connect-src 'self'`, `worker-src 'self'`, `font-src 'self'`, `img-src 'self' blob:`]) expect(policy).toContain(rule)
    expect(policy).not.toMatch(/unsafe|\*|data:|http:/)
  })
})

describe('files', () => {
  test('come from the built app, packed, and are kept for ever when named by their content', async () => {
    const script = await get('/assets/a.js', { 'accept-encoding': 'gzip, br' })
    expect(script.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(await script.bytes()).toString()).toBe('export const a = 1\n'.repeat(100))
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect((await get('/mark.svg')).headers.get('cache-control')).toBe('no-cache')
    expect(await (await get('/assets/a.js')).text()).toContain('export')
  })

  test.each(['/assets/missing.js', '/assets/a.js.map', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/secret.txt'])('%s is not there', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('secret')
  })

  test('are only read', async () => expect((await get('/', {}, 'POST')).status).toBe(405))
})

describe('the API', () => {
  test('is reached under /api and never kept anywhere', async () => {
    const answer = await get('/api/session')
    expect(await answer.json()).toEqual({ path: '/api/session' })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await get('/api/session', { origin: 'https://attacker.example' })).headers.get('access-control-allow-origin')).toBeNull()
  })

  test('is guarded', async () => {
    expect((await get('/api/session', {}, 'POST')).status).toBe(403)
    expect((await get('/api/session', {}, 'OPTIONS')).status).toBe(403)
    expect((await get('/api/session', { host: 'attacker.example' })).status).toBe(421)
  })

  test('every answer says how it may be used', async () => {
    for (const path of ['/', '/assets/a.js', '/assets/none.js', '/api/session']) {
      const { headers } = await get(path)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin')
    }
  })
})
