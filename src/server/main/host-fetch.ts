import type { AppFile } from './app-files.ts'
import { guardRequest } from './guard-requests.ts'
import { contentSecurityPolicy, freshNonce, securityHeaders } from './security-headers.ts'
import { serveApp } from './serve-app.ts'

export type Host = {
  api: (request: Request) => Response | Promise<Response>
  files: ReadonlyMap<string, AppFile>
  /** The origins under which this server is opened, without a path: `http://127.0.0.1:4600`. */
  origins: ReadonlySet<string>
  secure: boolean
}

/** One port: the guarded API under /api, the built app under everything else, and the same security headers on both. */
export function hostFetch({ api, files, origins, secure }: Host): (request: Request) => Promise<Response> {
  const headers = Object.entries(securityHeaders(secure))
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname !== '/api' && !pathname.startsWith('/api/')) return serveApp(request, files)
    const refused = guardRequest(request, origins)
    const answered = refused ? Response.json({ code: refused.code, detail: refused.detail }, { status: refused.status }) : await api(request)
    const data = new Response(answered.body, answered)
    data.headers.set('cache-control', 'no-store')
    data.headers.set('content-security-policy', contentSecurityPolicy(freshNonce()))
    return data
  }
  return async (request) => {
    const response = await answer(request)
    for (const [name, value] of headers) response.headers.set(name, value)
    return response
  }
}
