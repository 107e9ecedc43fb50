import { z } from 'zod'
import { Instant } from './calendar-date.ts'

/**
 * One entry of a case's log. `hash` is SHA-256 over the canonical JSON (RFC 8785) of every other field; `previous` is the hash of the
 * entry before, 64 zeros for the first. Entries hold codes and hashes of parts, never free text or identity.
 */
export const LogEntry = z.object({
  caseId: z.string(),
  /** 1, 2, 3 … without gaps: order is by version, never by time. */
  version: z.int().min(1),
  /** Version of the shape of `data`; old shapes go through upcasters. */
  v: z.int(),
  type: z.string(),
  at: Instant,
  actor: z.object({ personId: z.string(), role: z.string() }),
  commandId: z.string(),
  data: z.record(z.string(), z.json()),
  previous: z.string(),
  hash: z.string(),
})
export type LogEntry = z.infer<typeof LogEntry>

export const noPrevious = '0'.repeat(64)
