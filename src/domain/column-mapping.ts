import { z } from 'zod'

/** What a column of a laboratory's own table can mean. `vaf_percent`: 12.5 is 12.5 %, `vaf`: 0.125 or 12.5 %. `ignored`: looked at and left out. */
export const ColumnMeaning = z.enum([
  'gene', 'protein', 'coding', 'vaf', 'vaf_percent', 'depth', 'alt_reads', 'copies', 'type', 'call', 'tier', 'fusion', 'partner', 'sample', 'chromosome', 'position', 'ref', 'alt',
  'filter', 'kept', 'origin', 'ignored',
])
export type ColumnMeaning = z.infer<typeof ColumnMeaning>

/** Column, as the table names it (`column 3` where it names none), and what it means. Columns it does not speak of keep what their name says. */
const Columns = z.record(z.string().min(1).max(200), ColumnMeaning).refine((columns) => Object.keys(columns).length <= 500, 'at most 500 columns')

const kindOf = (meaning: ColumnMeaning) => (meaning === 'vaf_percent' ? 'vaf' : meaning)

/** A mapping a person may give: no meaning twice. Whether it is enough to read the table by, the reader says (`understood`). */
export const ColumnMapping = Columns.refine((columns) => {
  const meanings = Object.values(columns).filter((meaning) => meaning !== 'ignored').map(kindOf)
  return new Set(meanings).size === meanings.length
}, 'two columns are given the same meaning')
export type ColumnMapping = z.infer<typeof ColumnMapping>

export const TableColumn = z.object({
  /** Unique within the table: a repeated name carries its number (`VAF (2)`), a column without one is `column 3`. */
  name: z.string(),
  /** What stands in it in the first rows, cut to 40 characters. */
  firstValues: z.array(z.string()),
  meaning: ColumnMeaning.nullable(),
  /** Where the meaning comes from. `values`: a table without header, told by its first row. `guess`: the values look like it; a guess is offered, never read by. */
  by: z.enum(['name', 'mapping', 'values', 'guess', 'nothing']),
})
export type TableColumn = z.infer<typeof TableColumn>

/** How a laboratory's own table was understood, column by column. */
export const TableLayout = z.object({
  file: z.string(),
  /** Names the header: the same laboratory's next table has the same. null: the table has no header, so that nothing can be remembered for it. */
  fingerprint: z.string().nullable(),
  columns: z.array(TableColumn),
  rows: z.int(),
  /** false: no row was read; somebody has to say what the columns mean. */
  understood: z.boolean(),
})
export type TableLayout = z.infer<typeof TableLayout>

/** Who said what the columns of a header mean, and when; remembered for a laboratory. Holds names of columns and codes, nothing of a patient. */
export const RememberedMapping = z.object({ laboratory: z.string(), fingerprint: z.string(), columns: ColumnMapping, personId: z.string(), at: z.string() })
export type RememberedMapping = z.infer<typeof RememberedMapping>

/** Laboratories are told apart by name, as written at intake, without regard to case and spaces. */
export const laboratoryKey = (name: string): string => name.trim().toLowerCase().split(/\s+/).join(' ')
