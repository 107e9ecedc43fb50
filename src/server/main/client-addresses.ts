import type { IncomingMessage } from 'node:http'
import type { Http2ServerRequest } from 'node:http2'

/**
 * The address a request came from, for throttling. Behind a trusted proxy it is the last one of X-Forwarded-For, which the proxy itself
 * appended; every earlier one may be invented. Without a proxy the header is not looked at.
 */
export function clientAddresses(behindProxy: boolean) {
  const addresses = new WeakMap<Request, string>()
  return {
    remember: (request: Request, incoming: IncomingMessage | Http2ServerRequest): void => {
      const forwarded = behindProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
      addresses.set(request, forwarded ?? incoming.socket.remoteAddress ?? '')
    },
    addressOf: (request: Request): string => addresses.get(request) ?? '',
  }
}
