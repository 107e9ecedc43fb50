import { z } from 'zod'
import type { RejectCode } from './reject.ts'

const codes = z.array(z.string()).nullish().transform((list) => list ?? [])
const OncotreeNode = z.object({
  code: z.string(), name: z.string().nullish(), mainType: z.string().nullish(), tissue: z.string().nullish(), parent: z.string().nullish(), level: z.int().min(0).nullish(),
  externalReferences: z.record(z.string(), z.array(z.string())).nullish(), history: codes, revocations: codes, precursors: codes,
})
/** A tumour type as OncoTree publishes it. `parent` of a nested one is the type it stands in where it does not say so itself. */
export type OncotreeNode = z.infer<typeof OncotreeNode>
export type OncotreeEntry = { place: number; node: OncotreeNode } | { place: number; code: RejectCode; item: string | null; what: string }

/** OncoTree is seven levels deep; what nests deeper is no tree of tumour types. */
const deepest = 24

/**
 * Types of an OncoTree file in reading order: the published tree (types nested under `children`, by code) or the flat list of its interface. Null when the value is neither.
 * A type that cannot be read is an entry with its reason; the types inside it are read all the same.
 */
export function readOncotree(value: unknown): OncotreeEntry[] | null {
  const entries: OncotreeEntry[] = []
  if (Array.isArray(value)) for (const one of value) put(one, null, 0)
  else if (value !== null && typeof value === 'object' && Object.values(value).every((one) => one !== null && typeof one === 'object' && 'code' in one)) for (const one of Object.values(value)) put(one, null, 0)
  else return null
  return entries.length === 0 ? null : entries

  function put(one: unknown, parent: string | null, depth: number): void {
    const node = OncotreeNode.safeParse(one)
    const code = one !== null && typeof one === 'object' && 'code' in one && typeof one.code === 'string' ? one.code : null
    const place = entries.length + 1
    if (node.success) entries.push({ place, node: { ...node.data, parent: node.data.parent ?? parent } })
    else entries.push({ place, code: 'tumour_not_readable', item: code, what: node.error.issues[0]?.path.join('.') ?? '' })
    const children = one !== null && typeof one === 'object' && 'children' in one ? one.children : null
    if (depth < deepest && children !== null && typeof children === 'object') for (const child of Object.values(children)) put(child, code, depth + 1)
  }
}
