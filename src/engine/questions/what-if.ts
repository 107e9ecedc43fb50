import type { AnalysisInput, AnalysisRun, Overrides } from '#src/domain/analysis.ts'
import { analyse } from '../analyse.ts'
import { differenceOf } from './difference.ts'
import type { RunDifference } from './difference.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'

/** Adds one set of annotations to another; each list keeps its order and holds a thing once. */
export function joinOverrides(a: Overrides, b: Overrides): Overrides {
  const joined = (name: Exclude<keyof Overrides, 'reclassified'>) => [...new Set([...a[name], ...b[name]])]
  return {
    rejectedDrivers: joined('rejectedDrivers'), disputedInteractions: joined('disputedInteractions'), disputedEdges: joined('disputedEdges'), disabledEvidence: joined('disabledEvidence'),
    reclassified: [...a.reclassified.filter((one) => !b.reclassified.some((other) => other.alterationId === one.alterationId)), ...b.reclassified],
  }
}

/** The same case with something switched off or overridden, and how it differs from the base run. `base` saves running it again. */
export function whatIf(input: AnalysisInput, change: Overrides, index: KnowledgeIndex, base: AnalysisRun = analyse(input, index)): { run: AnalysisRun; difference: RunDifference } {
  const run = analyse({ ...input, overrides: joinOverrides(input.overrides, change) }, index)
  return { run, difference: differenceOf(base, run) }
}
