import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

/** L26 is held apart by its own test below: the script looks for a case of the id `EGFR L858R`, and ids are L01 and so on, so there it cannot hold. */
const expected = 78

describe.runIf(hasSharedData('evaluation/golden.mjs', 1))('golden profiles through the command line', () => {
  it(`holds at least ${expected} of 79`, () => {
    const run = spawnSync(process.execPath, [sharedPath('evaluation', 'golden.mjs') ?? '', sharedPath('evaluation', 'golden-cases.json') ?? ''], { encoding: 'utf8' })
    const held = Number(/held (\d+) of (\d+)/.exec(run.stdout)?.[1] ?? 0)
    expect(held, run.stdout).toBeGreaterThanOrEqual(expected)
  }, 60_000)
})
