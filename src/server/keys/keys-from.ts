import type { Keys } from './key-port.ts'
import { seal, unseal } from './sealed-box.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'

/** Both key pairs as WebCrypto objects; they may be non-extractable. */
export type KeyMaterial = { signing: CryptoKeyPair; master: CryptoKey }

/** The port over given keys: every home (file, memory, IndexedDB) keeps the material its own way and uses it the same way. */
export async function keysFrom({ signing, master }: KeyMaterial): Promise<Keys> {
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', signing.publicKey))
  return {
    publicKey,
    fingerprint: await sha256Hex(publicKey),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', signing.privateKey, new Uint8Array(bytes))),
    wrap: (caseId, caseKey) => seal(master, wrapLabel(caseId), caseKey),
    unwrap: (caseId, wrapped) => unseal(master, wrapLabel(caseId), wrapped),
  }
}

const wrapLabel = (caseId: string) => `consilium case key 1\n${caseId}`
