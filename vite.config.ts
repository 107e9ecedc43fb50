import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

// VITE_HOST=demo is read by src/main.tsx through import.meta.env: a false branch is dropped, so the production page holds no server and no mock.
// Chunks follow dynamic imports. The map engine, Markdown and the palette are imported lazily by their own adapters in src/ui.

/**
 * zod tries once whether it may compile code. The page's policy refuses that: caught, and still a violation on record at every load. Told in the same
 * module that reads the setting, it does not try, in whichever chunk it comes.
 */
const noCompiledSchemas = (): Plugin => ({
  name: 'no-compiled-schemas', apply: 'build',
  transform: (code, id) => (id.endsWith('/zod/v4/core/core.js') ? { code: `globalThis.__zod_globalConfig ??= { jitless: true };${code}`, map: null } : null),
})

/**
 * What pdf.js asks for while it shows a document, from our own origin: the fourteen standard fonts that a PDF may leave out, and decoders of scanned
 * pages as scripts, since the page's policy refuses WebAssembly. Under the library's version, so that they may be kept for ever.
 */
const pdfFiles = (): Plugin => {
  const library = fileURLToPath(new URL('node_modules/pdfjs-dist/', import.meta.url))
  const { version } = JSON.parse(readFileSync(`${library}package.json`, 'utf8')) as { version: string } // every package has one
  const wanted = [...readdirSync(`${library}standard_fonts`).map((name) => `standard_fonts/${name}`), ...readdirSync(`${library}wasm`).filter((name) => /_nowasm_fallback\.js$|^LICENSE_(PDFJS_)?(JBIG2|OPENJPEG)$/.test(name)).map((name) => `wasm/${name}`)]
  const under = `assets/pdf-${version}/`
  const nameOf = (path: string) => path.slice(path.indexOf('/') + 1)
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const path of wanted) this.emitFile({ type: 'asset', fileName: `${under}${nameOf(path)}`, source: readFileSync(library + path) })
    },
    configureServer: ({ middlewares }) => void middlewares.use(`/${under}`, (request, response, next) => {
      const path = wanted.find((one) => `/${nameOf(one)}` === request.url?.split('?')[0])
      if (!path) return next()
      response.setHeader('content-type', path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream')
      response.end(readFileSync(library + path))
    }),
  }
}

export default defineConfig({
  // The demonstration's request forwarder is emitted for that build only.
  plugins: [react(), noCompiledSchemas(), pdfFiles(), ...(process.env['VITE_HOST'] === 'demo' ? [msw({ mode: 'worker-only' })] : [])],
  // Filled anew for every page by the host (src/server/main/serve-app.ts).
  html: { cspNonce: 'CONSILIUM_NONCE' },
  build: {
    outDir: process.env['VITE_HOST'] === 'demo' ? 'dist/demonstration' : 'dist/app',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    // Content-Security-Policy allows 'self' only: nothing becomes a data: URL, and no inline polyfill is written.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
  // Markdown's table of entities, not its browser variant: that one needs a document, which a worker lacks, and writes innerHTML, which Trusted Types refuse.
  resolve: { alias: { 'decode-named-character-reference': fileURLToPath(new URL('node_modules/decode-named-character-reference/index.js', import.meta.url)) } },
  server: { port: 5173, strictPort: true, proxy: { '/api': 'http://127.0.0.1:4600' } },
})
