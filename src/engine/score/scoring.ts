import type { AnalysisInput } from '#src/domain/analysis.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import type { WorkingDriver } from '../alteration/driver.ts'
import type { InteractionBook } from '../interactions/interaction-book.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import type { LabelsOf } from './label-status.ts'
import type { TumourView } from '../release/tumour-view.ts'
import type { Matched } from '../reading/match-evidence.ts'
import type { Reach } from '../release/reach.ts'

/** The items that hold for the patient and speak of one regimen: of the very regimen, of a part of it (partner untested), against it, and without points. */
export type Spoken = { whole: readonly Matched[]; part: readonly Matched[]; against: readonly Matched[]; inferior: readonly Matched[]; remarked: readonly Matched[] }

/** What scoring a regimen needs of the run; the same for every regimen. */
export type Scoring = {
  input: AnalysisInput
  index: KnowledgeIndex
  view: TumourView
  drivers: readonly WorkingDriver[]
  /** Does any drug of the release, or any item, reach the driver at all? What no therapy can reach is not held against one. */
  reachable: readonly boolean[]
  /** What the network says, by driver. */
  mechanisms: readonly Reach[]
  matched: readonly Matched[]
  /** By regimen; undefined where no item speaks. */
  spoken: readonly (Spoken | undefined)[]
  book: InteractionBook
  labelsOf: LabelsOf
  /** Expression held strictly against the findings, for labels. */
  holds: (expression: Expression) => 1 | 0 | -1
  withdrawnDrugs: ReadonlySet<string>
}
