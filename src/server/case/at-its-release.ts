import type { CaseState } from '#src/domain/case/state.ts'
import { analyse } from '#src/engine/analyse.ts'
import type { Deps } from '../deps.ts'

/**
 * The server as the round of a case needs it: with the knowledge the round was opened with, so that every later run of it repeats and can be set beside the first. A
 * release that this home no longer has, or can no longer read, gives way to its own; the run then names the one it was made with.
 */
export async function atItsRelease(deps: Deps, { round }: Pick<CaseState, 'round'>): Promise<Deps> {
  if (round.knowledge.hash === deps.knowledge.hash) return deps
  const named = await deps.releases?.named(round.knowledge.hash)
  return named ? { ...deps, knowledge: named.knowledge, index: named, analyse: (input) => analyse(input, named) } : deps
}
