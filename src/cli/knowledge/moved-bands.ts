import type { AnalysisInput, TherapyResult } from '#src/domain/analysis.ts'
import { analyse } from '#src/engine/analyse.ts'
import type { KnowledgeIndex } from '#src/engine/release/knowledge-index.ts'

export type CaseToCompare = { case: string; input: AnalysisInput }
/** A therapy whose band is another under the other release; null where it is not in that run. */
export type MovedBand = { case: string; therapy: string; from: TherapyResult['band'] | null; to: TherapyResult['band'] | null; scoreFrom: number | null; scoreTo: number | null }

/** Therapies of each case whose band moves between two releases, read with the same engine; the worst fall and the highest rise first within a case. */
export function movedBands(cases: readonly CaseToCompare[], before: KnowledgeIndex, after: KnowledgeIndex): MovedBand[] {
  return cases.flatMap(({ case: name, input }) => {
    const was = new Map(analyse(input, before).therapies.map((one) => [one.therapy, one]))
    const is = new Map(analyse(input, after).therapies.map((one) => [one.therapy, one]))
    const moved = [...new Set([...was.keys(), ...is.keys()])].flatMap((therapy): MovedBand[] => {
      const [from, to] = [was.get(therapy), is.get(therapy)]
      return from?.band === to?.band ? [] : [{ case: name, therapy, from: from?.band ?? null, to: to?.band ?? null, scoreFrom: from?.score ?? null, scoreTo: to?.score ?? null }]
    })
    const shift = (one: MovedBand): number => Math.abs((one.scoreTo ?? 0) - (one.scoreFrom ?? 0))
    return moved.toSorted((a, b) => shift(b) - shift(a) || (a.therapy < b.therapy ? -1 : 1))
  })
}
