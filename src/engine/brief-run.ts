import type { AnalysisInput, AnalysisRun, TherapyResult } from '#src/domain/analysis.ts'
import { conclude } from './case/conclusion.ts'
import { driverResult } from './reading/driver-result.ts'
import type { KnowledgeIndex } from './release/knowledge-index.ts'
import { namesNotAssessable } from './reading/not-assessable.ts'
import { readCase } from './case/read-case.ts'

type BriefTherapy = Pick<TherapyResult, 'therapy' | 'score' | 'band' | 'level' | 'label' | 'covers'>

/** What a run comes to without what it is made of: enough to compare the patients of a study. Therapies and combinations stand in one list, as they do in a run. */
export type BriefRun = { drivers: AnalysisRun['drivers']; interactions: AnalysisRun['interactions']; therapies: BriefTherapy[]; notAssessable: string[] }

/** The same conclusions as `analyse`, without writing their records out. */
export function analyseBriefly(input: AnalysisInput, index: KnowledgeIndex): BriefRun {
  const read = readCase(input, index)
  const { scored, combinations, interactions } = conclude(read)
  const coversOf = (bits: readonly number[]) => read.drivers.flatMap((driver, i) => ((bits[i] ?? 0) > 0 ? [driver.gene] : []))
  const briefly = ({ therapy, score, band, level, label }: Omit<BriefTherapy, 'covers'>, bits: readonly number[]): BriefTherapy => ({ therapy, score, band, level, label, covers: coversOf(bits) })
  return {
    drivers: read.drivers.map((driver) => driverResult(driver, read.index)), interactions,
    therapies: [...scored.map((one) => briefly(one, one.coverBits)), ...combinations.map((one) => briefly(one, one.scored.coverBits))],
    notAssessable: namesNotAssessable(read.evidence.unknown),
  }
}
