const reads = new Set(['GET', 'HEAD'])
const bodies = ['application/json', 'application/octet-stream']

export type RefusedRequest = { status: 403 | 415 | 421; code: 'not_authorised' | 'invalid_request'; detail: string }

/**
 * What every request to the API must show before anyone looks at who asks. The host must be one of ours, so that a foreign
 * name pointed at this machine finds nothing. A change further needs our header, which a foreign page cannot set without being refused
 * by the browser first, a matching origin, and a body that no HTML form can send. Returns null when all is well.
 */
export function guardRequest(request: Request, origins: ReadonlySet<string>): RefusedRequest | null {
  const host = request.headers.get('host') ?? new URL(request.url).host
  if (![...origins].some((origin) => new URL(origin).host === host)) return { status: 421, code: 'invalid_request', detail: 'this server does not answer under that name' }
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return refusedOrigin
  if (reads.has(request.method)) return null
  if (!origins.has(request.headers.get('origin') ?? '') || request.headers.get('x-consilium') !== '1') return refusedOrigin
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  // Without a body no type is sent; a DELETE has none.
  const hasBody = request.headers.has('content-type') || Number(request.headers.get('content-length') ?? 0) > 0 || request.headers.has('transfer-encoding')
  if (hasBody && !bodies.includes(type)) return { status: 415, code: 'invalid_request', detail: 'only JSON, or a file as application/octet-stream' }
  return null
}

const refusedOrigin: RefusedRequest = { status: 403, code: 'not_authorised', detail: 'the request did not come from a page of this server' }
