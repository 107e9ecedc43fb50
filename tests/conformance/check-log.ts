import { verifyChain } from '#src/server/record/verify-chain.ts'
import { aHead, anAppend, start, tipOf } from './an-append.ts'
import { rejects, same } from './expect.ts'
import type { Check } from './home.ts'
import { withHome } from './with-home.ts'

export const logChecks: readonly Check[] = [
  withHome('a new case is appended, and everything of the act is there', async ({ store }) => {
    const append = await anAppend(start, { entries: 3 })
    same(await store.append(append), 'appended', 'first append')
    same(await store.entries('case-1'), append.entries, 'entries')
    same(await store.head('case-1'), append.head, 'head')
    same(await store.receipt('case-1', append.receipt.commandId), append.receipt, 'receipt')
    same(await store.heads(), [append.head], 'all heads')
  }),
  withHome('what does not exist is null or empty', async ({ store }) => {
    same(await store.entries('nowhere'), [], 'entries')
    same(await store.head('nowhere'), null, 'head')
    same(await store.heads(), [], 'heads')
    same(await store.receipt('nowhere', 'c'), null, 'receipt')
    same(await store.part('nowhere', 'h'), null, 'part')
    same(await store.draft('nowhere', 'p', 'opinion'), null, 'draft')
    same(await store.accessOf('nowhere'), [], 'access')
  }),
  withHome('entries come in order of version, whole or from a version on, of their case only', async ({ store }) => {
    let tip = start
    const all = []
    for (let act = 0; act < 12; act += 1) {
      const append = await anAppend(tip, { commandId: `act-${act}`, entries: 1 + (act % 3) })
      same(await store.append(append), 'appended', `act ${act}`)
      all.push(...append.entries)
      tip = tipOf(append)
    }
    same(await store.append(await anAppend(start, { caseId: 'case-2' })), 'appended', 'another case')
    same(await store.entries('case-1'), all, 'all entries')
    same(await store.entries('case-1', 10), all.slice(10), 'entries after 10')
    same(await store.entries('case-1', all.length), [], 'nothing after the last')
    same(await verifyChain(await store.entries('case-1')), { ok: true }, 'chain')
    same((await store.heads()).map((head) => head.caseId), ['case-1', 'case-2'], 'heads by case')
  }),
  withHome('a stale append writes nothing at all', async ({ store }) => {
    const first = await anAppend(start)
    await store.append(first)
    await store.saveDraft({ caseId: 'case-1', personId: 'person-1', part: 'opinion', body: 'mine', savedAt: first.entries[0]?.at ?? '' }, 0)
    const late = await anAppend(start, { commandId: 'late', deleteDrafts: [{ personId: 'person-1', part: 'opinion' }] })
    same(await store.append(late), 'stale', 'the same version again')
    same(await store.append(await anAppend({ version: 5, hash: first.head.hash }, { commandId: 'ahead' })), 'stale', 'a version that does not exist yet')
    same(await store.append(await anAppend({ version: 1, hash: first.head.hash }, { caseId: 'case-9', commandId: 'nowhere' })), 'stale', 'a case that does not exist')
    same(await store.entries('case-1'), first.entries, 'entries')
    same(await store.head('case-1'), first.head, 'head')
    same(await store.receipt('case-1', 'late'), null, 'no receipt')
    same((await store.draft('case-1', 'person-1', 'opinion'))?.body, 'mine', 'the draft is still there')
    same((await store.heads()).length, 1, 'no second case')
  }),
  withHome('the same command does not take effect twice', async ({ store }) => {
    const first = await anAppend(start, { commandId: 'once' })
    await store.append(first)
    same(await store.append(await anAppend(tipOf(first), { commandId: 'once' })), 'stale', 'the command again, on the newest version')
    same((await store.entries('case-1')).length, 1, 'entries')
    same(await store.receipt('case-1', 'once'), first.receipt, 'the receipt of the first')
    same(await store.append(await anAppend(start, { caseId: 'case-2', commandId: 'once' })), 'appended', 'the id is of its case only')
  }),
  withHome('a malformed append is thrown back', async ({ store }) => {
    const good = await anAppend(start, { entries: 2 })
    await rejects(store.append({ ...good, entries: [] }), 'no entries')
    await rejects(store.append({ ...good, entries: good.entries.toReversed() }), 'entries out of order')
    await rejects(store.append({ ...good, head: { ...good.head, version: 7 } }), 'a head of another version')
    await rejects(store.append({ ...good, head: { ...good.head, hash: 'other' } }), 'a head of another hash')
    await rejects(store.append({ ...good, caseId: 'case-2' }), 'entries of another case')
    same(await store.heads(), [], 'nothing was written')
  }),
  withHome('a head recomputed from the log replaces the one there', async ({ store }) => {
    const append = await anAppend(start)
    await store.append(append)
    const rebuilt = { ...aHead('case-1', 1, append.head.hash), state: { rebuilt: true }, columns: { stage: 'final', due: null, assignees: [], demonstration: false } }
    await store.putHead(rebuilt)
    same(await store.head('case-1'), rebuilt, 'head')
  }),
]
