import type { LogEntry } from '#src/domain/log-entry.ts'
import { canonicalJson } from './canonical-json.ts'
import { sha256Hex } from './sha-256.ts'

/** Adds the hash to an entry: SHA-256 over the canonical JSON of every other field, `previous` included, which makes the chain. */
export async function sealEntry(entry: Omit<LogEntry, 'hash'>): Promise<LogEntry> {
  return { ...entry, hash: await sha256Hex(new TextEncoder().encode(canonicalJson(entry))) }
}
