import type { CaseView } from '#src/contract/views/case-view.ts'
import type { VariantRow } from '#src/contract/views/facts-view.ts'

/** Drug names that the records and the evidence name, in alphabetical order: an order that tells nothing. */
export function knownDrugs(view: CaseView, rows: readonly VariantRow[]): string[] {
  const named = [
    ...view.course.lines.flatMap((line) => line.drugs),
    ...view.originalReport.lines.flatMap((line) => line.therapy ?? []),
    ...rows.flatMap((row) => row.evidence.flatMap((item) => item.therapy.split('+'))),
  ]
  return [...new Set(named.map((name) => name.trim().toLowerCase()).filter(Boolean))].toSorted()
}
