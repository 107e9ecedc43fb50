/** The keys that seal parts and drafts, one a case. */
export type CaseKeys = {
  /** The key of a case, made on first use. Throws when it was destroyed: nothing is ever sealed for an erased case again. */
  forWriting: (caseId: string) => Promise<CryptoKey>
  /** null: there is none, or it was destroyed. Read anew each time, so that a destroyed key is gone in every process at once. */
  forReading: (caseId: string) => Promise<CryptoKey | null>
  destroy: (caseId: string) => Promise<void>
}
