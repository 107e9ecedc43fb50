import type { Expression, GeneMatch } from './expression.ts'
import type {
  AssayRow, ClassRow, EdgeRow, EvidenceRow, FeedbackRow, GeneRow, LabelRow, LethalityRow, NodeRow, PriorRow, TherapyRow, TumourRow, VariantRow,
} from './schema.ts'
import type { TumourTree } from './tumour-tree.ts'

/** A row with its biomarker expression already read. */
export type Stated<Row> = { readonly row: Row; readonly expression: Expression }

/** One knowledge release, parsed and indexed. Nothing in it changes after loading. */
export type Knowledge = {
  readonly release: string
  /** SHA-256 of the canonical rows: the name under which a run cites the release. */
  readonly hash: string
  readonly genes: ReadonlyMap<string, GeneRow>
  /** Upper-case alias to approved symbol; approved symbols themselves are in `genes`. */
  readonly aliases: ReadonlyMap<string, string>
  readonly variants: readonly { readonly row: VariantRow; readonly match: GeneMatch }[]
  readonly classes: ReadonlyMap<string, ClassRow>
  readonly therapies: ReadonlyMap<string, TherapyRow>
  /** Read `variantScope` by drug; a drug without scope is absent. */
  readonly scopes: ReadonlyMap<string, Expression>
  /** Lower-case name, brand or code to generic drug name. */
  readonly drugNames: ReadonlyMap<string, string>
  readonly labels: readonly Stated<LabelRow>[]
  readonly evidence: readonly Stated<EvidenceRow>[]
  readonly nodes: ReadonlyMap<string, NodeRow>
  readonly edges: readonly EdgeRow[]
  readonly feedback: readonly FeedbackRow[]
  readonly lethality: readonly Stated<LethalityRow>[]
  readonly priors: readonly Stated<PriorRow>[]
  readonly assays: ReadonlyMap<string, AssayRow>
  readonly tumours: ReadonlyMap<string, TumourRow>
  readonly tree: TumourTree
}
