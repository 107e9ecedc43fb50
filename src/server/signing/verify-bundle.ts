import { checkBundle } from './check-bundle.ts'
import type { Check, Verification } from './verification.ts'

/**
 * Checks a bundle with nothing but its bytes: no server, no database, WebCrypto only. `trust` holds fingerprints (SHA-256 of the raw
 * public key, hex) that the reader got elsewhere; without one a perfect bundle is `signer_not_trusted`, for anyone can make a key.
 * The worst finding decides: invalid, then incomplete, then demonstration, then signer not trusted, then valid.
 */
export async function verifyBundle(bytes: Uint8Array, { trust = [] }: { trust?: readonly string[] } = {}): Promise<Verification> {
  const found = await checkBundle(bytes)
  const failed = found.checks.some((c) => c.state === 'failed')
  const missing = found.checks.some((c) => c.state === 'missing')
  const trusted = found.fingerprint !== null && trust.includes(found.fingerprint)
  const verdict = failed ? 'invalid' : missing ? 'incomplete' : found.demonstration !== false ? 'demonstration' : trusted ? 'valid' : 'signer_not_trusted'
  const trustCheck: Check = {
    name: 'Signer known to you', state: trusted ? 'passed' : 'missing',
    detail: trusted ? 'the key is one you trust' : trust.length === 0 ? 'no trusted fingerprint was given' : 'the key is none of those you trust',
  }
  return { ...found, checks: [...found.checks, trustCheck], verdict }
}
