import type { ByteTable } from '../bytes/byte-table.ts'
import type { GeneNames } from '../names/gene-names.ts'
import type { TextKeeper } from '../keep-text.ts'
import type { ReadingPart } from '../reading-part.ts'
import type { ReadContext } from '../record-file.ts'
import type { AnnotationReader } from './annotation.ts'
import type { Entries } from './choose-transcript.ts'
import type { VcfHeader } from './header.ts'
import type { InfoFields } from './info-fields.ts'
import type { RecordChecks } from './check-record.ts'
import type { SampleFields, VcfLine } from './scan-line.ts'
import type { OpenBreakend } from './structural.ts'
import type { TumourChoice } from './tumour-sample.ts'
import type { UnseenAlleles } from './unseen-alleles.ts'

/** What the reading of one file carries from line to line. */
export type ReadingState = {
  part: ReadingPart
  context: ReadContext
  header: VcfHeader
  choice: TumourChoice
  /** The header names a tumour and its normal. */
  paired: boolean
  gene: GeneNames
  keep: TextKeeper
  unseen: UnseenAlleles
  breakends: OpenBreakend[]
  /** Set when the columns are known. */
  body: Body | null
}

/** What is compiled from the header before the first record. */
export type Body = { line: VcfLine; info: InfoFields; annotation: (AnnotationReader & { entries: Entries }) | null; checks: RecordChecks; filters: ByteTable<string>; formats: ByteTable<ReadonlyMap<string, number>> }

/** One record whose columns can be read. `chrom` as the file writes it; `cells` are cut when first asked for: most records of a genome are counted by their annotation alone. */
export type VcfRecord = {
  number: number; line: VcfLine; chrom: string; pos: number; ref: string; alts: readonly string[]; filter: string
  cells: () => { tumour: SampleFields | null; normal: SampleFields | null }
}
