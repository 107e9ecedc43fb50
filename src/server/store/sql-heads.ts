import type { Selectable } from 'kysely'
import type { Head } from './ports.ts'
import type { Database } from './schema.ts'

export function headRow({ caseId, version, hash, state, columns }: Head): Database['heads'] {
  return {
    case_id: caseId, version, hash, state: JSON.stringify(state), stage: columns.stage, due: columns.due,
    assignees: JSON.stringify(columns.assignees), demonstration: columns.demonstration ? 1 : 0,
  }
}

export function headOf(row: Selectable<Database['heads']>): Head {
  return {
    caseId: row.case_id, version: row.version, hash: row.hash,
    // Both guaranteed by headRow, the only writer.
    state: JSON.parse(row.state) as Head['state'],
    columns: { stage: row.stage, due: row.due, assignees: JSON.parse(row.assignees) as string[], demonstration: row.demonstration === 1 },
  }
}
