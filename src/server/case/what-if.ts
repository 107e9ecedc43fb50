import type { WhatIfView } from '#src/contract/views/therapies-view.ts'
import type { Overrides } from '#src/domain/analysis.ts'
import { noOverrides } from '#src/domain/analysis.ts'
import { whatIf } from '#src/engine/questions/what-if.ts'
import { atItsRelease } from './at-its-release.ts'
import type { Deps } from '../deps.ts'
import { baseRunOf, roundInputOf } from './case-parts.ts'
import { inWords } from './difference-view.ts'
import type { Opened } from './open-case.ts'

/** The base run with something switched off or overridden, against the base run. Records nothing. */
export async function whatIfOf(given: Deps, { state }: Opened, overrides: Overrides): Promise<WhatIfView> {
  const deps = await atItsRelease(given, state)
  const input = { ...(await roundInputOf(deps, state)), mode: 'clinical' as const, overrides: noOverrides }
  const { difference } = whatIf(input, overrides, deps.index, await baseRunOf(deps, state))
  return { difference: inWords(difference), sameAsBase: difference.therapies.length === 0 }
}
