/**
 * The secrets of a host: one key that signs for the server, one that wraps the keys of the cases. The secret halves never leave the
 * home; nothing here returns them.
 */
export type Keys = {
  /** Ed25519 over the exact bytes, 64 bytes. */
  sign: (bytes: Uint8Array) => Promise<Uint8Array>
  /** The raw Ed25519 public key, 32 bytes. */
  publicKey: Uint8Array
  /** SHA-256 of the raw public key in hex: what a person compares, and what `verify --trust` takes. */
  fingerprint: string
  /** Seals the key of a case under the master key, bound to that case: a wrapped key moved to another case does not open. */
  wrap: (caseId: string, caseKey: Uint8Array) => Promise<Uint8Array>
  unwrap: (caseId: string, wrapped: Uint8Array) => Promise<Uint8Array>
}
