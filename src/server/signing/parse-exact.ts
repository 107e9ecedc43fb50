import type { z } from 'zod'
import { canonicalJson } from '#src/server/record/canonical-json.ts'
import { sameBytes } from './dsse.ts'

/** Reads canonical JSON of a shape, and only when writing it again gives the same bytes: no duplicate key, no second spelling. */
export function parseExact<S extends z.ZodType>(bytes: Uint8Array, schema: S): z.infer<S> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const read = schema.safeParse(value)
    return read.success && sameBytes(new TextEncoder().encode(canonicalJson(value)), bytes) ? read.data : null
  } catch { return null } // null: not JSON, or not canonical; the caller says which file
}
