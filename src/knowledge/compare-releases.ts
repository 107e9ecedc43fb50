import { knowledgeTables } from './release.ts'
import type { ReleaseRows } from './release.ts'
import { canonicalJson } from './canonical-rows.ts'
import { rowKey } from './row-key.ts'
import type { KnowledgeTable } from './rows/registry.ts'

/** A row that is not the same in two releases; of a changed one the fields that differ, with what they said before and say now. */
export type RowDifference = { table: KnowledgeTable; row: string } & (
  | { change: 'added' | 'removed' }
  | { change: 'changed'; fields: { field: string; before: unknown; after: unknown }[] }
)

/** What changed from one release to another, by table and row. Rows are the same row by their key (`rowKey`); a key given twice counts by occurrence. */
export function compareReleases(before: ReleaseRows, after: ReleaseRows): RowDifference[] {
  return knowledgeTables.flatMap((table) => {
    const [old, now] = [keyed(table, before), keyed(table, after)]
    const rows = [...new Set([...old.keys(), ...now.keys()])].toSorted()
    return rows.flatMap((row): RowDifference[] => {
      const [was, is] = [old.get(row), now.get(row)]
      if (was === undefined) return [{ table, row, change: 'added' }]
      if (is === undefined) return [{ table, row, change: 'removed' }]
      const fields = fieldsApart(was, is)
      return fields.length === 0 ? [] : [{ table, row, change: 'changed', fields }]
    })
  })
}

function keyed(table: KnowledgeTable, rows: ReleaseRows): Map<string, Record<string, unknown>> {
  const map = new Map<string, Record<string, unknown>>()
  // sorted, so that of rows with one key the same one is first in every release
  for (const row of rows[table].flat().toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1))) {
    const key = rowKey(table, row)
    let own = key
    for (let more = 2; map.has(own); more += 1) own = `${key} (${more})`
    map.set(own, Object.fromEntries(Object.entries(Object(row))))
  }
  return map
}

function fieldsApart(was: Record<string, unknown>, is: Record<string, unknown>): { field: string; before: unknown; after: unknown }[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted()
    .filter((field) => canonicalJson(was[field] ?? null) !== canonicalJson(is[field] ?? null))
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
}
