import { aPart, anAppend, noon, start } from './an-append.ts'
import { rejects, same } from './expect.ts'
import type { Check } from './home.ts'
import { withHome } from './with-home.ts'

const marker = 'CANARY-PATIENT-NAME-7731'

export const bodyChecks: readonly Check[] = [
  withHome('drafts: compare and set by version', async ({ store }) => {
    const given = { caseId: 'case-1', personId: 'person-1', part: 'opinion', body: { text: 'first' }, savedAt: noon }
    same(await store.saveDraft(given, 0), { outcome: 'saved', draft: { ...given, version: 1 } }, 'new')
    same(await store.saveDraft({ ...given, body: 'lost' }, 0), { outcome: 'stale', draft: { ...given, version: 1 } }, 'new again')
    const second = { ...given, body: { text: 'second' } }
    same(await store.saveDraft(second, 1), { outcome: 'saved', draft: { ...second, version: 2 } }, 'on what was seen')
    same(await store.saveDraft({ ...given, body: 'lost' }, 1), { outcome: 'stale', draft: { ...second, version: 2 } }, 'on an older one')
    same(await store.saveDraft({ ...given, part: 'notes' }, 3), { outcome: 'stale', draft: null }, 'on one that is not there')
    await store.deleteDraft('case-1', 'person-1', 'opinion')
    same(await store.draft('case-1', 'person-1', 'opinion'), null, 'deleted')
  }),
  withHome('drafts: nobody sees the draft of another person or case', async ({ store }) => {
    const save = (caseId: string, personId: string, part: string) => store.saveDraft({ caseId, personId, part, body: `${caseId} ${personId} ${part}`, savedAt: noon }, 0)
    for (const caseId of ['case-1', 'case-2']) for (const person of ['a', 'b']) for (const part of ['opinion', 'report']) await save(caseId, person, part)
    same((await store.draftsOf('case-1', 'a')).map((draft) => draft.body), ['case-1 a opinion', 'case-1 a report'], 'own drafts of one case')
    await store.deleteDraft('case-1', 'b', 'opinion')
    same((await store.draft('case-1', 'a', 'opinion'))?.body, 'case-1 a opinion', 'untouched by the deletion of the other')
    same((await store.draftsOf('case-2', 'b')).length, 2, 'the other case is untouched')
  }),
  withHome('drafts: one person\'s drafts of a part over all cases, by case', async ({ store }) => {
    const save = (caseId: string, personId: string, part: string) => store.saveDraft({ caseId, personId, part, body: caseId, savedAt: noon }, 0)
    for (const caseId of ['case-3', 'case-1', 'case-2']) await save(caseId, 'a', 'intake')
    await save('case-4', 'b', 'intake')
    await save('case-5', 'a', 'opinion')
    same((await store.draftsOfPerson('a', 'intake')).map((draft) => draft.body), ['case-1', 'case-2', 'case-3'], 'hers of that part')
    await store.destroyKey('case-2')
    same((await store.draftsOfPerson('a', 'intake')).map((draft) => draft.caseId), ['case-1', 'case-3'], 'without the erased case')
    same(await store.draftsOfPerson('nobody', 'intake'), [], 'nobody\'s')
  }),
  withHome('drafts: an act consumes the drafts it names, and no others', async ({ store }) => {
    for (const personId of ['a', 'b']) await store.saveDraft({ caseId: 'case-1', personId, part: 'opinion', body: personId, savedAt: noon }, 0)
    same(await store.append(await anAppend(start, { personId: 'a', deleteDrafts: [{ personId: 'a', part: 'opinion' }] })), 'appended', 'commit')
    same(await store.draft('case-1', 'a', 'opinion'), null, 'consumed')
    same((await store.draft('case-1', 'b', 'opinion'))?.body, 'b', 'the other draft')
  }),
  withHome('parts: found by hash, with or without an act, of their case only', async ({ store }) => {
    const [one, two] = [await aPart('variant table'), await aPart('x'.repeat(300_000))]
    same(await store.append(await anAppend(start, { parts: [one] })), 'appended', 'with an act')
    await store.putPart(two)
    await store.putPart(two)
    for (const part of [one, two]) {
      const found = await store.part('case-1', part.hash)
      same(found && { ...found, bytes: [...found.bytes] }, { ...part, bytes: [...part.bytes] }, 'the part')
    }
    same(await store.part('case-2', one.hash), null, 'not under another case')
    await rejects(store.putPart({ ...one, hash: two.hash }), 'a part under a hash that is not its own')
  }),
  withHome('column mappings: one for a laboratory and header, the last that was said; unreadable at rest', async ({ store, another, raw }) => {
    const said = (laboratory: string, fingerprint: string, column: string) => ({ laboratory, fingerprint, columns: { [column]: 'gene' as const }, personId: 'person-1', at: noon })
    for (const [laboratory, fingerprint] of [['north', 'b'], ['south', 'a'], ['north', 'a']] as const) await store.putColumnMapping(said(laboratory, fingerprint, 'first'))
    await store.putColumnMapping(said('north', 'a', marker))
    same(await store.columnMappings(), [said('north', 'a', marker), said('south', 'a', 'first'), said('north', 'b', 'first')], 'by header, then laboratory')
    same((await raw()).includes(marker), false, 'the name of the column is found nowhere')
    await store.destroyKey('case-1')
    const other = await another()
    await other.deleteColumnMapping({ laboratory: 'north', fingerprint: 'a' })
    same((await store.columnMappings()).map((one) => `${one.laboratory} ${one.fingerprint}`), ['south a', 'north b'], 'forgotten, and only that one')
    await other.close()
  }),
  withHome('parts and drafts are unreadable at rest', async ({ store, raw }) => {
    const part = await aPart(marker, 'case-visible')
    await store.append(await anAppend(start, { caseId: 'case-visible', parts: [part] }))
    await store.putPart(await aPart(`${marker} again`, 'case-visible'))
    await store.saveDraft({ caseId: 'case-visible', personId: 'person-1', part: 'opinion', body: marker, savedAt: noon }, 0)
    const bytes = await raw()
    same(bytes.includes('case-visible'), true, 'the search sees what lies open')
    same(bytes.includes(marker), false, 'the marker is found nowhere')
  }),
  withHome('a destroyed key: parts and drafts are gone for ever, the log stays', async ({ store, another }) => {
    const part = await aPart(marker)
    const append = await anAppend(start, { parts: [part] })
    await store.append(append)
    const elsewhere = await aPart('another patient', 'case-2')
    await store.putPart(elsewhere)
    await store.saveDraft({ caseId: 'case-1', personId: 'person-1', part: 'opinion', body: 'text', savedAt: noon }, 0)
    const other = await another()
    same((await other.part('case-1', part.hash)) !== null, true, 'read elsewhere before')
    await store.destroyKey('case-1')
    for (const home of [store, other]) {
      same(await home.part('case-1', part.hash), null, 'the part')
      same(await home.draft('case-1', 'person-1', 'opinion'), null, 'the draft')
      same(await home.entries('case-1'), append.entries, 'the log')
    }
    await rejects(store.putPart(part), 'nothing is sealed for an erased case again')
    same((await store.part('case-2', elsewhere.hash)) !== null, true, 'other cases')
    await store.destroyKey('case-1')
    await other.close()
  }),
  withHome('access: what was read by whom, of that case, in order', async ({ store }) => {
    const read = (operation: string, caseId: string | null) => ({ at: noon, personId: 'person-1', operation, caseId, outcome: 'answered' as const })
    await store.recordAccess([])
    await Promise.all([store.recordAccess([read('getCase', 'case-1'), read('listCases', null)]), store.recordAccess([read('getReport', 'case-1'), read('getCase', 'case-2')])])
    same(await store.accessOf('case-1'), [read('getCase', 'case-1'), read('getReport', 'case-1')], 'of case 1')
    same((await store.accessOf('case-2')).length, 1, 'of case 2')
  }),
]
