import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// VITE_HOST=demo is read by src/main.tsx through import.meta.env: a false branch is dropped, so the production page holds no server and no mock.
// Chunks follow dynamic imports. The map engine, Markdown and the palette are imported lazily by their own adapters in src/ui.

export default defineConfig({
  // The demonstration's request forwarder is emitted for that build only.
  plugins: [react(), ...(process.env['VITE_HOST'] === 'demo' ? [msw({ mode: 'worker-only' })] : [])],
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
