import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '#mocks/seed/ask.ts'
import { api } from '#src/contract/api.ts'
import { intakePart } from '#src/server/intake/intake-draft.ts'
import { anIntake } from '#tests/support/a-case.ts'
import { intakeWith } from '#tests/support/dropped-files.ts'
import { openHouse, type House } from '#tests/support/house.ts'
import { refusal } from '#tests/support/journey.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

test('discarding an intake that was taken in meanwhile leaves the case and its key alone', async () => {
  const fetch = house.as('coordinator')
  const intake = await intakeWith(house, 'two-windows', anIntake(), [])
  const caseId = await intake.takeIn()
  // As a second window finds it that looked just before the first one was done.
  await house.deps.store.saveDraft({ caseId, personId: 'coordinator', part: intakePart, body: anIntake(), savedAt: house.deps.clock().toISOString() }, 0)
  expect(await refusal(ask(fetch, api.discardIntake, { params: { intakeId: caseId } }))).toBe('not_found')
  expect((await ask(fetch, api.case, { params: { caseId } })).id).toBe(caseId)
})
