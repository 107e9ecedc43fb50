const ivLength = 12

/**
 * AES-256-GCM: a fresh 12-byte nonce, then the ciphertext with its tag. `label` is authenticated with it, so that bytes sealed for one
 * place do not open in another (NIST SP 800-38D: random 96-bit nonces are safe far beyond the number of parts of a case).
 */
export async function seal(key: CryptoKey, label: string, plain: Uint8Array): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const sealed = new Uint8Array(await crypto.subtle.encrypt(gcm(iv, label), key, new Uint8Array(plain)))
  const box = new Uint8Array(ivLength + sealed.length)
  box.set(iv)
  box.set(sealed, ivLength)
  return box
}

/** Throws when key, label or a single bit differ. */
export async function unseal(key: CryptoKey, label: string, box: Uint8Array): Promise<Uint8Array> {
  const iv = new Uint8Array(box.subarray(0, ivLength))
  return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, label), key, new Uint8Array(box.subarray(ivLength))))
}

export function aesKey(raw: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function gcm(iv: Uint8Array<ArrayBuffer>, label: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(label) }
}
