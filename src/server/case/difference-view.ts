import type { RunDifference } from '#src/contract/views/therapies-view.ts'
import type { AnalysisRun, Contribution, TherapyResult } from '#src/domain/analysis.ts'
import { sentenceOf } from './sentences.ts'

/** Therapies whose score or band moved between two runs, largest change first, with the points that went and the points that came. */
export function differenceView(before: AnalysisRun, after: AnalysisRun): RunDifference[] {
  const keyed = (run: AnalysisRun) => new Map([...run.therapies, ...run.combinations].map((t) => [t.therapy, t]))
  const [was, is] = [keyed(before), keyed(after)]
  const moved = [...new Set([...was.keys(), ...is.keys()])].flatMap((therapy) => {
    const [a, b] = [was.get(therapy), is.get(therapy)]
    if (a?.score === b?.score && a?.band === b?.band) return []
    return [{ therapy, before: a?.score ?? null, after: b?.score ?? null, bandBefore: a?.band ?? null, bandAfter: b?.band ?? null, because: changesOf(a, b) }]
  })
  const size = (d: RunDifference) => Math.abs((d.after ?? 0) - (d.before ?? 0))
  return moved.sort((a, b) => size(b) - size(a) || (a.therapy < b.therapy ? -1 : 1))
}

function changesOf(before: TherapyResult | undefined, after: TherapyResult | undefined): string[] {
  const key = (c: Contribution) => JSON.stringify([c.points, c.rule, c.params, c.source])
  const only = (a: readonly Contribution[], b: readonly Contribution[]) => {
    const there = new Set(b.map(key))
    return a.filter((c) => !there.has(key(c)))
  }
  const [was, is] = [before?.contributions ?? [], after?.contributions ?? []]
  const signed = (points: number) => (points > 0 ? `+${points}` : String(points))
  return [
    ...only(was, is).map((c) => `no longer ${signed(c.points)}: ${sentenceOf(c)}`),
    ...only(is, was).map((c) => `now ${signed(c.points)}: ${sentenceOf(c)}`),
  ]
}
