import { durable, startingWith, type BrowserDatabase, type BrowserSchema } from './browser-database.ts'
import type { CaseKeys } from './case-keys.ts'
import type { Draft, DraftStore } from './ports.ts'
import { openDraft, sealDraft } from './seal-body.ts'

type Row = BrowserSchema['drafts']['value']

export function browserDrafts(db: BrowserDatabase, caseKeys: CaseKeys): DraftStore {
  const read = async (caseId: string, rows: readonly Row[]): Promise<Draft[]> => {
    const key = rows.length > 0 ? await caseKeys.forReading(caseId) : null
    if (!key) return []
    return Promise.all(rows.map(async ({ body, ...place }) => ({ ...place, body: await openDraft(key, place, body) })))
  }

  const draft: DraftStore['draft'] = async (caseId, personId, part) => {
    const row = await db.get('drafts', [caseId, personId, part])
    return (await read(caseId, row ? [row] : []))[0] ?? null
  }

  const compareAndSet = async ({ body, ...place }: Omit<Draft, 'version'>, expectedVersion: number): Promise<boolean> => {
    const row: Row = { ...place, version: expectedVersion + 1, body: await sealDraft(await caseKeys.forWriting(place.caseId), place, body) }
    const transaction = db.transaction('drafts', 'readwrite', durable)
    const present = await transaction.store.get([place.caseId, place.personId, place.part])
    const current = (present?.version ?? 0) === expectedVersion
    if (current) await transaction.store.put(row)
    await transaction.done
    return current
  }

  return {
    draft,
    draftsOf: async (caseId, personId) => read(caseId, await db.getAll('drafts', startingWith(caseId, personId))),
    draftsOfPerson: async (personId, part) => {
      const rows = (await db.getAll('drafts')).filter((row) => row.personId === personId && row.part === part)
      return (await Promise.all(rows.map((row) => read(row.caseId, [row])))).flat()
    },
    saveDraft: async (given, expectedVersion) => {
      if (await compareAndSet(given, expectedVersion)) return { outcome: 'saved', draft: { ...given, version: expectedVersion + 1 } }
      return { outcome: 'stale', draft: await draft(given.caseId, given.personId, given.part) }
    },
    deleteDraft: (caseId, personId, part) => db.delete('drafts', [caseId, personId, part]),
  }
}
