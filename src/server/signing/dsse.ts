import { z } from 'zod'
import type { Keys } from '#src/server/keys/key-port.ts'
import { canonicalJson } from '#src/server/record/canonical-json.ts'

/** Dead Simple Signing Envelope (secure-systems-lab/dsse, protocol 1.0.2): the payload travels as it was signed, with its type. */
export const Envelope = z.strictObject({
  payloadType: z.string(), payload: z.string(), signatures: z.tuple([z.strictObject({ keyid: z.string(), sig: z.string() })]),
})
export type Envelope = z.infer<typeof Envelope>

/** `DSSEv1 LEN(type) type LEN(body) body`: what is signed, so that a body cannot be passed off as another type. */
export function preAuthentication(payloadType: string, body: Uint8Array): Uint8Array {
  const type = new TextEncoder().encode(payloadType)
  return joined([`DSSEv1 ${type.length} `, type, ` ${body.length} `, body])
}

/** Signs the exact bytes with the server's key; returns the envelope's own canonical bytes. */
export async function signEnvelope(keys: Pick<Keys, 'sign' | 'fingerprint'>, payloadType: string, body: Uint8Array): Promise<Uint8Array> {
  const sig = await keys.sign(preAuthentication(payloadType, body))
  return envelopeBytes({ payloadType, payload: toBase64(body), signatures: [{ keyid: keys.fingerprint, sig: toBase64(sig) }] })
}

export type Opened = { ok: true; body: Uint8Array } | { ok: false; why: string }

/** Opens an envelope of the type asked for, and only in the one form that `signEnvelope` writes: nothing unsigned can hide in it. */
export async function openEnvelope(bytes: Uint8Array, payloadType: string, publicKey: CryptoKey, fingerprint: string): Promise<Opened> {
  const read = Envelope.safeParse(parsed(bytes))
  if (!read.success) return { ok: false, why: 'is not a signed envelope' }
  const { payload, signatures: [{ keyid, sig }] } = read.data
  const body = fromBase64(payload)
  const signature = fromBase64(sig)
  if (!body || !signature) return { ok: false, why: 'holds text that is not base64' }
  const again = envelopeBytes({ payloadType, payload: toBase64(body), signatures: [{ keyid: fingerprint, sig: toBase64(signature) }] })
  if (!sameBytes(again, bytes)) return { ok: false, why: keyid === fingerprint ? 'is not in the form it was signed in' : 'names another key' }
  const signed = await crypto.subtle.verify('Ed25519', publicKey, new Uint8Array(signature), new Uint8Array(preAuthentication(payloadType, body)))
  return signed ? { ok: true, body } : { ok: false, why: 'carries a signature that does not fit' }
}

const envelopeBytes = (envelope: Envelope) => new TextEncoder().encode(canonicalJson(envelope))

function parsed(bytes: Uint8Array): unknown {
  try { return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) } catch { return undefined } // undefined is refused by the caller's schema
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index])

function joined(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const list = pieces.map((p) => (typeof p === 'string' ? new TextEncoder().encode(p) : p))
  const out = new Uint8Array(list.reduce((sum, p) => sum + p.length, 0))
  let offset = 0
  for (const piece of list) {
    out.set(piece, offset)
    offset += piece.length
  }
  return out
}

/** In slices: `fromCharCode` takes its bytes as arguments, and there is a limit to those. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 32_768) text += String.fromCharCode(...bytes.subarray(i, i + 32_768))
  return btoa(text)
}

export function fromBase64(text: string): Uint8Array | null {
  try { return Uint8Array.from(atob(text), (c) => c.charCodeAt(0)) } catch { return null } // null: not base64, said by the caller
}
