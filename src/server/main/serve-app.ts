import type { AppFile } from './app-files.ts'
import { contentSecurityPolicy, freshNonce, noncePlaceholder } from './security-headers.ts'

/** Answers everything outside /api: files of the built app, and its one page for every other path, under a nonce of its own. */
export async function serveApp(request: Request, files: ReadonlyMap<string, AppFile>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
  const { pathname } = new URL(request.url)
  const file = files.get(pathname)
  if (file && pathname !== '/index.html') return fileAnswer(request, file)
  // A missing file is missing; only an address of the app opens the page.
  if (pathname.startsWith('/assets/') || pathname.split('/').at(-1)?.includes('.') === true) return pathname === '/index.html' ? page(files) : new Response('not found', { status: 404 })
  return page(files)
}

function page(files: ReadonlyMap<string, AppFile>): Response {
  const html = files.get('/index.html')
  if (!html) return new Response('The app is not built: run npm run build.', { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  const nonce = freshNonce()
  return new Response(new TextDecoder().decode(html.bytes).replaceAll(noncePlaceholder, nonce), {
    headers: { 'content-type': html.type, 'cache-control': 'no-store', 'content-security-policy': contentSecurityPolicy(nonce) },
  })
}

async function fileAnswer(request: Request, file: AppFile): Promise<Response> {
  // Everything under /assets carries the hash of its content in its name.
  const headers = new Headers({ 'content-type': file.type, 'cache-control': file.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache', vary: 'accept-encoding' })
  // Also on a file: opened by itself, an SVG or PDF is a document. A worker runs under the policy of its own script.
  headers.set('content-security-policy', contentSecurityPolicy(freshNonce()))
  const accepted = request.headers.get('accept-encoding') ?? ''
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
  const packed = encoding ? file.packed(encoding) : null
  if (encoding && packed) headers.set('content-encoding', encoding)
  return new Response(packed ? await packed : file.bytes, { headers })
}
