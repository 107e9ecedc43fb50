import type { NetworkView } from '#src/domain/network-view.ts'
import { networkOf } from '#src/engine/map/network-view.ts'
import type { Deps } from '../deps.ts'
import { atItsRelease } from './at-its-release.ts'
import { annotationsOf, baseRunOf, runNamed } from './case-parts.ts'
import type { Opened } from './open-case.ts'

/** The network of this tumour: drivers and effectors for everybody in the case, drugs only where the ranking is open. */
export async function networkViewOf(given: Deps, { state, sight }: Opened): Promise<NetworkView> {
  const deps = await atItsRelease(given, state)
  const hash = sight.opens.ranking ? (state.consensus?.run ?? (sight.slot ? state.runs[sight.slot] : null) ?? state.round.baseRun) : state.round.baseRun
  const run = sight.opens.ranking ? await runNamed(deps, state, hash) : await baseRunOf(deps, state)
  const view = networkOf(run, deps.index, { withDrugs: sight.opens.ranking })
  const mine = sight.slot && sight.committed ? await annotationsOf(deps, state, sight.slot) : []
  const disputed = new Set(mine.filter((a) => a.verdict === 'dispute').map((a) => a.interactionId))
  const onDisputedPath = new Set(run.interactions.filter((i) => disputed.has(i.id)).flatMap((i) => i.path.slice(1).map((to, at) => `${i.path[at]}>${to}`)))
  return { ...view, edges: view.edges.map((e) => (onDisputedPath.has(`${e.from}>${e.to}`) ? { ...e, disputed: true } : e)) }
}
