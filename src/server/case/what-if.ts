import type { WhatIfView } from '#src/contract/views/therapies-view.ts'
import type { Overrides } from '#src/domain/analysis.ts'
import type { Deps } from '../deps.ts'
import { analyseRound } from './analyse-case.ts'
import { baseRunOf, roundInputOf } from './case-parts.ts'
import { differenceView } from './difference-view.ts'
import type { Opened } from './open-case.ts'

/** The base run with something switched off or overridden, against the base run. Records nothing. */
export async function whatIfOf(deps: Deps, { state }: Opened, overrides: Overrides): Promise<WhatIfView> {
  const base = await baseRunOf(deps, state)
  const { run, part } = await analyseRound(deps, state.id, await roundInputOf(deps, state), overrides)
  return { difference: differenceView(base, run), sameAsBase: part.hash === state.round.baseRun }
}
