/** What verification says, and what its steps pass on. */
export type Verdict = 'valid' | 'invalid' | 'demonstration' | 'incomplete' | 'signer_not_trusted'
export type Check = { name: string; state: 'passed' | 'failed' | 'missing'; detail: string }
export type Verification = {
  verdict: Verdict
  checks: readonly Check[]
  caseCode: string | null
  revision: number | null
  demonstration: boolean | null
  /** Of the key in the bundle; to be compared with what the institution publishes. */
  fingerprint: string | null
  sealedAt: string | null
  signatures: readonly { name: string; credential: string; role: string; meaning: string; reservation: string; at: string; authenticatedBy: string }[]
}

export type Found = Omit<Verification, 'verdict'>
export type Note = (name: string, state: Check['state'], detail: string) => void
export type Files = ReadonlyMap<string, Uint8Array>
export type PublicKey = { key: CryptoKey; fingerprint: string }
