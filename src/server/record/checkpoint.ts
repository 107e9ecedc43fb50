import { z } from 'zod'
import { noPrevious, type LogEntry } from '#src/domain/log-entry.ts'
import type { Keys } from '../keys/key-port.ts'
import { canonicalJson } from './canonical-json.ts'
import { sha256Hex } from './sha-256.ts'

const Statement = z.strictObject({
  type: z.literal('consilium.checkpoint.v1'), ordinal: z.int().min(1), at: z.iso.datetime(), previous: z.string(),
  /** Case, version and hash of every head that moved since the checkpoint before, by case id. Together they cover every case. */
  heads: z.array(z.tuple([z.string(), z.int(), z.string()])),
})

/** A statement over the heads at one moment, as signed: the exact text is kept and never written anew. */
export type Checkpoint = { ordinal: number; at: string; statement: string; signature: Uint8Array; publicKey: Uint8Array }
export type HeadPlace = { caseId: string; version: number; hash: string }

/** The places that a checkpoint names, for knowing what moved since. */
export const placesOf = ({ statement }: Checkpoint): HeadPlace[] => Statement.parse(JSON.parse(statement)).heads.map(([caseId, version, hash]) => ({ caseId, version, hash }))

/** `moved`: the heads that are not yet in an earlier checkpoint as they are now. */
export async function makeCheckpoint(keys: Pick<Keys, 'sign' | 'publicKey'>, before: Checkpoint | null, at: string, moved: readonly HeadPlace[]): Promise<Checkpoint> {
  const ordinal = (before?.ordinal ?? 0) + 1
  const places = moved.map(({ caseId, version, hash }) => [caseId, version, hash] as const).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const statement = canonicalJson({ type: 'consilium.checkpoint.v1', ordinal, at, previous: before ? await nameOf(before) : noPrevious, heads: places })
  return { ordinal, at, statement, signature: await keys.sign(bytesOf(statement)), publicKey: keys.publicKey }
}

export type CheckpointProblem = { ordinal: number; caseId: string | null; version: number | null; why: string }

/**
 * What a chain alone cannot show: a cut tail, a removed case, a chain rewritten whole. Every checkpoint must be signed with this key and
 * continue the one before, and every head it names must still be in the log. Returns all that is wrong, first checkpoint first.
 */
export async function verifyCheckpoints(checkpoints: readonly Checkpoint[], publicKey: Uint8Array, logs: ReadonlyMap<string, readonly LogEntry[]>): Promise<CheckpointProblem[]> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', true, ['verify'])
  const problems: CheckpointProblem[] = []
  let previous = noPrevious
  for (const [index, checkpoint] of checkpoints.entries()) {
    const say = (why: string, caseId: string | null = null, version: number | null = null) => problems.push({ ordinal: checkpoint.ordinal, caseId, version, why })
    if (!(await crypto.subtle.verify('Ed25519', key, new Uint8Array(checkpoint.signature), bytesOf(checkpoint.statement)))) {
      say('the checkpoint is not signed by this server')
      continue
    }
    const { ordinal, previous: named, heads } = Statement.parse(JSON.parse(checkpoint.statement))
    if (ordinal !== checkpoint.ordinal || ordinal !== index + 1) say(`checkpoint ${index + 1} is missing or out of order`)
    else if (named !== previous) say('does not continue the checkpoint before')
    previous = await nameOf(checkpoint)
    for (const [caseId, version, hash] of heads) {
      const entry = logs.get(caseId)?.[version - 1]
      if (!entry) say(logs.has(caseId) ? 'the log ends before what was checkpointed' : 'the case is gone', caseId, version)
      else if (entry.hash !== hash) say('the log was rewritten', caseId, version)
    }
  }
  return problems
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const nameOf = (checkpoint: Checkpoint) => sha256Hex(bytesOf(checkpoint.statement))
