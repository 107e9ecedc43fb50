import { describe, expect, test } from 'vitest'
import type { Store } from '#src/server/store/ports.ts'
import type { Home } from './home.ts'
import { sqliteHome } from './sqlite-home.ts'
import { storeSuite } from './store-suite.ts'

/** Homes that break one promise each. A suite that lets one of them pass is worth nothing. */
const broken: readonly { what: string; breaks: (store: Store, home: Home) => Partial<Store> | { raw: Home['raw'] } }[] = [
  { what: 'answers appended without having written', breaks: (store) => ({ append: async (append) => { await store.append(append); return 'appended' } }) },
  { what: 'answers appended and forgets the parts', breaks: (store) => ({ append: (append) => store.append({ ...append, parts: [] }) }) },
  { what: 'answers appended and keeps the drafts', breaks: (store) => ({ append: (append) => store.append({ ...append, deleteDrafts: [] }) }) },
  { what: 'forgets receipts', breaks: () => ({ receipt: () => Promise.resolve(null) }) },
  { what: 'gives entries backwards', breaks: (store) => ({ entries: async (caseId, after) => (await store.entries(caseId, after)).toReversed() }) },
  { what: 'ignores from where entries are asked', breaks: (store) => ({ entries: (caseId) => store.entries(caseId) }) },
  { what: 'overwrites drafts', breaks: (store) => ({ saveDraft: async (draft) => store.saveDraft(draft, (await store.draft(draft.caseId, draft.personId, draft.part))?.version ?? 0) }) },
  { what: 'keeps one draft for all persons', breaks: (store) => ({
    draft: (caseId, _person, part) => store.draft(caseId, 'all', part), draftsOf: (caseId) => store.draftsOf(caseId, 'all'),
    saveDraft: (draft, version) => store.saveDraft({ ...draft, personId: 'all' }, version),
  }) },
  { what: 'does not destroy keys', breaks: () => ({ destroyKey: () => Promise.resolve() }) },
  { what: 'keeps parts in the clear', breaks: (_store, home) => ({ raw: async () => `${await home.raw()}CANARY-PATIENT-NAME-7731` }) },
  { what: 'tells of changes that did not happen', breaks: (store) => ({ append: async (append) => {
    const outcome = await store.append(append)
    if (outcome === 'stale') await store.changes.publish({ caseId: append.caseId, version: append.head.version })
    return outcome
  } }) },
  { what: 'loses what was read', breaks: () => ({ recordAccess: () => Promise.resolve() }) },
  { what: 'keeps an old head', breaks: () => ({ putHead: () => Promise.resolve() }) },
]

describe('the conformance suite catches a home that', () => {
  test.each(broken)('$what', async ({ breaks }) => {
    const open = async (): Promise<Home> => {
      const home = await sqliteHome()
      const change = breaks(home.store, home)
      if ('raw' in change) return { ...home, ...change }
      const store = { ...home.store, ...change }
      return { ...home, store, another: () => Promise.resolve({ ...store, close: () => Promise.resolve() }) }
    }
    const failed: string[] = []
    for (const { name, run } of storeSuite) await run(open).catch(() => failed.push(name))
    expect(failed.length).toBeGreaterThan(0)
  })
})
