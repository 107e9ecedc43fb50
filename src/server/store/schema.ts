/** Columns as both databases give them back: JSON is text, so that exactly what was hashed is what is kept; flags are 0 or 1. */
export type Database = {
  entries: { case_id: string; version: number; command_id: string; ordinal: number; entry: string }
  heads: { case_id: string; version: number; hash: string; state: string; stage: string; due: string | null; assignees: string; demonstration: number }
  receipts: { case_id: string; command_id: string; fingerprint: string; result: string }
  drafts: { case_id: string; person_id: string; part: string; version: number; saved_at: string; body: Uint8Array }
  parts: { case_id: string; hash: string; kind: string; body: Uint8Array }
  column_mappings: { laboratory: string; fingerprint: string; body: Uint8Array }
  /** `wrapped` is null once the key was destroyed: the case never gets another. */
  case_keys: { case_id: string; wrapped: Uint8Array | null }
  access: {
    process: string; ordinal: number; at: string; person_id: string; operation: string; case_id: string | null; outcome: 'answered' | 'refused'
    previous: string; hash: string
  }
  migrations: { name: string }
  checkpoints: { ordinal: number; at: string; statement: string; signature: Uint8Array; public_key: Uint8Array }
}
