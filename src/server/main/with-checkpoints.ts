import { makeCheckpoint, placesOf, type Checkpoint } from '../record/checkpoint.ts'
import type { Keys } from '../keys/key-port.ts'
import type { Store } from '../store/ports.ts'
import type { CheckpointStore } from '../store/sql-checkpoints.ts'

/** The acts after which the record must not be changed unseen. */
const weighty = new Set(['opinion_committed', 'report_signed', 'report_sealed', 'case_erased'])
const day = 24 * 3600 * 1000

export type Checkpointing = {
  store: Store
  checkpoints: CheckpointStore
  keys: Keys
  now: () => Date
  /** Keeps the checkpoint outside the database. */
  outside: (checkpoint: Checkpoint) => Promise<void>
}

/**
 * The same store, which signs a checkpoint over the heads after each commitment, signature, seal and erasure, and once a day. The act is
 * answered after its checkpoint, so that none is ever missing for an act that somebody was told of.
 */
export function withCheckpoints({ store, checkpoints, keys, now, outside }: Checkpointing): Store & { checkpoint: () => Promise<void> } {
  let known: { last: Checkpoint | null; places: Map<string, string> } | null = null
  const learn = async () => {
    const all = await checkpoints.all()
    return { last: all.at(-1) ?? null, places: new Map(all.flatMap(placesOf).map(({ caseId, hash }) => [caseId, hash])) }
  }
  const checkpoint = async (): Promise<void> => {
    known ??= await learn()
    const { last, places } = known
    const moved = (await store.heads()).filter(({ caseId, hash }) => places.get(caseId) !== hash)
    if (moved.length === 0) return
    const made = await makeCheckpoint(keys, last, now().toISOString(), moved)
    if (!(await checkpoints.add(made))) {
      // Another server of the same database was first with this number: learn what it saw, and make the next.
      known = null
      return checkpoint()
    }
    for (const { caseId, hash } of moved) places.set(caseId, hash)
    known = { last: made, places }
    await outside(made)
  }
  // One after the other: two commitments at once in this process do not race for a number.
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = (): Promise<void> => {
    const done = queue.then(checkpoint)
    queue = done.catch(() => undefined) // the caller hears of it through `done`
    return done
  }
  const daily = setInterval(() => {
    inTurn().catch((error: unknown) => console.error(`the daily checkpoint failed: ${error instanceof Error ? error.message : 'unknown reason'}`))
  }, day)
  daily.unref()
  return {
    ...store,
    checkpoint: inTurn,
    append: async (append) => {
      const outcome = await store.append(append)
      if (outcome === 'appended' && append.entries.some(({ type }) => weighty.has(type))) await inTurn()
      return outcome
    },
    close: async () => {
      clearInterval(daily)
      await queue
      await store.close()
    },
  }
}
