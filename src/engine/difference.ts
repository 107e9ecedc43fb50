import type { AnalysisRun, Contribution, TherapyResult } from '#src/domain/analysis.ts'

/** How one therapy differs between two runs. `null` means that it is not in that run. Contributions that are the same in both are left out. */
export type TherapyDifference = {
  therapy: string
  before: number | null
  after: number | null
  bandBefore: TherapyResult['band'] | null
  bandAfter: TherapyResult['band'] | null
  gone: Contribution[]
  come: Contribution[]
}
export type RunDifference = { therapies: TherapyDifference[]; driversGone: string[]; driversCome: string[]; interactionsGone: string[]; interactionsCome: string[] }

/** A contribution is the same when it says the same: points, rule, source and what it speaks of. */
const keyOf = (one: Contribution): string => `${one.points}|${one.rule}|${one.source}|${Object.keys(one.params).sort().map((name) => `${name}=${String(one.params[name])}`).join('|')}`

function without(all: readonly Contribution[], others: readonly Contribution[]): Contribution[] {
  const left = new Map<string, number>()
  for (const one of others) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1)
  return all.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0
    if (count > 0) left.set(keyOf(one), count - 1)
    return count === 0
  })
}

const missing = (from: readonly string[], to: readonly string[]) => { const known = new Set(to); return from.filter((one) => !known.has(one)) }

/**
 * What changed from one run to another, therapy by therapy in the order of the later run, then those that fell out. The points of `come` less those of `gone`
 * are the difference of the scores, exactly, wherever the therapy is in both.
 */
export function differenceOf(before: AnalysisRun, after: AnalysisRun): RunDifference {
  const earlier = new Map([...before.therapies, ...before.combinations].map((one) => [one.therapy, one]))
  const later = new Map([...after.therapies, ...after.combinations].map((one) => [one.therapy, one]))
  const therapies: TherapyDifference[] = []
  for (const name of new Set([...later.keys(), ...earlier.keys()])) {
    const [old, now] = [earlier.get(name) ?? null, later.get(name) ?? null]
    const gone = without(old?.contributions ?? [], now?.contributions ?? [])
    const come = without(now?.contributions ?? [], old?.contributions ?? [])
    if (old && now && gone.length === 0 && come.length === 0 && old.band === now.band) continue
    therapies.push({ therapy: name, before: old?.score ?? null, after: now?.score ?? null, bandBefore: old?.band ?? null, bandAfter: now?.band ?? null, gone, come })
  }
  const drivers = (run: AnalysisRun) => run.drivers.flatMap((driver) => driver.alterations)
  const interactions = (run: AnalysisRun) => run.interactions.map((one) => one.id)
  return {
    therapies, driversGone: missing(drivers(before), drivers(after)), driversCome: missing(drivers(after), drivers(before)),
    interactionsGone: missing(interactions(before), interactions(after)), interactionsCome: missing(interactions(after), interactions(before)),
  }
}
