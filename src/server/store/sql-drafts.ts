import type { Kysely, Selectable } from 'kysely'
import type { CaseKeys } from './case-keys.ts'
import type { Draft, DraftStore } from './ports.ts'
import { openDraft, sealDraft } from './seal-body.ts'
import type { Database } from './schema.ts'

export function sqlDrafts(db: Kysely<Database>, caseKeys: CaseKeys): DraftStore {
  const at = (caseId: string, personId: string) => db.selectFrom('drafts').selectAll().where('case_id', '=', caseId).where('person_id', '=', personId)

  const read = async (caseId: string, rows: readonly Selectable<Database['drafts']>[]): Promise<Draft[]> => {
    const key = rows.length > 0 ? await caseKeys.forReading(caseId) : null
    if (!key) return []
    return Promise.all(rows.map(async (row) => {
      const place = { caseId, personId: row.person_id, part: row.part }
      return { ...place, version: row.version, savedAt: row.saved_at, body: await openDraft(key, place, row.body) }
    }))
  }

  const draft: DraftStore['draft'] = async (caseId, personId, part) => {
    const rows = await at(caseId, personId).where('part', '=', part).execute()
    return (await read(caseId, rows))[0] ?? null
  }

  const compareAndSet = async ({ caseId, personId, part, savedAt, body }: Omit<Draft, 'version'>, expectedVersion: number): Promise<boolean> => {
    const sealed = await sealDraft(await caseKeys.forWriting(caseId), { caseId, personId, part }, body)
    if (expectedVersion === 0) {
      const made = await db.insertInto('drafts').values({ case_id: caseId, person_id: personId, part, version: 1, saved_at: savedAt, body: sealed })
        .onConflict((c) => c.columns(['case_id', 'person_id', 'part']).doNothing()).executeTakeFirst()
      return made.numInsertedOrUpdatedRows === 1n
    }
    const moved = await db.updateTable('drafts').set({ version: expectedVersion + 1, saved_at: savedAt, body: sealed })
      .where('case_id', '=', caseId).where('person_id', '=', personId).where('part', '=', part).where('version', '=', expectedVersion).executeTakeFirst()
    return moved.numUpdatedRows === 1n
  }

  return {
    draft,
    draftsOf: async (caseId, personId) => read(caseId, await at(caseId, personId).orderBy('part').execute()),
    draftsOfPerson: async (personId, part) => {
      const rows = await db.selectFrom('drafts').selectAll().where('person_id', '=', personId).where('part', '=', part).orderBy('case_id').execute()
      return (await Promise.all(rows.map((row) => read(row.case_id, [row])))).flat()
    },
    saveDraft: async (given, expectedVersion) => {
      if (await compareAndSet(given, expectedVersion)) return { outcome: 'saved', draft: { ...given, version: expectedVersion + 1 } }
      return { outcome: 'stale', draft: await draft(given.caseId, given.personId, given.part) }
    },
    deleteDraft: async (caseId, personId, part) => {
      await db.deleteFrom('drafts').where('case_id', '=', caseId).where('person_id', '=', personId).where('part', '=', part).execute()
    },
  }
}
