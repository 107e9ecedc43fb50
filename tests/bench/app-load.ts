import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'

const app = join('dist', 'app')
const budgets = { js: 150_000, css: 30_000 } // design of speed: initial JS at most 150 kB gzip, CSS 30 kB

/** What a browser fetches before anything shows: the scripts and styles that index.html names, with everything they import statically. */
export async function appLoad(): Promise<Figure[]> {
  if (!existsSync(join(app, 'index.html'))) return [{ what: 'First load', ours: 'not run', against: 'npm run build first', ratio: '', note: '' }]
  const html = readFileSync(join(app, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1] ?? '')
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    if (!file.endsWith('.js')) return
    const text = readFileSync(join(app, file), 'utf8')
    for (const m of text.matchAll(/(?:^|[;}\n])\s*import\s*(?:[^'"()]*?from\s*)?["']\.\/([^"']+\.js)["']/g)) visit(`assets/${m[1]}`)
  }
  for (const file of named) visit(file)
  const size = (end: string) => [...seen].filter((f) => f.endsWith(end)).reduce((sum, f) => sum + gzipSync(readFileSync(join(app, f)), { level: 9 }).length, 0)
  const [js, css] = [size('.js'), size('.css')]
  const all = readdirSync(join(app, 'assets')).filter((f) => f.endsWith('.js')).map((f) => readFileSync(join(app, 'assets', f), 'utf8')).join('\n')
  // A number makes `civic:EID` a fact; without one it is only how a source is linked.
  const foreign = [/mockServiceWorker/, /setupWorker/, /COADREAD/, /civic:EID\d/].filter((word) => word.test(all)).map(String)
  return [
    { what: 'First-load JavaScript, gzip', ours: `${(js / 1000).toFixed(1)} kB`, against: `budget ${budgets.js / 1000} kB`, ratio: (js / budgets.js).toFixed(2), note: `${seen.size} files` },
    { what: 'First-load CSS, gzip', ours: `${(css / 1000).toFixed(1)} kB`, against: `budget ${budgets.css / 1000} kB`, ratio: (css / budgets.css).toFixed(2), note: '' },
    { what: 'Foreign to the production page', ours: foreign.length === 0 ? 'no MSW, no engine, no knowledge' : `FOUND ${foreign.join(', ')}`, against: 'none allowed', ratio: String(foreign.length), note: '' },
  ]
}
