/** The nonce that vite writes into index.html (`html.cspNonce`); the host puts a fresh one in its place for every page. */
export const noncePlaceholder = 'CONSILIUM_NONCE'

/** Nothing but our own origin; styles that a library adds while running carry the page's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`, `script-src 'self'`, `worker-src 'self'`, `connect-src 'self'`, `font-src 'self'`, `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob:`, `manifest-src 'self'`, `frame-ancestors 'none'`, `base-uri 'none'`, `form-action 'none'`, `object-src 'none'`,
  ].join('; ')
}

/** On every answer, data included. */
export function securityHeaders(secure: boolean): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000' } : {}),
  }
}

export const freshNonce = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
