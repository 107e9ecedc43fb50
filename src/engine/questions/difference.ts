import type { AnalysisRun, Contribution, Params, TherapyResult } from '#src/domain/analysis.ts'

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

const sameValue = (a: Params[string] | undefined, b: Params[string] | undefined) => a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => one === b[i]))

/** Same in every field, hence of the same key. */
function saysTheSame(a: Contribution, b: Contribution | undefined): boolean {
  if (!b || a.points !== b.points || a.rule !== b.rule || a.source !== b.source) return false
  const names = Object.keys(a.params)
  return names.length === Object.keys(b.params).length && names.every((name) => sameValue(a.params[name], b.params[name]))
}

/** What only one of the two lists says; what both say meets once. */
function apart(before: readonly Contribution[], after: readonly Contribution[]): { gone: Contribution[]; come: Contribution[] } {
  // most therapies say the same in both runs: that is seen without making keys
  if (before.length === after.length && before.every((one, i) => saysTheSame(one, after[i]))) return { gone: [], come: [] }
  const [keysBefore, keysAfter] = [before.map(keyOf), after.map(keyOf)]
  return { gone: without(before, keysBefore, keysAfter), come: without(after, keysAfter, keysBefore) }
}

function without(all: readonly Contribution[], keys: readonly string[], others: readonly string[]): Contribution[] {
  const left = new Map<string, number>()
  for (const key of others) left.set(key, (left.get(key) ?? 0) + 1)
  return all.filter((_one, i) => {
    const key = keys[i] ?? ''
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
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
    const { gone, come } = apart(old?.contributions ?? [], now?.contributions ?? [])
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
