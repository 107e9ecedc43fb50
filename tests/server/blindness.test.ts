import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import { committed, experts, takenIn, anOpinion } from '#tests/support/a-case.ts'
import { everyRead, type Read } from '#tests/support/every-read.ts'
import { openHouse, type House } from '#tests/support/house.ts'
import { rankingWordsIn } from '#tests/support/ranking-words.ts'

let house: House
let caseId: string
let session: string
beforeAll(async () => {
  house = await openHouse()
  caseId = await takenIn(house)
  session = (await ask(house.as('coordinator'), api.openBoard, { params: { caseId }, body: { commandId: 'open-board' } })).session
})
afterAll(() => house.close())

const read = (personId: string) => everyRead(house, personId, { caseId, session, therapy: 'osimertinib', intakeId: caseId })

const rankingIn = (reads: readonly Read[]): string[] => reads.filter((r) => r.operation !== 'myOpinion').flatMap((r) => rankingWordsIn(r.json).map((word) => `${r.operation}: ${word}`))
const markIn = (reads: readonly Read[], mark: string) => reads.filter((r) => r.text.includes(mark)).map((r) => r.operation)

describe('before both have committed', () => {
  test('nobody reads anything of the ranking, nor a draft of somebody else', async () => {
    const fetch = house.as(experts.genomic_expert)
    const draft = await ask(fetch, api.myOpinion, { params: { caseId } })
    await ask(fetch, api.saveOpinion, { params: { caseId }, body: { version: draft.version, opinion: anOpinion('genomic_expert', draft.asked, 'MARK-DRAFT') } })
    for (const who of ['oncology.one', 'coordinator', 'board', 'genomics.two', 'oncology.two', 'administrator', 'arbiter']) {
      const reads = await read(who)
      expect({ who, found: markIn(reads, 'MARK-DRAFT') }).toEqual({ who, found: [] })
      expect({ who, found: rankingIn(reads) }).toEqual({ who, found: [] })
    }
    expect(markIn(await read(experts.genomic_expert), 'MARK-DRAFT'), 'the search must find what the author may read').toContain('myOpinion')
  })

  test('after the genomic expert has committed, the oncologist reads the very same as before', async () => {
    const before = await read('oncology.one')
    await committed(house, caseId, 'genomic_expert', 'MARK-GENOMIC')
    const after = await read('oncology.one')
    expect(markIn(after, 'MARK-GENOMIC')).toEqual([])
    expect(rankingIn(after)).toEqual([])
    for (const [i, r] of after.entries()) expect({ operation: r.operation, status: r.status, text: r.text.replace(/"expiresAt":"[^"]*"/, '') }).toEqual({ ...before[i] && { operation: before[i].operation, status: before[i].status, text: before[i].text.replace(/"expiresAt":"[^"]*"/, '') } })
  })

  test('the one who has committed reads the ranking, and still nothing of the other', async () => {
    const draft = await ask(house.as('oncology.one'), api.myOpinion, { params: { caseId } })
    await ask(house.as('oncology.one'), api.saveOpinion, { params: { caseId }, body: { version: draft.version, opinion: anOpinion('oncologist', draft.asked, 'MARK-ONCO') } })
    const reads = await read(experts.genomic_expert)
    expect(rankingIn(reads).map((w) => w.split(':')[0]), 'the search must find the ranking where it is open').toContain('therapies')
    expect(markIn(reads, 'MARK-ONCO')).toEqual([])
  })
})

describe('after both have committed', () => {
  test('both read both opinions, and outsiders still find no such case', async () => {
    await committed(house, caseId, 'oncologist', 'MARK-ONCO-2')
    for (const who of Object.values(experts)) {
      const reads = await read(who)
      expect(markIn(reads, 'MARK-GENOMIC')).toContain('comparison')
      expect(markIn(reads, 'MARK-ONCO-2')).toContain('comparison')
    }
    const outsider = (await read('genomics.two')).filter((r) => r.operation === 'case')
    expect(outsider.map((r) => [r.status, r.text])).toEqual([[404, '{"code":"case_not_found","detail":null}']])
    const unknown = await house.as('genomics.two')(new Request('http://localhost/api/cases/case-that-is-not-there'))
    expect(await unknown.text()).toBe('{"code":"case_not_found","detail":null}')
  })

  test('the board holds no identifying marker', async () => {
    const board = (await read('board')).find((r) => r.operation === 'board')
    expect(board?.status).toBe(200)
    for (const marker of ['Marit', 'Halvorsen', 'MRN-4471', '1963', 'Dr Referring', 'Invented Laboratory']) expect(board?.text).not.toContain(marker)
    expect(board?.text, 'the question is there, without the name').toContain('[masked]')
  })
})
