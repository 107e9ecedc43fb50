import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { chromiumPath } from './requirements.ts'

/** Bundles one module and opens it in a page of a real Chromium, from loopback http (WebCrypto needs a secure origin). */
export async function openInBrowser(entry: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-page-'))
  // As in vite.config.ts: the variant for browsers needs a document, which a worker lacks.
  const alias = { 'decode-named-character-reference': fileURLToPath(new URL('../../node_modules/decode-named-character-reference/index.js', import.meta.url)) }
  await build({ configFile: false, logLevel: 'error', resolve: { alias }, build: { outDir: folder, emptyOutDir: true, minify: false, target: 'esnext', lib: { entry, formats: ['es'], fileName: () => 'page.js' } } })
  const script = await readFile(join(folder, 'page.js'))
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : '<!doctype html><title>test</title><script type="module" src="/page.js"></script>')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${address.port}/`)
  return {
    page,
    close: async () => {
      await browser.close()
      server.close()
      await rm(folder, { recursive: true })
    },
  }
}
