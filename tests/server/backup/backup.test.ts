import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { knowledgeRows } from '#src/knowledge/rows/registry.ts'
import { openAccounts } from '#src/server/auth/accounts.ts'
import { makeAccount } from '#src/server/auth/make-account.ts'
import { checkHome } from '#src/server/backup/check-home.ts'
import { rebuiltHead } from '#src/server/backup/rebuild-head.ts'
import { restoreBackup } from '#src/server/backup/restore-backup.ts'
import { writeBackup } from '#src/server/backup/write-backup.ts'
import { openHome, type ServerHome } from '#src/server/main/open-home.ts'
import { shelfOf, shelve, shelvedReleases, shelvedText } from '#src/server/main/release-shelf.ts'
import { sealEntry } from '#src/server/record/seal-entry.ts'
import { aCaseLog } from '#tests/support/a-case-log.ts'

let folder: string
let data: string
let file: string
let home: ServerHome
const at = new Date('2026-03-02T12:00:00Z')
const into = (name: string) => ({ data: join(folder, name), database: null })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-backup-'))
  data = join(folder, 'data')
  file = join(folder, 'backup')
  home = await openHome({ data, database: null })
  for (const caseId of ['one', 'two', 'three']) expect(await home.store.append(await aCaseLog(caseId))).toBe('appended')
  await home.store.saveDraft({ caseId: 'one', personId: 'genomics', part: 'opinion', body: { text: 'half a sentence' }, savedAt: at.toISOString() }, 0)
  const read = (operation: string) => ({ at: at.toISOString(), personId: 'genomics', operation, caseId: 'one', outcome: 'answered' as const })
  await home.store.recordAccess([read('case'), read('variants')])
  await home.store.recordAccess([read('report')])
  const accounts = await openAccounts({ db: home.db, type: 'sqlite', keys: home.keys, secure: false })
  await makeAccount(accounts, { name: 'A', email: 'a@clinic.example', roles: ['oncologist'], credential: null, password: 'a long enough password', seeded: false })
})
afterEach(async () => {
  await home.store.close()
  await rm(folder, { recursive: true })
})

const backUp = (withKeys = true) => writeBackup({ data, database: null, home, file, withKeys, at })

