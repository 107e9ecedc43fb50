import type { Deps } from '../deps.ts'
import type { ProfilePart } from './snapshot.ts'

/** Genes the knowledge release speaks of that this assay could not have seen; with unknown coverage nothing can be said, and the list is empty. */
export function notTestedOf(deps: Pick<Deps, 'knowledge'>, { profile, notTested }: ProfilePart): string[] {
  const { coverage } = profile
  if (coverage.kind !== 'genes') return [...notTested].sort()
  const covered = new Set([...coverage.genes, ...profile.wildType, ...profile.alterations.map((a) => a.gene)])
  const spokenOf = [...deps.knowledge.genes.values()].filter((g) => g.role !== 'other').map((g) => g.symbol)
  return [...new Set([...notTested, ...spokenOf.filter((g) => !covered.has(g))])].sort()
}
