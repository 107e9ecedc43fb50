import type { AnalysisInput } from '#src/domain/analysis.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import type { WorkingDriver } from './driver.ts'
import type { InteractionBook } from './interaction-book.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import type { TumourView } from './tumour-view.ts'
import type { Matched } from './match-evidence.ts'
import type { DrugMechanism } from './mechanism.ts'

/** An item as it meets one regimen: what it counts there in percent. */
export type Applied = { matched: Matched; percent: number }

/** What scoring a regimen needs of the run; the same for every regimen. */
export type Scoring = {
  input: AnalysisInput
  index: KnowledgeIndex
  view: TumourView
  drivers: readonly WorkingDriver[]
  /** Does any drug of the release, or any item, reach the driver at all? What no therapy can reach is not held against one. */
  reachable: readonly boolean[]
  mechanisms: readonly (DrugMechanism | null)[]
  matched: readonly Matched[]
  sensitivity: ReadonlyMap<number, readonly Applied[]>
  against: ReadonlyMap<number, readonly Matched[]>
  inferior: ReadonlyMap<number, readonly Matched[]>
  remarked: ReadonlyMap<number, readonly Matched[]>
  book: InteractionBook
  sourcesOfEdge: ReadonlyMap<string, readonly string[]>
  /** Expression held strictly against the findings, for labels. */
  holds: (expression: Expression) => 1 | 0 | -1
  withdrawnDrugs: ReadonlySet<string>
}
