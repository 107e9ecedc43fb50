/** A drug as the search for combinations sees it: what it covers, per driver, weighted. */
export type Covering = { name: string; score: number; cover: readonly number[] }

type CoverSet = { places: readonly number[]; value: number; scores: number }

/** Cover is told in whole points: per driver the best of the members, summed. */
function coverOf(best: readonly number[]): number {
  let sum = 0
  for (const one of best) sum += one
  return Math.floor(sum / 10_000)
}

const joint = (a: readonly number[], b: readonly number[]): number[] => a.map((one, i) => Math.max(one, b[i] ?? 0))

/**
 * Pairs and triples in which every member adds cover: a set is worth more than any set it holds. Exhaustive, since a dozen drugs make 286 sets; a triple is
 * measured against its three pairs, which are measured once, and a pair against its two drugs.
 */
function coveringSets(pool: readonly Covering[]): CoverSet[] {
  const found: CoverSet[] = []
  const alone = pool.map((one) => coverOf(one.cover))
  const pairs = pool.map((a, i) => pool.map((b, k) => (k > i ? joint(a.cover, b.cover) : [])))
  const values = pairs.map((row) => row.map(coverOf))
  const value = (a: number, b: number) => values[a]?.[b] ?? 0
  const scoreOf = (place: number) => pool[place]?.score ?? 0
  for (let a = 0; a < pool.length; a++) {
    for (let b = a + 1; b < pool.length; b++) {
      const both = value(a, b)
      if (both > Math.max(alone[a] ?? 0, alone[b] ?? 0)) found.push({ places: [a, b], value: both, scores: scoreOf(a) + scoreOf(b) })
      const cover = pairs[a]?.[b] ?? []
      for (let c = b + 1; c < pool.length; c++) {
        const third = pool[c]?.cover ?? []
        let sum = 0
        for (let i = 0; i < cover.length; i++) sum += Math.max(cover[i] ?? 0, third[i] ?? 0)
        const all = Math.floor(sum / 10_000)
        if (all > Math.max(both, value(a, c), value(b, c))) found.push({ places: [a, b, c], value: all, scores: scoreOf(a) + scoreOf(b) + scoreOf(c) })
      }
    }
  }
  return found
}

/** The `most` best sets whose name and places pass, by cover, scores, fewer drugs and name; each as places in the pool. */
export function bestSets(pool: readonly Covering[], passes: (key: string, places: readonly number[]) => boolean, most: number): (readonly number[])[] {
  const keys = new Map<CoverSet, string>()
  const keyOf = (set: CoverSet): string => {
    let key = keys.get(set)
    if (key === undefined) { key = set.places.flatMap((place) => pool[place]?.name ?? []).sort().join('+'); keys.set(set, key) }
    return key
  }
  const best: (readonly number[])[] = []
  for (const set of coveringSets(pool).sort((a, b) => b.value - a.value || b.scores - a.scores || a.places.length - b.places.length || (keyOf(a) < keyOf(b) ? -1 : 1))) {
    if (passes(keyOf(set), set.places)) best.push(set.places)
    if (best.length === most) break
  }
  return best
}
