import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import { readPart } from '#src/server/case/parts.ts'
import { SnapshotPart } from '#src/server/case/snapshot.ts'
import { anIntake, anOpinion, committed, experts, takenIn } from '#tests/support/a-case.ts'
import { openHouse, type House } from '#tests/support/house.ts'
import { playJourney, refusal } from '#tests/support/journey.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const genomics = experts.genomic_expert

test('a case goes from intake to a sealed report that verifies offline', async () => {
  await playJourney(house, await takenIn(house, anIntake(), 'journey'))
}, 60_000)

test('two windows write the same draft: one is saved, the other is told, and nothing is overwritten', async () => {
  const id = await takenIn(house, anIntake(), 'two-windows')
  const fetch = house.as(genomics)
  const params = { caseId: id }
  const draft = await ask(fetch, api.myOpinion, { params })
  const save = (mark: string) => ask(fetch, api.saveOpinion, { params, body: { version: draft.version, opinion: anOpinion('genomic_expert', draft.asked, mark) } })
  const outcomes = await Promise.allSettled([save('first window'), save('second window')])
  expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected'])
  const won = outcomes[0]?.status === 'fulfilled' ? 'first window' : 'second window'
  expect((await ask(fetch, api.myOpinion, { params })).opinion.plan).toContain(won)
})

test('the same command again answers the same; the same id with another body is refused', async () => {
  const id = await takenIn(house, anIntake(), 'retry')
  const fetch = house.as(genomics)
  const flag = { commandId: 'raise-flag-1', text: 'The sample may be swapped', blocking: true }
  await ask(fetch, api.raiseFlag, { params: { caseId: id }, body: flag })
  await ask(fetch, api.raiseFlag, { params: { caseId: id }, body: flag })
  expect((await ask(fetch, api.case, { params: { caseId: id } })).flags).toHaveLength(1)
  expect(await refusal(ask(fetch, api.raiseFlag, { params: { caseId: id }, body: { ...flag, text: 'Something else entirely' } }))).toBe('command_reused')
})

test('nobody fills both roles of one case', async () => {
  const form = anIntake({ assigned: { genomic_expert: 'genomics.one', oncologist: 'genomics.one' } })
  expect(await refusal(takenIn(house, form, 'both-roles'))).toBe('gates_open')
})

test('a disputed interaction changes my run and says by how much; taking it back restores the base run to the byte', async () => {
  const id = await takenIn(house, anIntake(), 'dispute')
  await committed(house, id, 'genomic_expert', 'before the dispute')
  const fetch = house.as(genomics)
  const { rows } = await ask(fetch, api.interactions, { params: { caseId: id } })
  const disputed = rows.find((r) => r.judgement?.effect === 'against' && r.judgement.therapies.length > 0)
  if (!disputed) throw new Error('this profile has an interaction that speaks against a therapy')
  const params = { caseId: id, interactionId: disputed.id }
  const base = (await ask(fetch, api.therapies, { params: { caseId: id } })).baseRun
  const changed = await ask(fetch, api.annotateInteraction, { params, body: { commandId: 'dispute-it', version: disputed.version, verdict: 'dispute', note: 'not seen in this sample' } })
  expect(changed.run).not.toBe(base)
  expect(changed.difference.length).toBeGreaterThan(0)
  expect(changed.difference[0]?.because.length).toBeGreaterThan(0)
  const now = (await ask(fetch, api.interactions, { params: { caseId: id } })).rows.find((r) => r.id === disputed.id)
  const back = await ask(fetch, api.annotateInteraction, { params, body: { commandId: 'take-it-back', version: now?.version ?? 0, verdict: null, note: '' } })
  expect([back.run, back.difference]).toEqual([base, []])
})

test('what a round fixed names the engine and the knowledge that its base run used', async () => {
  const id = await takenIn(house, anIntake(), 'snapshot')
  await committed(house, id, 'genomic_expert', 'to see the run')
  const { engine, knowledge, baseRun } = await ask(house.as(genomics), api.therapies, { params: { caseId: id } })
  const entries = await house.deps.store.entries(id)
  const opened = entries.find((e) => e.type === 'round_opened')?.data
  const snapshot = await readPart(house.deps, id, String(opened?.['snapshot']), SnapshotPart)
  expect({ engine: snapshot.engine, knowledge: snapshot.knowledge, baseRun: opened?.['baseRun'] }).toEqual({ engine, knowledge, baseRun })
})
