import type { KeyMaterial } from './keys-from.ts'

/** Fresh keys. Extractable only where the home must write them to a file. */
export async function newKeyMaterial(extractable: boolean): Promise<KeyMaterial> {
  const signing = await crypto.subtle.generateKey('Ed25519', extractable, ['sign', 'verify'])
  const master = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, extractable, ['encrypt', 'decrypt'])
  // Guaranteed by WebCrypto: Ed25519 yields a pair, although the generic signature allows a single key.
  return { signing: signing as CryptoKeyPair, master }
}
