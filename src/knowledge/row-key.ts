import type { KnowledgeTable } from './rows/registry.ts'

/** Fields that name a row of a table; every other table has an `id`. */
const keyFields: Readonly<Partial<Record<KnowledgeTable, readonly string[]>>> = {
  tumours: ['code'], genes: ['symbol'], classes: ['class'], therapies: ['drug'], edges: ['from', 'to', 'mechanism'], priors: ['class', 'tumour', 'biomarker'],
}

/** What a row is called within its table, the same in every release that holds it: `ev:…`, `EGFR`, `EGFR > RAS`. */
export function rowKey(table: KnowledgeTable, row: unknown): string {
  const fields = keyFields[table] ?? ['id']
  const cells = new Map(Object.entries(Object(row)))
  return fields.map((field) => String(cells.get(field) ?? '')).filter((text) => text !== '').join(' > ')
}
