import type { ColumnMapping, ColumnMeaning, TableColumn } from '#src/domain/column-mapping.ts'
import type { TableView } from '#src/contract/views/intake-view.ts'

export const meaningWords: Record<ColumnMeaning, string> = {
  gene: 'gene', protein: 'protein change (p.)', coding: 'coding change (c.)', vaf: 'VAF, 0 to 1', vaf_percent: 'VAF in per cent', depth: 'reads at the place (depth)', alt_reads: 'reads with the change', copies: 'copy number',
  type: 'kind of change', call: 'copy-number call', tier: 'tier of the laboratory', fusion: 'fusion, both genes', partner: 'fusion partner', sample: 'sample', chromosome: 'chromosome', position: 'position', ref: 'reference bases', alt: 'changed bases',
  filter: 'filter', kept: 'kept by the laboratory', origin: 'somatic or germline', ignored: 'left out',
}

export const byWords: Record<TableColumn['by'], string> = { name: 'by its name', mapping: 'as somebody said', values: 'by its values', guess: 'a guess from its values', nothing: '' }

/** Where the columns of a file stand on the page. */
export const columnsId = (file: string) => `columns of ${file}`

/** What is chosen on the screen for each column; empty: nothing said. */
export type Chosen = Readonly<Record<string, ColumnMeaning | ''>>
export const chosenAtFirst = (table: TableView): Chosen => Object.fromEntries(table.columns.map((column) => [column.name, column.meaning ?? '']))
export const mappingOf = (chosen: Chosen): ColumnMapping => Object.fromEntries(Object.entries(chosen).flatMap(([name, meaning]) => (meaning === '' ? [] : [[name, meaning]])))

const changes: readonly ColumnMeaning[] = ['protein', 'coding', 'type', 'call', 'copies', 'partner']
const kindOf = (meaning: ColumnMeaning | '') => (meaning === 'vaf_percent' ? 'vaf' : meaning)

/** What is wrong with a choice, in words; null when the table can be read by it. The host decides; this only says it before the press. */
export function problemOf(chosen: Chosen): { text: string; columns: readonly string[] } | null {
  const given = Object.entries(chosen).filter(([, meaning]) => meaning !== '' && meaning !== 'ignored')
  const twice = [...Map.groupBy(given, ([, meaning]) => kindOf(meaning)).values()].find((same) => same.length > 1)
  if (twice) return { text: `${twice.map(([name]) => name).join(' and ')} are given the same meaning`, columns: twice.map(([name]) => name) }
  const meanings = new Set(given.map(([, meaning]) => meaning))
  if (!meanings.has('gene') && !meanings.has('fusion')) return { text: 'say which column holds the gene, or the fusion', columns: [] }
  if (!meanings.has('fusion') && !changes.some((one) => meanings.has(one))) return { text: 'say which column holds the change: protein, coding, kind of change, copies, call or partner', columns: [] }
  return null
}
