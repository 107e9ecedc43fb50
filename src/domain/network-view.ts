import { z } from 'zod'
import { Effect } from './analysis.ts'

/** The part of the signed network that this tumour touches, with positions that come from the knowledge release: one picture everywhere. */
export const NetworkNode = z.object({
  id: z.string(), kind: z.enum(['gene', 'complex', 'family', 'process', 'outcome', 'metabolite', 'drug']), label: z.string(), members: z.array(z.string()),
  compartment: z.string(), pathway: z.string(), x: z.number(), y: z.number(),
  /** Effect of the tumour's alterations on this node; null when it is not altered. */
  effect: Effect.nullable(), driver: z.boolean(), confidence: z.int(), alterationIds: z.array(z.string()), alterations: z.array(z.string()), possibleGermline: z.boolean(), hits: z.int(),
})
export type NetworkNode = z.infer<typeof NetworkNode>

export const NetworkEdge = z.object({
  id: z.string(), from: z.string(), to: z.string(), sign: z.union([z.literal(1), z.literal(-1)]), kind: z.enum(['signal', 'transcription', 'binding', 'process', 'lethality', 'drug', 'resistance']),
  mechanism: z.string(), certainty: z.int().min(1).max(3), weight: z.int(), context: z.string(), sources: z.array(z.string()), disputed: z.boolean(),
})
export type NetworkEdge = z.infer<typeof NetworkEdge>

export const NetworkView = z.object({
  nodes: z.array(NetworkNode), edges: z.array(NetworkEdge),
  bands: z.array(z.object({ id: z.string(), label: z.string(), from: z.number(), to: z.number() })),
  folded: z.array(z.object({ label: z.string(), count: z.int() })),
  notOnMap: z.array(z.object({ alterationId: z.string(), label: z.string() })),
  /** False before one's own commitment: the drug lane then says so. */
  withDrugs: z.boolean(),
})
export type NetworkView = z.infer<typeof NetworkView>