describe('a backup', () => {
  test('restores everything, and everything verifies', async () => {
    await backUp()
    expect((await stat(file)).mode & 0o077).toBe(0)
    const report = await restoreBackup(file, into('new'))
    expect(report).toMatchObject({ cases: 3, entries: 6, parts: 18, problems: [] })
    const restored = await openHome(into('new'))
    expect(await restored.store.heads()).toEqual(await home.store.heads())
    expect(await restored.store.entries('two')).toEqual(await home.store.entries('two'))
    expect(await restored.store.draft('one', 'genomics', 'opinion')).toEqual(await home.store.draft('one', 'genomics', 'opinion'))
    expect(await restored.store.accessOf('one')).toEqual(await home.store.accessOf('one'))
    const accounts = await openAccounts({ db: restored.db, type: 'sqlite', keys: restored.keys, secure: false })
    expect((await accounts.api.signInEmail({ body: { email: 'a@clinic.example', password: 'a long enough password' }, asResponse: true })).status).toBe(200)
    await restored.store.close()
  })

  test('brings the knowledge releases of the data folder along, each under its hash', async () => {
    const priors = [[{ class: 'pd1_mab', tumour: 'MEL', points: 1, basis: 'b', sources: ['PMID:1'] }]]
    const made = await shelve(shelfOf(data), { ...knowledgeRows, priors }, { release: 'of our own', made: at.toISOString(), base: null, source: null }, null)
    await backUp()
    expect(await restoreBackup(file, into('new'))).toMatchObject({ problems: [] })
    expect(await shelvedReleases(shelfOf(into('new').data))).toEqual([made])
    expect(await shelvedText(shelfOf(into('new').data), made.hash)).toBe(await shelvedText(shelfOf(data), made.hash))
  }, 30_000)

  test('without keys needs the key file first', async () => {
    await backUp(false)
    await expect(restoreBackup(file, into('new'))).rejects.toThrow(/keys under .* are not those of the backup/)
    const keys = join(data, 'keys', 'host.json')
    expect(gunzipSync(await readFile(file)).includes(await readFile(keys, 'utf8'))).toBe(false)
    await rm(join(folder, 'new'), { recursive: true })
    const place = join(folder, 'new', 'keys')
    await mkdir(place, { recursive: true })
    await writeFile(join(place, 'host.json'), await readFile(keys), { mode: 0o600 })
    expect(await restoreBackup(file, into('new'))).toMatchObject({ cases: 3, problems: [] })
  })

  test('is one moment: what is written while it runs is whole in it or not in it', async () => {
    const running = backUp()
    await Promise.all([running, ...['four', 'five', 'six'].map(async (caseId) => home.store.append(await aCaseLog(caseId)))])
    const report = await restoreBackup(file, into('new'))
    expect(report.problems).toEqual([])
    expect(report.entries).toBe(report.cases * 2)
    expect((await home.store.heads()).length).toBe(6)
  })

  test('never replaces a file, nor an existing record', async () => {
    await backUp()
    await expect(restoreBackup(file, { data, database: null })).rejects.toThrow(/record already/)
    expect((await home.store.heads()).length).toBe(3)
  })

  test('that was cut or changed at any place is refused, and nothing is restored', async () => {
    await backUp()
    const whole = gunzipSync(await readFile(file)).toString()
    const lines = whole.split('\n')
    const damaged: Record<string, Buffer> = {
      'cut in the middle of the file': (await readFile(file)).subarray(0, -200),
      'last line missing': gzipSync(`${lines.slice(0, -2).join('\n')}\n`),
      'one row missing': gzipSync(lines.toSpliced(4, 1).join('\n')),
      'one letter changed': gzipSync(whole.replace('coordinator', 'coordinatos')),
      'two rows swapped': gzipSync([lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n')),
      'not a backup': gzipSync('hello\n'),
      'empty': gzipSync(''),
    }
    for (const [what, bytes] of Object.entries(damaged)) {
      await writeFile(file, bytes)
      await expect(restoreBackup(file, into('new')), what).rejects.toThrow()
      await expect(stat(join(folder, 'new', 'consilium.sqlite')), what).rejects.toThrow()
    }
  })
})

describe('the check of a record', () => {
  const check = () => checkHome(home)

  test('finds nothing in a good record', async () => {
    expect(await check()).toEqual({ cases: 3, entries: 6, parts: 18, signatures: 0, erased: 0, checkpoints: 0, problems: [] })
  })

  test('an erased case still verifies', async () => {
    const [head] = await home.store.heads()
    const entries = await home.store.entries(head?.caseId ?? '')
    const caseId = head?.caseId ?? ''
    const erased = await sealEntry({ caseId, version: 3, v: 1, type: 'case_erased', at: at.toISOString(), actor: { personId: 'coordinator', role: 'coordinator' }, commandId: 'erase', data: { reason: 'asked' }, previous: head?.hash ?? '' })
    await home.store.append({ caseId, expectedVersion: 2, entries: [erased], head: rebuiltHead([...entries, erased]), parts: [], deleteDrafts: [], receipt: { commandId: 'erase', fingerprint: 'f', result: null } })
    await home.store.destroyKey(caseId)
    expect(await check()).toMatchObject({ cases: 3, erased: 1, parts: 12, problems: [] })
  })

  test.each([
    ['an entry changed by someone who removed the triggers', `drop trigger entries_never_change; update entries set entry = replace(entry, 'LUAD', 'SKCM') where case_id = 'two' and version = 1`, /case two: version 1: content and hash differ/],
    ['the tail of a log cut off', `drop trigger entries_never_go; delete from entries where case_id = 'two' and version = 2`, /case two: the head row is not what the log says/],
    ['a head row changed', `update heads set stage = 'final' where case_id = 'three'`, /case three: the head row is not what the log says/],
    ['a part taken away', `delete from parts where rowid = (select rowid from parts where case_id = 'one' limit 1)`, /case one: version \d: the part \w+ is missing/],
    ['two parts exchanged', `update parts set body = (select p.body from parts p where p.case_id = parts.case_id and p.hash <> parts.hash limit 1) where case_id = 'one'`, /does not open/],
    ['a read taken out of the record of reads', 'delete from access where ordinal = 2', /record of reads, process [0-9a-f-]+, row 3/],
    ['a read put on somebody else', `update access set person_id = 'other' where ordinal = 1`, /record of reads, process [0-9a-f-]+, row 1/],
    ['the key of another case', `update case_keys set wrapped = (select wrapped from case_keys where case_id = 'two') where case_id = 'one'`, /case one: .* does not open/],
  ])('finds %s', async (_, statement, problem) => {
    const intruder = new DatabaseSync(join(data, 'consilium.sqlite'))
    intruder.exec(statement)
    intruder.close()
    expect((await check()).problems.join('\n')).toMatch(problem)
  })
})
