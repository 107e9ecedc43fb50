import type { Kysely } from 'kysely'
import type { Checkpoint } from '../record/checkpoint.ts'
import type { Database } from './schema.ts'

export type CheckpointStore = {
  all: () => Promise<Checkpoint[]>
  /** False when another server made that ordinal first: look again and make the next. */
  add: (checkpoint: Checkpoint) => Promise<boolean>
}

export function sqlCheckpoints(db: Kysely<Database>): CheckpointStore {
  const read = (row: { ordinal: number; at: string; statement: string; signature: Uint8Array; public_key: Uint8Array }): Checkpoint => (
    { ordinal: row.ordinal, at: row.at, statement: row.statement, signature: new Uint8Array(row.signature), publicKey: new Uint8Array(row.public_key) }
  )
  return {
    all: async () => (await db.selectFrom('checkpoints').selectAll().orderBy('ordinal').execute()).map(read),
    add: async ({ ordinal, at, statement, signature, publicKey }) => {
      const made = await db.insertInto('checkpoints').values({ ordinal, at, statement, signature, public_key: publicKey })
        .onConflict((c) => c.column('ordinal').doNothing()).executeTakeFirst()
      return made.numInsertedOrUpdatedRows === 1n
    },
  }
}
