import { describe, expect, test } from 'vitest'
import { tamperCampaign, tamperings } from '#tests/faults/tamper.ts'
import { aRecord, copyOf, problemsOf } from '#tests/faults/tamper-record.ts'

/** A fiftieth of the full campaign of 1,000 (`npm run faults -- tamper`), three of each class. */
test('seven classes of tampering are all found, at their first bad place, without a false alarm', async () => {
  const report = await tamperCampaign(21, 20_261_122)
  expect(report).toEqual({ tamperings: 21, found: 21, missed: [], misplaced: [], clean: 3, falseAlarms: 0 })
}, 60_000)

test('without checkpoints a cut tail, a removed case and a full rewrite go unseen: the chain alone is not enough', async () => {
  const { missed } = await tamperCampaign(7, 7, true)
  expect(missed.map((line) => line.split(':')[0])).toEqual(Object.keys(tamperings).slice(4))
}, 60_000)

describe('the checkpoints themselves', () => {
  test.each([
    ['one taken out of the middle', (list: { splice: (at: number, count: number) => unknown }) => list.splice(3, 1), /checkpoint 4 is missing/],
    ['the newest ones taken away', (list: { splice: (at: number, count: number) => unknown }) => list.splice(10, 99), /checkpoint 11: is outside, but not in the database/],
  ])('%s', async (_, change, problem) => {
    const { record, ...rest } = await aRecord()
    const changed = copyOf(record)
    change(changed.checkpoints)
    expect((await problemsOf(rest, changed)).join('\n')).toMatch(problem)
  })

  test('one changed, and one signed by another key', async () => {
    const { record, ...rest } = await aRecord()
    const { record: foreign } = await aRecord()
    const [changed, exchanged] = [copyOf(record), copyOf(record)]
    const [first] = changed.checkpoints
    if (first) first.statement = first.statement.replace('"a"', '"b"')
    expect((await problemsOf(rest, changed)).join('\n')).toMatch(/checkpoint 1: the checkpoint is not signed by this server/)
    exchanged.checkpoints = foreign.checkpoints
    expect((await problemsOf(rest, exchanged)).join('\n')).toMatch(/not signed by this server/)
  })
})
