import type { Kysely } from 'kysely'
import type { LogEntry } from '#src/domain/log-entry.ts'
import type { Keys } from '#src/server/keys/key-port.ts'
import type { CaseKeys } from './case-keys.ts'
import type { CaseStore, Changes, Json, PartStore, Store } from './ports.ts'
import { openPart, sealPart } from './seal-body.ts'
import type { Database } from './schema.ts'
import { sqlAccess } from './sql-access.ts'
import { sqlAppend, type Announce } from './sql-append.ts'
import { sqlCaseKeys } from './sql-case-keys.ts'
import { sqlDrafts } from './sql-drafts.ts'
import { headOf, headRow } from './sql-heads.ts'
import { sqlMappings } from './sql-mappings.ts'

/** What differs between the databases at run time. */
export type SqlHome = {
  db: Kysely<Database>
  keys: Keys
  changes: Changes
  announce: Announce
  /** After commit, in the process that wrote: for a database that announces nothing by itself. */
  afterAppend: (change: { caseId: string; version: number }) => Promise<void>
  /** Makes a destroyed key unreadable in the files of the database too, as far as it can. */
  scrub: () => Promise<void>
  close: () => Promise<void>
}

/** The store over one set of queries for SQLite and PostgreSQL. */
export function sqlStore({ db, keys, changes, announce, afterAppend, scrub, close }: SqlHome): Store {
  const caseKeys = sqlCaseKeys(db, keys)
  return {
    ...cases(db, async (append) => {
      const outcome = await sqlAppend(db, caseKeys, announce, append)
      if (outcome === 'appended') await afterAppend({ caseId: append.caseId, version: append.head.version })
      return outcome
    }),
    ...sqlDrafts(db, caseKeys),
    ...parts(db, caseKeys, scrub),
    ...sqlMappings(db, caseKeys),
    ...sqlAccess(db),
    changes,
    close,
  }
}

function cases(db: Kysely<Database>, append: CaseStore['append']): CaseStore {
  return {
    append,
    receipt: async (caseId, commandId) => {
      const row = await db.selectFrom('receipts').selectAll().where('case_id', '=', caseId).where('command_id', '=', commandId).executeTakeFirst()
      // Guaranteed by sqlAppend, the only writer.
      return row ? { commandId, fingerprint: row.fingerprint, result: JSON.parse(row.result) as Json } : null
    },
    entries: async (caseId, after = 0) => {
      const rows = await db.selectFrom('entries').select('entry').where('case_id', '=', caseId).where('version', '>', after).orderBy('version').execute()
      // Guaranteed by sqlAppend; whether anyone changed the row since is for verifyChain to say.
      return rows.map((row) => JSON.parse(row.entry) as LogEntry)
    },
    head: async (caseId) => {
      const row = await db.selectFrom('heads').selectAll().where('case_id', '=', caseId).executeTakeFirst()
      return row ? headOf(row) : null
    },
    heads: async () => (await db.selectFrom('heads').selectAll().orderBy('case_id').execute()).map(headOf),
    putHead: async (head) => {
      const row = headRow(head)
      await db.insertInto('heads').values(row).onConflict((c) => c.column('case_id').doUpdateSet(row)).execute()
    },
  }
}

function parts(db: Kysely<Database>, caseKeys: CaseKeys, scrub: () => Promise<void>): PartStore {
  return {
    putPart: async (part) => {
      const body = await sealPart(await caseKeys.forWriting(part.caseId), part)
      await db.insertInto('parts').values({ case_id: part.caseId, hash: part.hash, kind: part.kind, body })
        .onConflict((c) => c.columns(['case_id', 'hash']).doNothing()).execute()
    },
    part: async (caseId, hash) => {
      const row = await db.selectFrom('parts').selectAll().where('case_id', '=', caseId).where('hash', '=', hash).executeTakeFirst()
      const key = row ? await caseKeys.forReading(caseId) : null
      if (!row || !key) return null
      return { caseId, hash, kind: row.kind, bytes: await openPart(key, { caseId, hash, kind: row.kind }, row.body) }
    },
    destroyKey: async (caseId) => {
      await caseKeys.destroy(caseId)
      await scrub()
    },
  }
}
