import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkHome } from '#src/server/backup/check-home.ts'
import { rebuiltHead } from '#src/server/backup/rebuild-head.ts'
import { appendToFile, checkpointFile, readFromFile } from '#src/server/main/checkpoint-file.ts'
import { openHome, type ServerHome } from '#src/server/main/open-home.ts'
import { withCheckpoints } from '#src/server/main/with-checkpoints.ts'
import { sealEntry } from '#src/server/record/seal-entry.ts'
import type { Append, Store } from '#src/server/store/ports.ts'
import { sqlCheckpoints } from '#src/server/store/sql-checkpoints.ts'
import { aCaseLog } from '#tests/support/a-case-log.ts'

let data: string
let home: ServerHome
const at = '2026-03-02T12:00:00.000Z'
const server = () => withCheckpoints({ store: home.store, checkpoints: sqlCheckpoints(home.db), keys: home.keys, now: () => new Date(at), outside: (made) => appendToFile(checkpointFile(data), made) })

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'consilium-checkpoints-'))
  home = await openHome({ data, database: null })
})
afterEach(async () => {
  await home.store.close()
  await rm(data, { recursive: true })
})

async function aCommitment(store: Store, caseId: string): Promise<Append> {
  const entries = await store.entries(caseId)
  const last = entries.at(-1)
  const commandId = `commit-${caseId}-${entries.length}`
  const entry = await sealEntry({
    caseId, version: entries.length + 1, v: 1, type: 'opinion_committed', at, actor: { personId: 'genomics', role: 'genomic_expert' }, commandId,
    data: { round: 1, slot: 'genomic_expert', opinion: 'a'.repeat(64), run: 'b'.repeat(64) }, previous: last?.hash ?? '',
  })
  return { caseId, expectedVersion: entries.length, entries: [entry], head: rebuiltHead([...entries, entry]), parts: [], deleteDrafts: [], receipt: { commandId, fingerprint: 'f', result: null } }
}

test('a commitment is answered after its checkpoint, inside and outside the database; a taking-in needs none', async () => {
  const store = server()
  await store.append(await aCaseLog('one'))
  expect(await sqlCheckpoints(home.db).all()).toEqual([])
  expect(await store.append(await aCommitment(store, 'one'))).toBe('appended')
  const [made, ...more] = await sqlCheckpoints(home.db).all()
  expect(more).toEqual([])
  expect(JSON.parse(made?.statement ?? '')).toMatchObject({ ordinal: 1, heads: [['one', 3, (await store.head('one'))?.hash]] })
  expect(await readFromFile(checkpointFile(data))).toEqual([made])
})

test('a stale commitment makes none; the daily one only when something moved', async () => {
  const store = server()
  await store.append(await aCaseLog('one'))
  const late = await aCommitment(store, 'one')
  await store.checkpoint()
  await store.checkpoint()
  await store.append(late)
  expect(await store.append({ ...late, receipt: { ...late.receipt } })).toBe('stale')
  expect((await sqlCheckpoints(home.db).all()).map(({ ordinal }) => ordinal)).toEqual([1, 2])
})

test('two servers and many commitments at once: every number once, the chain unbroken, every case covered', async () => {
  const [one, two] = [server(), server()]
  const cases = Array.from({ length: 12 }, (_, index) => `case-${index}`)
  for (const caseId of cases) await one.append(await aCaseLog(caseId))
  await Promise.all(cases.map(async (caseId, index) => (index % 2 === 0 ? one : two).append(await aCommitment(one, caseId))))
  const all = await sqlCheckpoints(home.db).all()
  expect(all.map(({ ordinal }) => ordinal)).toEqual(all.map((_, index) => index + 1))
  expect(new Set(all.flatMap(({ statement }) => JSON.parse(statement).heads.map(([caseId]: [string]) => caseId)))).toEqual(new Set(cases))
  const problems = (await checkHome(home)).problems.filter((problem) => problem.includes('checkpoint'))
  expect(problems).toEqual([])
  expect((await readFile(checkpointFile(data), 'utf8')).trim().split('\n').length).toBe(all.length)
})
