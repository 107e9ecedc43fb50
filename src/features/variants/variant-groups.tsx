import type { VariantRow } from '#src/contract/views/facts-view.ts'
import { changeOf } from '#src/lib/words/change-words.ts'
import type { DataGroup } from '#src/ui/table/table-model.ts'
import { isOfKind, type KindFilter } from './variant-words.ts'

const titles: Record<VariantRow['group'], string> = { driver: 'Drivers', possible_germline: 'Possible germline', other: 'Other' }

/** Every word typed must be found in gene, change or what the source wrote. */
export function filterRows(rows: readonly VariantRow[], filter: KindFilter, q: string): VariantRow[] {
  const words = q.toLowerCase().split(' ').filter(Boolean)
  return rows.filter((row) => {
    if (!isOfKind(row.alteration, filter)) return false
    const text = `${row.alteration.gene} ${row.alteration.partner ?? ''} ${changeOf(row.alteration).text} ${row.alteration.hgvsc ?? ''} ${row.alteration.asReported} ${row.classification.label}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

export function groupsOf(rows: readonly VariantRow[], isTumourOnly: boolean | null): DataGroup<VariantRow>[] {
  const of = (group: VariantRow['group']) => rows.filter((row) => row.group === group).toSorted((a, b) => b.classification.points - a.classification.points || a.alteration.gene.localeCompare(b.alteration.gene))
  const uncertain = rows.filter((row) => row.group === 'other' && row.classification.oncogenicity === 'uncertain').length
  const notes: Record<VariantRow['group'], string> = {
    driver: '', other: uncertain > 0 ? `of uncertain significance ${uncertain}` : '', possible_germline: isTumourOnly === false ? 'confirm in the paired normal, with counselling' : 'tumour only: normal tissue decides',
  }
  return (['driver', 'possible_germline', 'other'] as const)
    .map((group) => ({ id: group, title: titles[group], note: notes[group] || undefined, rows: of(group) }))
    .filter((group) => group.rows.length > 0 || group.id === 'driver')
}
