import type { z } from 'zod'
import { canonicalJson } from '../record/canonical-json.ts'
import { sha256Hex } from '../record/sha-256.ts'
import type { Part } from '../store/ports.ts'
import type { Deps } from '../deps.ts'

/** A part of a case: its value as canonical JSON, named by the hash of those bytes. Text is brought to NFC before it is named. */
export async function jsonPart(caseId: string, kind: string, value: unknown): Promise<Part> {
  const bytes = new TextEncoder().encode(canonicalJson(normalised(value)))
  return { hash: await sha256Hex(bytes), caseId, kind, bytes }
}

/** Unicode NFC through and through: the same words typed on two machines give the same hash. */
function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(normalised)
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined).map(([k, v]) => [k.normalize('NFC'), normalised(v)]))
  return value
}

const parsed = new Map<string, unknown>()
const kept = 300 // parsed parts held in memory: parts never change, so nothing can be stale

/** Reads a part back through its schema. A missing part is a defect (the log names it), never an empty value. */
export async function readPart<S extends z.ZodType>(deps: Pick<Deps, 'store'>, caseId: string, hash: string, schema: S): Promise<z.infer<S>> {
  const key = `${caseId} ${hash}`
  const known = parsed.get(key)
  if (known !== undefined) return known as z.infer<S> // put there by this function after the same schema parsed it
  const part = await deps.store.part(caseId, hash)
  if (!part) throw new Error(`part ${hash} is missing`)
  const value = schema.parse(JSON.parse(new TextDecoder().decode(part.bytes)))
  if (parsed.size >= kept) parsed.delete(parsed.keys().next().value ?? '')
  parsed.set(key, value)
  return value
}

/** Free text as a part: with a salt, so that a short note cannot be guessed from its hash once the key is gone. */
export const textPart = (deps: Pick<Deps, 'newId'>, caseId: string, kind: string, text: string) => jsonPart(caseId, kind, { text, salt: deps.newId() })
