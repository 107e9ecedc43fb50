import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

// VITE_HOST=demo is read by src/main.tsx through import.meta.env: a false branch is dropped, so the production page holds no server and no mock.
// Chunks follow dynamic imports. The map engine, Markdown and the palette are imported lazily by their own adapters in src/ui.

/**
 * The contract as a page first needs it: method and path of each operation. The schemas, and zod with them, are 35 kB of a first load of 150: they come with
 * the first press or key and check every answer from then on. The answers before that are those the host has cut to the same schemas.
 */
const contractForThePage = (): Plugin => {
  const file = fileURLToPath(new URL('src/contract/api.ts', import.meta.url))
  return {
    name: 'contract-for-the-page', apply: 'build', enforce: 'pre',
    async load(id) {
      if (id !== file) return null
      const { api }: typeof import('./src/contract/api.ts') = await import(pathToFileURL(file).href)
      const entries = Object.entries(api).map(([name, { method, path, permission, ...rest }]) =>
        `${name}: ${JSON.stringify({ method, path, permission, problems: [], ...('upload' in rest ? { upload: true } : {}), ...('file' in rest ? { file: rest.file } : {}) }).slice(0, -1)},response:answer(${JSON.stringify(name)})}`)
      return [
        'let whole = null',
        `const fetchWhole = () => { if (whole === null) whole = import(${JSON.stringify(`${file}?schemas`)}).then(module => { schemas = module.api }, () => { whole = null }) }`,
        'let schemas = null',
        "for (const press of ['pointerdown', 'keydown']) globalThis.addEventListener?.(press, fetchWhole, { once: true, passive: true, capture: true })",
        'const answer = name => ({ safeParse: data => schemas ? schemas[name].response.safeParse(data) : { success: true, data } })',
        `export const api = {\n${entries.join(',\n')}\n}`,
      ].join('\n')
    },
  }
}

export default defineConfig({
  // The demonstration's request forwarder is emitted for that build only.
  plugins: [react(), contractForThePage(), ...(process.env['VITE_HOST'] === 'demo' ? [msw({ mode: 'worker-only' })] : [])],
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
