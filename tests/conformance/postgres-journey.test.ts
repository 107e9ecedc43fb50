import { expect, test } from 'vitest'
import { anIntake, takenIn } from '#tests/support/a-case.ts'
import { openHouse } from '#tests/support/house.ts'
import { playJourney } from '#tests/support/journey.ts'
import { canRun, hasPostgres } from '#tests/support/requirements.ts'
import { startPostgres } from '#tests/support/start-postgres.ts'
import { verifyChain } from '#src/server/record/verify-chain.ts'

test.runIf(canRun('postgres', hasPostgres, 1, 'PostgreSQL not present'))('the journey is the same on PostgreSQL', async () => {
  const postgres = await startPostgres()
  const house = await openHouse(await postgres.freshDatabase())
  try {
    const caseId = await takenIn(house, anIntake(), 'journey')
    await playJourney(house, caseId)
    expect(await verifyChain(await house.deps.store.entries(caseId))).toEqual({ ok: true })
  } finally {
    await house.close()
    await postgres.stop()
  }
})
