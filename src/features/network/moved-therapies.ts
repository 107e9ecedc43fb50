import type { RunDifference, TherapiesView } from '#src/contract/views/therapies-view.ts'

type Point = { points: number; because: string }
type Standing = { score: number; band: string; points: readonly Point[] }
type Standings = ReadonlyMap<string, Standing>

export const standingsOf = (view: Pick<TherapiesView, 'ranked' | 'against' | 'combinations' | 'withdrawn'>): Standings =>
  new Map([...view.ranked, ...view.against, ...view.combinations, ...view.withdrawn].map((card) => [card.therapy, { score: card.score, band: card.band, points: card.contributions }]))

/**
 * What one word moved: my ranking before it against my ranking after it, furthest first, with the points that went and the points that came.
 * The server's own difference compares with the base run, in which my other words are missing too.
 */
export function movedTherapies(before: Standings, after: Standings): RunDifference[] {
  const moved = [...new Set([...before.keys(), ...after.keys()])].flatMap((therapy): RunDifference[] => {
    const was = before.get(therapy)
    const is = after.get(therapy)
    if (was?.score === is?.score && was?.band === is?.band) return []
    return [{
      therapy, before: was?.score ?? null, after: is?.score ?? null, bandBefore: was?.band ?? null, bandAfter: is?.band ?? null,
      because: [...without(was?.points ?? [], is?.points ?? []).map((point) => `no longer ${say(point)}`), ...without(is?.points ?? [], was?.points ?? []).map(say)],
    }]
  })
  const by = ({ before: from, after: to }: RunDifference) => Math.abs((to ?? 0) - (from ?? 0))
  return moved.toSorted((a, b) => by(b) - by(a))
}

const say = ({ points, because }: Point) => `${points > 0 ? '+' : '−'}${Math.abs(points)}: ${because}`

/** Points of the first list that the second has not, each counted as often as it stands there. */
function without(points: readonly Point[], others: readonly Point[]): Point[] {
  const left = others.map(say)
  return points.filter((point) => {
    const at = left.indexOf(say(point))
    if (at < 0) return true
    left.splice(at, 1)
    return false
  })
}
